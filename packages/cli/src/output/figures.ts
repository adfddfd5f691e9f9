import { decimalsOf, formatMinor, type Currency } from '@tenure/core/shared'

/** How an undefined figure is shown: a share of nothing is not zero. */
export const undefinedFigure = '–'

export const amount = (minor: number, currency: Currency): string => formatMinor(minor, currency)

export const count = (n: number): string => String(n)

/** A number with so many decimals, or the sign of an undefined one. */
export const decimal = (value: number | null, decimals = 2): string =>
  value === null ? undefinedFigure : value.toFixed(decimals)

/** A mean or model amount, of fractions of a minor unit, rounded for the eye to the currency's decimals. */
export const meanAmount = (minor: number | null, currency: Currency): string => {
  const decimals = decimalsOf(currency)
  return decimal(minor === null ? null : minor / 10 ** decimals, decimals)
}

/** A share as percent with one decimal. */
export const percent = (value: number | null): string =>
  value === null ? undefinedFigure : `${(value * 100).toFixed(1)} %`
