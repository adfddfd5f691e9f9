import { formatMinor, type Currency } from '@tenure/core/shared'

/** How an undefined figure is shown: a share of nothing is not zero. */
export const undefinedFigure = '–'

export const amount = (minor: number, currency: Currency): string => formatMinor(minor, currency)

export const count = (n: number): string => String(n)

/** A number with so many decimals, or the sign of an undefined one. */
export const decimal = (value: number | null, decimals = 2): string =>
  value === null ? undefinedFigure : value.toFixed(decimals)

/** A share as percent with one decimal. */
export const percent = (value: number | null): string =>
  value === null ? undefinedFigure : `${(value * 100).toFixed(1)} %`
