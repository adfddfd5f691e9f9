import {
  daysBetween,
  divideRounded,
  laterDay,
  minorUnits,
  sumMinor,
  type CivilDate,
} from '../shared/index.ts'
import type { Period, ProrationLine } from './shapes.ts'

/** Days from `from` up to the day before `to`. */
export interface Span {
  readonly from: CivilDate
  readonly to: CivilDate
}
/** A pause; where it extends its period, its days are none of the days that the price is spread over. */
export interface Pause extends Span {
  readonly period: 'extend' | 'keep'
}

const earlierDay = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b)

/** Days that two spans have in common. */
export const sharedDays = (a: Span, b: Span): number =>
  Math.max(0, daysBetween(laterDay(a.from, b.from), earlierDay(a.to, b.to)))

/** The parts of a span that no pause covers, in order. Pauses are in order and apart. */
export const unpaused = (span: Span, pauses: ReadonlyArray<Span>): ReadonlyArray<Span> => {
  const parts: Array<Span> = []
  let { from } = span
  for (const pause of pauses) {
    if (sharedDays({ from, to: span.to }, pause) === 0) continue
    if (from < pause.from) parts.push({ from, to: pause.from })
    from = pause.to
  }
  if (from < span.to) parts.push({ from, to: span.to })
  return parts
}

/** The days of a span that its price is spread over. */
const billableDays = (span: Span, pauses: ReadonlyArray<Pause>): number => {
  const extended = pauses.filter(({ period }) => period === 'extend')
  const skipped = extended.reduce((days, pause) => days + sharedDays(span, pause), 0)
  return Math.max(0, daysBetween(span.from, span.to)) - skipped
}

/** What is asked of proration: the price of a whole period, the period, and the pauses in it. */
export interface Prorated {
  readonly wholeMinor: number
  readonly period: Span
  readonly pauses: ReadonlyArray<Pause>
}

/**
 * The share of a period's price that a part of its days bears.
 *
 * Units: minor units. Shape: price x days from the period's start, by the days of the whole period (91,
 * not the 42 that are left), rounded half up at each end and subtracted; so the parts of any partition
 * add up to the whole, with nothing lost. Source: domain invariant 20, edge cases 19 and 20.
 */
export const proratedMinor = ({ wholeMinor, period, pauses }: Prorated, part: Span): number => {
  const ofDays = billableDays(period, pauses)
  if (ofDays === 0) return 0
  const upTo = (to: CivilDate): bigint => {
    const days = billableDays({ from: period.from, to: earlierDay(to, period.to) }, pauses)
    return divideRounded(BigInt(wholeMinor) * BigInt(days), BigInt(ofDays), 'halfUp')
  }
  return Number(upTo(part.to) - upTo(laterDay(part.from, period.from)))
}

/** Lines for the days of a span that no pause covers; a line of nothing is left out. */
export const linesFor = (
  kind: 'credit' | 'charge',
  planId: ProrationLine['planId'],
  prorated: Prorated,
  span: Span,
): ReadonlyArray<ProrationLine> =>
  unpaused(span, prorated.pauses)
    .map((part) => ({
      kind,
      planId,
      from: part.from,
      to: part.to,
      days: daysBetween(part.from, part.to),
      ofDays: billableDays(prorated.period, prorated.pauses),
      amountMinor: minorUnits(proratedMinor(prorated, part)),
    }))
    .filter(({ amountMinor }) => amountMinor > 0)

/** Charges less credits; below zero where more is credited. */
export const netOfLines = (lines: ReadonlyArray<ProrationLine>): number =>
  sumMinor(lines.map(({ kind, amountMinor }) => (kind === 'charge' ? amountMinor : -amountMinor)))

/** A period without its index. */
export const spanOf = ({ from, to }: Period): Span => ({ from, to })
