import type { CivilDate } from '../shared/index.ts'
import type { Interval } from './plan.ts'
import { isOver, type Subscription } from './state.ts'

/** A rational amount of minor units: exact, since months and weeks do not divide each other. */
export interface MonthlyAmount {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * A recurring price by the month.
 *
 * Units: minor units as an exact fraction in lowest terms. Shape: months by 1, years by 1/12, weeks by 52/12
 * (two weeks 26/12), days by 365/12. An annual 1200 is 100. Source: domain 4, MRR, and 1-01.
 */
export const monthlyOf = (recurringMinor: number, { unit, count }: Interval): MonthlyAmount => {
  const [times, by] = timesOf(unit)
  const numerator = BigInt(recurringMinor) * times
  const denominator = by * BigInt(count)
  const divisor = greatestDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Periods of one unit in a month, as a fraction. */
const timesOf = (unit: Interval['unit']): readonly [bigint, bigint] => {
  switch (unit) {
    case 'month':
      return [1n, 1n]
    case 'year':
      return [1n, 12n]
    case 'week':
      return [52n, 12n]
    case 'day':
      return [365n, 12n]
  }
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b))

/** Below zero where `a` is less, above where it is more. */
export const compareMonthly = (a: MonthlyAmount, b: MonthlyAmount): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export type Movement = 'none' | 'new' | 'reactivation' | 'expansion' | 'contraction' | 'churn'

/**
 * What a change of recurring revenue is called.
 *
 * Shape: from nothing it is new, or a reactivation where the customer paid before; free to paid is new and
 * no expansion. Source: domain 4, movements, and 1-16, 1-17.
 */
export const movementOf = (
  before: MonthlyAmount,
  after: MonthlyAmount,
  paidBefore: boolean,
): Movement => {
  const way = compareMonthly(after, before)
  if (way === 0) return 'none'
  if (before.numerator === 0n) return paidBefore ? 'reactivation' : 'new'
  if (after.numerator === 0n) return 'churn'
  return way > 0 ? 'expansion' : 'contraction'
}

const nothing: MonthlyAmount = { numerator: 0n, denominator: 1n }

/** How paused subscriptions count, since houses differ. */
export interface RevenueOptions {
  readonly countPaused: boolean
}

/**
 * The monthly recurring revenue of one subscription on a day.
 *
 * Shape: 0 for a trial, a free tier, an end, a suspension, and a pause unless `countPaused`; past due counts
 * until it is suspended; a free month that a payer was given keeps its price. `day` is not before the latest
 * change. Source: domain 4, MRR.
 */
export const revenueOn = (
  subscription: Subscription,
  day: CivilDate,
  { countPaused }: RevenueOptions,
): MonthlyAmount => {
  const { status, course } = subscription
  if (isOver(subscription, day) || course === null) return nothing
  if (status !== 'active' && status !== 'pastDue') return nothing
  if (!countPaused && isPausedOn(subscription, day)) return nothing
  return monthlyOf(course.recurringMinor, course.plan.interval)
}

/** Whether a day lies in a pause. */
export const isPausedOn = ({ course }: Subscription, day: CivilDate): boolean =>
  course !== null && course.pauses.some(({ from, to }) => from <= day && day < to)
