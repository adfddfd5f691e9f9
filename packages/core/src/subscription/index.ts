import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { SubscriptionCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { SubscriptionEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { explain, type SubscriptionRejection } from './rejections.ts'
import { initial, type Subscription } from './state.ts'

export {
  CancellationWithdrawn,
  ChargeFailed,
  EarlyTerminationCharged,
  FreePeriodsGranted,
  MandateExpired,
  MandateSet,
  PlanChangeAgreed,
  PlanChanged,
  PricePhaseStarted,
  RenewalNoticeSent,
  SubscriptionCancelled,
  SubscriptionEvent,
  SubscriptionExpired,
  SubscriptionPaused,
  SubscriptionReactivated,
  SubscriptionReinstated,
  SubscriptionRenewed,
  SubscriptionResumed,
  SubscriptionStarted,
  SubscriptionSuspended,
  SubscriptionZoneMoved,
  TrialCancelled,
  TrialConversionMissed,
  TrialConverted,
  TrialStarted,
} from './events.ts'
export {
  type CancelSubscription,
  type ChangePlan,
  type ConvertTrial,
  type ExpireSubscription,
  type GrantFreePeriods,
  type MoveSubscriptionZone,
  type PauseSubscription,
  type ReactivateSubscription,
  type RecordChargeFailure,
  type RecordMandateExpiry,
  type RecordMandate,
  type RecordRenewal,
  type RecordSubscription,
  type RecordSubscriptionEnd,
  type ReinstateSubscription,
  type RenewSubscription,
  type ResumeSubscription,
  type SendRenewalNotice,
  type StartSubscription,
  type SubscriptionCommand,
  type SuspendSubscription,
  type WithdrawCancellation,
} from './commands.ts'
export { nextOf, type Course, type Upcoming } from './course.ts'
export { noticeOf, type Notice } from './notice.ts'
export { priceOf, startOfPeriod, sameInterval } from './periods.ts'
export {
  Commitment,
  Interval,
  NoticePolicy,
  PausePolicy,
  Plan,
  PricePhase,
  RetryPolicy,
} from './plan.ts'
export {
  netOfLines,
  proratedMinor,
  unpaused,
  type Pause,
  type Prorated,
  type Span,
} from './proration.ts'
export { entitlementsOn, instantsOf, scheduledCharges, type ScheduledCharge } from './reading.ts'
export { type SubscriptionRejection } from './rejections.ts'
export {
  compareMonthly,
  isPausedOn,
  monthlyOf,
  movementOf,
  revenueOn,
  type MonthlyAmount,
  type Movement,
  type RevenueOptions,
} from './revenue.ts'
export { MethodKind, Period, PlanPrice, ProrationLine } from './shapes.ts'
export { isOver, type Subscription, type SubscriptionStatus } from './state.ts'

export const subscriptionEvents: ReadonlyArray<EventDefinition> =
  SubscriptionEvent.types.map(define)

/** One contract that renews: its trial, periods, plans, pauses and end. One stream a subscription. */
export const subscriptionRoom: Room<
  SubscriptionCommand,
  SubscriptionEvent,
  Subscription,
  SubscriptionRejection
> = {
  category: 'subscription',
  decider: { initial, decide, evolve },
  events: subscriptionEvents,
  streamOf: ({ subscriptionId }) => `subscription-${subscriptionId}`,
  doorOf: ({ type }) => (type.startsWith('Record') ? 'record' : 'ask'),
  explain,
}
