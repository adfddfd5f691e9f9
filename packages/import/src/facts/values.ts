import { Currency, decimalsOf, parseMinor, Text } from '@tenure/core/shared'
import type { DecimalMark } from '../mapping/codec.ts'
import type { DayReader } from '../mapping/dates.ts'
import type { Reading } from '../mapping/kinds.ts'
import type { RowFaultType } from '../faults.ts'

/** What a field of a fact can be once it is read. Days and ids are text here. */
export type FieldValue = string | number | boolean | null

export type Read =
  { readonly value: FieldValue } | { readonly fault: RowFaultType; readonly reason: string }

const shown = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

const bad = (fault: RowFaultType, reason: string): Read => ({ fault, reason })

/** The civil day of a text. */
export const readDay = (text: string, days: DayReader): Read => {
  const day = days(text)
  return day === undefined
    ? bad('BadDate', `${shown(text)} is no day in the date formats of the mapping`)
    : { value: day }
}

/** A number with a decimal point, whatever mark its source writes. A foreign mark makes it none. */
export const withPoint = (text: string, decimal: DecimalMark): string =>
  decimal === '.' ? text : text.includes('.') ? `not ${text}` : text.replace(',', '.')

const readSigned = (text: string, currency: Currency, decimal: DecimalMark): number | string =>
  parseMinor(withPoint(text, decimal), currency) ?? whyNoAmount(text, currency, decimal)

/** An amount in minor units, exact: nothing is rounded. `currency` is null where it could not be read. */
export const readDifference = (
  text: string,
  minus: string | undefined,
  currency: string | null,
  decimal: DecimalMark,
): Read => {
  if (!Currency.is(currency)) return { value: null }
  const whole = readSigned(text, currency, decimal)
  if (typeof whole === 'string') return bad('BadAmount', whole)
  const less = minus === undefined ? 0 : readSigned(minus, currency, decimal)
  if (typeof less === 'string') return bad('BadAmount', less)
  const minor = whole - less
  if (minor >= 0) return { value: minor }
  return bad(
    'BadAmount',
    minus === undefined
      ? `${shown(text)} is negative, and the fact takes no sign`
      : `${shown(text)} less ${shown(minus)} is negative, and the fact takes no sign`,
  )
}

const whyNoAmount = (text: string, currency: Currency, decimal: DecimalMark): string => {
  if (!/^[+-]?\d+(\.\d+)?$/.test(withPoint(text, decimal)))
    return `${shown(text)} is no plain decimal number such as 1250 or 12${decimal}50`
  const decimals = decimalsOf(currency)
  return (withPoint(text, decimal).split('.')[1] ?? '').length > decimals
    ? `${shown(text)} has more decimals than ${currency} has (${decimals})`
    : `${shown(text)} is too large to be kept to the last unit`
}

/** Reads a text that is not blank. Amounts are read by `readAmount`, which needs the currency. */
export const readText = (text: string, reading: Reading, days: DayReader): Read => {
  if (typeof reading === 'object')
    return reading.oneOf.includes(text)
      ? { value: text }
      : bad('BadValue', `${shown(text)} is none of ${reading.oneOf.join(', ')}`)
  switch (reading) {
    case 'day':
      return readDay(text, days)
    case 'currency':
      return Currency.is(text)
        ? { value: text }
        : bad('UnknownCurrency', `${shown(text)} is no currency code of ISO 4217`)
    case 'whole':
      return /^\d{1,9}$/.test(text)
        ? { value: Number(text) }
        : bad('BadValue', `${shown(text)} is no whole number`)
    case 'boolean':
      return readBoolean(text)
    default:
      return Text.is(text)
        ? { value: text }
        : bad('BadValue', 'the text holds half of a character, so it is no Unicode text')
  }
}

const readBoolean = (text: string): Read => {
  if (/^(true|yes|1)$/i.test(text)) return { value: true }
  if (/^(false|no|0)$/i.test(text)) return { value: false }
  return bad('BadValue', `${shown(text)} is neither yes nor no`)
}
