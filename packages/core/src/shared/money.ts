import * as t from 'io-ts'
import { decimalsOf, type Currency } from './currency.ts'

export interface MinorUnitsBrand {
  readonly MinorUnits: unique symbol
}
/** Whole, non-negative count of a currency's smallest unit: 1250 is EUR 12.50, and JPY 1250. */
export const MinorUnits = t.brand(
  t.number,
  (n): n is t.Branded<number, MinorUnitsBrand> =>
    Number.isSafeInteger(n) && n >= 0 && !Object.is(n, -0),
  'MinorUnits',
)
export type MinorUnits = t.TypeOf<typeof MinorUnits>

/** As `MinorUnits`, below zero where money goes back. */
export const SignedMinor = t.refinement(
  t.number,
  (n) => Number.isSafeInteger(n) && !Object.is(n, -0),
  'SignedMinor',
)

/** An amount of one currency. */
export interface Money {
  readonly amountMinor: number
  readonly currency: Currency
}

/** The sum, or a throw: a sum outside the safe integers would lose a unit in silence. */
export const addMinor = (a: number, b: number): number => {
  const sum = a + b
  if (!Number.isSafeInteger(sum)) throw new RangeError(`money out of range: ${a} + ${b}`)
  return sum
}

export const sumMinor = (amounts: Iterable<number>): number => {
  let sum = 0
  for (const amount of amounts) sum = addMinor(sum, amount)
  return sum
}

/** How a fraction of a minor unit is settled where a step has to. */
export type Rounding = 'halfEven' | 'halfUp'

/** `numerator / denominator` as a whole number. Exact: computed on bigint. Half up means away from zero. */
export const divideRounded = (
  numerator: bigint,
  denominator: bigint,
  rounding: Rounding,
): bigint => {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const whole = n / d
  const twice = (n % d) * 2n
  const up = twice > d || (twice === d && (rounding === 'halfUp' || whole % 2n === 1n))
  const magnitude = up ? whole + 1n : whole
  return negative ? -magnitude : magnitude
}

/** A bigint as a count of minor units, or a throw where a number would lose a unit. */
export const toMinor = (amount: bigint): number => addMinor(0, Number(amount))

/** A share of an amount in basis points (250 is 2.5 %), rounded once; a throw where it is out of range. */
export const basisPointsOf = (
  amountMinor: number,
  basisPoints: number,
  rounding: Rounding,
): number => toMinor(divideRounded(BigInt(amountMinor) * BigInt(basisPoints), 10_000n, rounding))

/**
 * Splits an amount by weights so that every unit is handed out.
 *
 * Units: minor units; weights are whole, not negative, not all zero. Largest remainder; ties go to the
 * earlier part. Σ parts = total, each part within one unit of its ideal. Source: domain invariant 1.
 */
export const allocate = (
  totalMinor: number,
  weights: ReadonlyArray<number>,
): ReadonlyArray<number> => {
  const sum = weights.reduce((a, w) => a + BigInt(w), 0n)
  if (sum <= 0n || weights.some((w) => w < 0))
    throw new RangeError('weights must be whole, not negative and not all zero')
  const sign = totalMinor < 0 ? -1 : 1
  const total = BigInt(Math.abs(totalMinor))
  const parts = weights.map((weight, index) => ({
    index,
    whole: (total * BigInt(weight)) / sum,
    rest: (total * BigInt(weight)) % sum,
  }))
  let left = total - parts.reduce((a, part) => a + part.whole, 0n)
  const byRest = parts.toSorted((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )
  for (const part of byRest) {
    if (left === 0n) break
    part.whole += 1n
    left -= 1n
  }
  return parts.map((part) => (part.whole === 0n ? 0 : sign * Number(part.whole)))
}

/**
 * Reads a plain decimal such as `12.5`, `-0.30` or `1234` as minor units; undefined where it is none,
 * where it has more decimals than the currency (trailing zeros aside), or lies outside the safe range.
 * No rounding takes place.
 */
export const parseMinor = (text: string, currency: Currency): number | undefined => {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  const decimals = decimalsOf(currency)
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0')
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined
  const minor = Number(whole + kept)
  if (!Number.isSafeInteger(minor)) return undefined
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** `1250` of EUR as `12.50`: digits only, no grouping, no symbol. */
export const formatMinor = (amountMinor: number, currency: Currency): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0')
  const sign = amountMinor < 0 ? '-' : ''
  return decimals === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
