import { addDays, minorUnits, type CivilDate } from '../shared/index.ts'
import { priceOf, sameInterval, startOfPeriod } from './periods.ts'
import type { Plan } from './plan.ts'
import { proratedMinor, sharedDays, unpaused, type Pause } from './proration.ts'
import type { Period } from './shapes.ts'

/** Where a paid subscription stands on its way through the periods: all that the next one depends on. */
export interface Course {
  readonly plan: Plan
  /** The period with which this plan began: its phases and its commitment count from here. */
  readonly sinceIndex: number
  /** The day that periods are counted from, and the index of the period that begins on it. */
  readonly anchor: { readonly on: CivilDate; readonly index: number }
  readonly period: Period
  /** The days by which pauses moved the end of the period. */
  readonly extensionDays: number
  readonly recurringMinor: Plan['priceMinor']
  /** The price that the days of the period share: the recurring one, or nothing where it is free. */
  readonly wholeMinor: number
  readonly pauses: ReadonlyArray<Pause>
  /** A plan that begins with the next period. */
  readonly agreedPlan: Plan | null
  readonly freePeriods: number
}

/** A period that is not billed yet, and what it will cost. */
export interface Upcoming {
  readonly course: Course
  readonly priceMinor: Plan['priceMinor']
  readonly recurringMinor: Plan['priceMinor']
  readonly pausedDays: number
  readonly free: boolean
  readonly changedPlan: boolean
}

/** The end of a period as its anchor gives it, before pauses. */
export const endOfPeriod = (anchor: Course['anchor'], plan: Plan, index: number): CivilDate =>
  startOfPeriod(anchor.on, plan.interval, index + 1 - anchor.index)

const anchorOfNext = (course: Course, plan: Plan): Course['anchor'] => {
  const { anchor, period, extensionDays } = course
  const moved = extensionDays > 0 || !sameInterval(plan.interval, course.plan.interval)
  return moved ? { on: period.to, index: period.index + 1 } : anchor
}

/** The period when pauses extend it by so many more days, or by fewer. */
export const extendedBy = (course: Course, days: number): Period => {
  const { index, from } = course.period
  const end = endOfPeriod(course.anchor, course.plan, index)
  return { index, from, to: addDays(end, course.extensionDays + days) }
}

/**
 * The next period and its price.
 *
 * Shape: it begins where the last one ended, so periods are contiguous and disjoint. A change of interval,
 * or days that pauses added, anchor it anew. Days paused already are left out of the price; a free period
 * costs nothing and keeps its recurring price. Source: domain invariant 20, edge cases 72 to 74.
 */
export const nextOf = (course: Course): Upcoming => {
  const plan = course.agreedPlan ?? course.plan
  const changedPlan = course.agreedPlan !== null
  const index = course.period.index + 1
  const anchor = anchorOfNext(course, plan)
  const period = { index, from: course.period.to, to: endOfPeriod(anchor, plan, index) }
  const sinceIndex = changedPlan ? index : course.sinceIndex
  const recurringMinor = priceOf(plan, index - sinceIndex)
  const pauses = course.pauses.filter(({ to }) => to > period.from)
  const parts = unpaused(period, pauses)
  const prorated = { wholeMinor: recurringMinor, period, pauses }
  const partly = parts.reduce((sum, part) => sum + proratedMinor(prorated, part), 0)
  const free = course.freePeriods > 0
  const pausedDays = pauses.reduce((days, pause) => days + sharedDays(period, pause), 0)
  return {
    course: {
      plan,
      sinceIndex,
      anchor,
      period,
      recurringMinor,
      pauses,
      wholeMinor: free ? 0 : recurringMinor,
      extensionDays: 0,
      agreedPlan: null,
      freePeriods: Math.max(0, course.freePeriods - 1),
    },
    priceMinor: minorUnits(free ? 0 : pausedDays === 0 ? recurringMinor : partly),
    recurringMinor,
    pausedDays,
    free,
    changedPlan,
  }
}
