import { startOfDay, type CivilDate, type Instant, type MinorUnits } from '../shared/index.ts'
import { nextOf, type Course } from './course.ts'
import type { Plan } from './plan.ts'
import { isPausedOn } from './revenue.ts'
import type { Period } from './shapes.ts'
import { isOver, type Subscription } from './state.ts'

/**
 * What a subscriber may use on a day that is not before the latest change.
 *
 * Shape: the plan's entitlements in a trial and in a period, past due or not; none while suspended or
 * paused, and none after the end. Source: domain 1-15.
 */
export const entitlementsOn = (
  subscription: Subscription,
  day: CivilDate,
): Plan['entitlements'] => {
  const { status, plan, trialEndsOn } = subscription
  if (plan === null || status === 'suspended') return []
  if (isOver(subscription, day) || isPausedOn(subscription, day)) return []
  if (status === 'trialing')
    return trialEndsOn !== null && day < trialEndsOn ? plan.entitlements : []
  return plan.entitlements
}

/** A charge that a subscription will make if nothing changes. */
export interface ScheduledCharge {
  readonly on: CivilDate
  readonly periodIndex: number
  readonly amountMinor: MinorUnits
}

const isRunning = ({ status, endsOn }: Subscription): boolean =>
  endsOn === null && (status === 'active' || status === 'pastDue')

/**
 * The renewals that fall from `from` up to the day before `to`, with their prices.
 *
 * Shape: phases, free periods, pauses and an agreed change of plan are reckoned with; none where the
 * subscription is cancelled, suspended or in trial. Σ over subscriptions forecasts a month.
 * Source: domain 1-13.
 */
export const scheduledCharges = (
  subscription: Subscription,
  from: CivilDate,
  to: CivilDate,
): ReadonlyArray<ScheduledCharge> => {
  const charges: Array<ScheduledCharge> = []
  let course: Course | null = isRunning(subscription) ? subscription.course : null
  while (course !== null && course.period.to < to) {
    const next = nextOf(course)
    const { from: on, to: until, index: periodIndex } = next.course.period
    if (on >= from) charges.push({ on, periodIndex, amountMinor: next.priceMinor })
    // The calendar ends, and with it the periods.
    course = until > on ? next.course : null
  }
  return charges
}

/**
 * The instants between which a period lies, in the zone that holds at each boundary.
 *
 * Shape: a boundary's instant depends on its day alone, so the end of one period is the beginning of the
 * next, whatever zones the contract moved through. Source: domain edge case 14.
 */
export const instantsOf = (
  { zones }: Subscription,
  { from, to }: Period,
): { readonly from: Instant; readonly to: Instant } => {
  const instant = (day: CivilDate): Instant => {
    const zone = zones.findLast((moved) => moved.from <= day) ?? zones[0]
    return startOfDay(day, zone?.zone ?? 'UTC')
  }
  return { from: instant(from), to: instant(to) }
}
