import { formatMinor, type Currency } from '@tenure/core/shared'
import type { Unit } from './figures.ts'

const undefinedFigure = '–'

/** `1234567.80` as `1,234,567.80`: the digits are exact, only the grouping is for the eye. */
const grouped = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? separated : `${separated}.${fraction}`
}

export const formatMoney = (amountMinor: number, currency: Currency): string =>
  grouped(formatMinor(amountMinor, currency))

/** A figure as it is read. A share is given in percent with one decimal. */
export const formatFigure = (value: number | null, unit: Unit, currency: Currency): string => {
  if (value === null) return undefinedFigure
  if (unit === 'money') return formatMoney(value, currency)
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`
  return unit === 'days' ? value.toFixed(1) : grouped(String(value))
}

/** By how much what is known now exceeds what was known then, with its sign. */
export const formatDifference = (
  knownThen: number | null,
  knownNow: number | null,
  unit: Unit,
  currency: Currency,
): string => {
  if (knownThen === null || knownNow === null) return undefinedFigure
  const difference = knownNow - knownThen
  // Shares differ by percentage points, which is not the same as percent.
  const text =
    unit === 'share'
      ? `${(difference * 100).toFixed(1)} pp`
      : formatFigure(difference, unit, currency)
  return difference > 0 ? `+${text}` : text
}
