import { daysBetween, type CivilDate } from '../../shared/index.ts'
import type { InactivityRule } from '../rule.ts'
import type { Verdict } from './verdict.ts'

/**
 * The customer's usual interval between purchases, in whole days.
 *
 * Shape: the median of the days between neighbouring purchase days; of an even number of intervals the
 * lower of the two in the middle, so that no rounding is needed. `floorDays` for a single purchase day,
 * and at least that for all. `purchaseDays` are distinct and in order.
 */
export const medianIntervalDays = (
  purchaseDays: ReadonlyArray<CivilDate>,
  floorDays: number,
): number => {
  const intervals = purchaseDays
    .slice(1)
    .map((day, index) => daysBetween(purchaseDays[index] ?? day, day))
    .toSorted((a, b) => a - b)
  const median = intervals[Math.floor((intervals.length - 1) / 2)] ?? floorDays
  return Math.max(median, floorDays)
}

/**
 * Holds a customer's silence against the customer's own habit.
 *
 * Units: days of silence from the last purchase day to `assessedOn`; thresholds in hundredths of the
 * median interval: 200 is twice the usual wait. At a threshold exactly, the milder verdict holds.
 * Shape: undefined where there is no purchase. Source: domain 3.2, Churn; an own rule, no statistics.
 */
export const verdictByHabit = (
  rule: InactivityRule,
  purchaseDays: ReadonlyArray<CivilDate>,
  assessedOn: CivilDate,
): Verdict | undefined => {
  const days = [...new Set(purchaseDays)].toSorted()
  const [firstPurchaseOn] = days
  const lastPurchaseOn = days.at(-1)
  if (firstPurchaseOn === undefined || lastPurchaseOn === undefined) return undefined
  const interval = medianIntervalDays(days, rule.floorDays)
  const silentDays = daysBetween(lastPurchaseOn, assessedOn)
  const exceeds = (hundredths: number): boolean => silentDays * 100 > interval * hundredths
  const status = exceeds(rule.churnedHundredths)
    ? 'churned'
    : exceeds(rule.atRiskHundredths)
      ? 'atRisk'
      : 'active'
  const seen = { firstPurchaseOn, lastPurchaseOn, silentDays }
  const evidence = { kind: 'habit', ...seen, medianIntervalDays: interval } as const
  return { status, evidence, voluntary: null }
}
