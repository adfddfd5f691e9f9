import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  Currency,
  MinorUnits,
  nullable,
  SubscriptionId,
  Text,
  Whole,
} from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'
import { Interval, PausePolicy, Plan } from './plan.ts'
import { ChargeFailed, MandateExpired, MandateSet, RenewalNoticeSent } from './payment-events.ts'
import { Period, PlanPrice, ProrationLine } from './shapes.ts'

export { ChargeFailed, MandateExpired, MandateSet, RenewalNoticeSent }

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

const own = { subscriptionId: SubscriptionId }
const change = { ...own, changeId: ChangeId }
/** What a period costs: `priceMinor` is billed for it, `recurringMinor` is the price of a whole one. */
const billed = {
  currency: Currency,
  period: Period,
  priceMinor: MinorUnits,
  recurringMinor: MinorUnits,
}

/** A trial never counts as recurring revenue. The day `trialEndsOn` is the first one after it. */
export const TrialStarted = customerEvent('TrialStarted', {
  ...change,
  plan: Plan,
  zone: Text,
  trialEndsOn: CivilDate,
})
export const TrialConverted = customerEvent('TrialConverted', { ...change, ...billed, plan: Plan })
/** The trial ended unpaid: no conversion, and no churn either. */
export const TrialConversionMissed = customerEvent('TrialConversionMissed', {
  ...change,
  reason: t.keyof({ chargeFailed: null, trialEnded: null }),
})
/** Left during the trial, which is no churn. */
export const TrialCancelled = customerEvent('TrialCancelled', { ...change, voluntary: t.boolean })
export const SubscriptionStarted = customerEvent('SubscriptionStarted', {
  ...change,
  ...billed,
  plan: Plan,
  zone: Text,
})
export const SubscriptionRenewed = customerEvent('SubscriptionRenewed', {
  ...own,
  ...billed,
  planId: Text,
  planVersion: Whole,
  interval: Interval,
  /** Days of the period that are paused already and not billed. */
  pausedDays: Whole,
  /** Whether the period was given free to a payer: the recurring price stands. */
  free: t.boolean,
})
/** The price of a whole period moved to the next phase of the plan: a promotion ended, or changed. */
export const PricePhaseStarted = customerEvent('PricePhaseStarted', {
  ...own,
  currency: Currency,
  periodIndex: Whole,
  interval: Interval,
  recurringBeforeMinor: MinorUnits,
  recurringMinor: MinorUnits,
})
export const PlanChangeAgreed = customerEvent('PlanChangeAgreed', {
  ...change,
  plan: Plan,
  startsOn: CivilDate,
})
/** `previous` and `plan` show which way it went; the lines settle the period in which it happened. */
export const PlanChanged = customerEvent('PlanChanged', {
  ...own,
  changeId: ChangeId,
  currency: Currency,
  previous: PlanPrice,
  plan: Plan,
  recurringMinor: MinorUnits,
  when: t.keyof({ now: null, periodEnd: null }),
  period: Period,
  lines: t.readonlyArray(ProrationLine),
})
/** Agreed on `effectiveOn`; the pause runs from `from` up to the day before `to`. */
export const SubscriptionPaused = customerEvent('SubscriptionPaused', {
  ...change,
  currency: Currency,
  from: CivilDate,
  to: CivilDate,
  pausedDays: Whole,
  policy: PausePolicy,
  period: Period,
  lines: t.readonlyArray(ProrationLine),
})
/** The pause ended before its time, on the day `to`; `pausedDays` is what it lasted. */
export const SubscriptionResumed = customerEvent('SubscriptionResumed', {
  ...change,
  currency: Currency,
  from: CivilDate,
  to: CivilDate,
  pausedDays: Whole,
  period: Period,
  lines: t.readonlyArray(ProrationLine),
})
export const SubscriptionSuspended = customerEvent('SubscriptionSuspended', {
  ...change,
  reason: nullable(Text),
})
/** The arrears are settled: entitlements are back, or were never lost where it was only past due. */
export const SubscriptionReinstated = customerEvent('SubscriptionReinstated', {
  ...change,
  after: t.keyof({ pastDue: null, suspended: null }),
})
/** `endsOn` is the first day without the subscription: today, or the end of the period. */
export const SubscriptionCancelled = customerEvent('SubscriptionCancelled', {
  ...change,
  currency: Currency,
  at: t.keyof({ now: null, periodEnd: null }),
  endsOn: CivilDate,
  voluntary: t.boolean,
  reason: nullable(Text),
  lines: t.readonlyArray(ProrationLine),
})
/** An early termination fee that was charged with the cancellation is given up. */
export const CancellationWithdrawn = customerEvent('CancellationWithdrawn', {
  ...change,
  currency: Currency,
  endsOn: CivilDate,
  waivedFeeMinor: MinorUnits,
})
export const EarlyTerminationCharged = customerEvent('EarlyTerminationCharged', {
  ...change,
  currency: Currency,
  feeMinor: MinorUnits,
  periodsServed: Whole,
  periodsAgreed: Whole,
})
/** The period ended and was not renewed. */
export const SubscriptionExpired = customerEvent('SubscriptionExpired', {
  ...change,
  endsOn: CivilDate,
})
/** Came back after an end. `firstStartedOn` keeps the cohort that the first start gave. */
export const SubscriptionReactivated = customerEvent('SubscriptionReactivated', {
  ...change,
  ...billed,
  plan: Plan,
  firstStartedOn: CivilDate,
  endedOn: CivilDate,
})
export const FreePeriodsGranted = customerEvent('FreePeriodsGranted', {
  ...change,
  periods: Whole,
  reason: nullable(Text),
})
/** Later periods begin and end in the new zone, from the boundary `appliesFrom` on. */
export const SubscriptionZoneMoved = customerEvent('SubscriptionZoneMoved', {
  ...change,
  fromZone: Text,
  toZone: Text,
  appliesFrom: CivilDate,
})

export const SubscriptionEvent = t.union([
  TrialStarted,
  TrialConverted,
  TrialConversionMissed,
  TrialCancelled,
  SubscriptionStarted,
  SubscriptionRenewed,
  PricePhaseStarted,
  PlanChangeAgreed,
  PlanChanged,
  SubscriptionPaused,
  SubscriptionResumed,
  SubscriptionSuspended,
  SubscriptionReinstated,
  SubscriptionCancelled,
  CancellationWithdrawn,
  EarlyTerminationCharged,
  SubscriptionExpired,
  SubscriptionReactivated,
  FreePeriodsGranted,
  RenewalNoticeSent,
  MandateSet,
  MandateExpired,
  ChargeFailed,
  SubscriptionZoneMoved,
])
export type SubscriptionEvent = t.TypeOf<typeof SubscriptionEvent>
