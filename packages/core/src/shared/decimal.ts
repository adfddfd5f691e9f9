import * as t from 'io-ts'
import { decimalsOf, type Currency } from './currency.ts'
import { divideRounded, toMinor, type Rounding } from './money.ts'

/** A decimal number as text, such as `3`, `-0.25` or `0.001`: exact, of any length, never a float. */
export const Decimal = t.refinement(t.string, (s) => /^-?\d+(\.\d+)?$/.test(s), 'Decimal')
export type Decimal = t.TypeOf<typeof Decimal>

/** `units` of 10^-`decimals`. */
interface Exact {
  readonly units: bigint
  readonly decimals: number
}

const read = (text: Decimal): Exact => {
  const [whole = '', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), decimals: fraction.length }
}

const raise = ({ units, decimals }: Exact, to: number): bigint =>
  units * 10n ** BigInt(to - decimals)

/** The shortest text of the number: no zeros at its end, and no minus before nothing. */
const write = ({ units, decimals }: Exact): Decimal => {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

const both = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const [x, y] = [read(a), read(b)]
  const decimals = Math.max(x.decimals, y.decimals)
  return [raise(x, decimals), raise(y, decimals), decimals]
}

/** The exact sum, in its shortest text. */
export const addDecimals = (a: Decimal, b: Decimal): Decimal => {
  const [x, y, decimals] = both(a, b)
  return write({ units: x + y, decimals })
}

/** The exact difference, in its shortest text. */
export const subtractDecimals = (a: Decimal, b: Decimal): Decimal => {
  const [x, y, decimals] = both(a, b)
  return write({ units: x - y, decimals })
}

/** Below 0 where `a` is less than `b`, 0 where they are the same number: `1.50` and `1.5` are. */
export const compareDecimals = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  const [x, y] = both(a, b)
  return x === y ? 0 : x < y ? -1 : 1
}

/**
 * Quantity times unit price in minor units, multiplied exactly and rounded once.
 *
 * Units: `unitPrice` in major units of the currency, with as many decimals as it has: 3 × 0.001 GBP is
 * 0 pence. Undefined where the product leaves the safe integers.
 */
export const multiplyMinor = (
  quantity: Decimal,
  unitPrice: Decimal,
  currency: Currency,
  rounding: Rounding,
): number | undefined => {
  const [q, p] = [read(quantity), read(unitPrice)]
  const units = q.units * p.units * 10n ** BigInt(decimalsOf(currency))
  const minor = Number(divideRounded(units, 10n ** BigInt(q.decimals + p.decimals), rounding))
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** The share `part / whole` of an amount, rounded half up once; a throw where it is out of range. */
export const shareMinor = (amountMinor: number, part: Decimal, whole: Decimal): number => {
  const [x, y] = both(part, whole)
  return toMinor(divideRounded(BigInt(amountMinor) * x, y, 'halfUp'))
}
