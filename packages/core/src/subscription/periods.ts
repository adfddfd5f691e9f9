import { addDays, addMonths, type CivilDate } from '../shared/index.ts'
import type { Interval, Plan } from './plan.ts'

/**
 * The first day of the n-th period after an anchor day.
 *
 * Shape: always counted from the original anchor, so that a month's end never drifts: 31 January, 28
 * February, 31 March; 29 February comes back in leap years. Source: domain invariant 20, edge cases 9, 11.
 */
export const startOfPeriod = (anchorOn: CivilDate, interval: Interval, n: number): CivilDate => {
  const units = n * interval.count
  switch (interval.unit) {
    case 'day':
      return addDays(anchorOn, units)
    case 'week':
      return addDays(anchorOn, units * 7)
    case 'month':
      return addMonths(anchorOn, units)
    case 'year':
      return addMonths(anchorOn, units * 12)
  }
}

/** Whether two intervals are the same length by the same name: 1 year is not 12 months. */
export const sameInterval = (a: Interval, b: Interval): boolean =>
  a.unit === b.unit && a.count === b.count

/** The recurring price of a plan's n-th period, from 0: its phases in order, then the full price. */
export const priceOf = (plan: Plan, n: number): Plan['priceMinor'] => {
  let ahead = n
  for (const { periods, priceMinor } of plan.phases) {
    if (ahead < periods) return priceMinor
    ahead -= periods
  }
  return plan.priceMinor
}
