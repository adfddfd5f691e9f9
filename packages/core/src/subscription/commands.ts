import type {
  ChangeId,
  CivilDate,
  CustomerId,
  MinorUnits,
  SubscriptionId,
  Text,
} from '../shared/index.ts'
import type { Plan, RetryPolicy } from './plan.ts'
import type { MethodKind } from './shapes.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
  readonly subscriptionId: SubscriptionId
}
interface Change extends About {
  readonly changeId: ChangeId
}
/** Begins on `effectiveOn`, which anchors the periods; with a trial first where `withTrial`. */
export interface StartSubscription extends Change {
  readonly type: 'StartSubscription'
  readonly plan: Plan
  /** The zone of the contract, in which its days begin and end. */
  readonly zone: Text
  readonly withTrial: boolean
}
/** The trial is over: what came of the first charge decides whether it converted. */
export interface ConvertTrial extends Change {
  readonly type: 'ConvertTrial'
  readonly firstCharge: 'paid' | 'failed' | 'invoiced'
}
/** The next period, by its index. A repetition of an index that was renewed says nothing. */
export interface RenewSubscription extends About {
  readonly type: 'RenewSubscription'
  readonly periodIndex: number
}
export interface ChangePlan extends Change {
  readonly type: 'ChangePlan'
  readonly plan: Plan
  readonly when: 'now' | 'periodEnd'
}
/** From `from` up to the day before `to`, both in the future or today. */
export interface PauseSubscription extends Change {
  readonly type: 'PauseSubscription'
  readonly from: CivilDate
  readonly to: CivilDate
}
/** Ends a pause today that would go on, or calls off one that has not begun. */
export interface ResumeSubscription extends Change {
  readonly type: 'ResumeSubscription'
}
/** What dunning does: entitlements end, the contract stands. */
export interface SuspendSubscription extends Change {
  readonly type: 'SuspendSubscription'
  readonly reason: Text | null
}
export interface ReinstateSubscription extends Change {
  readonly type: 'ReinstateSubscription'
}
/** During a trial, `at` makes no difference: the trial ends today. */
export interface CancelSubscription extends Change {
  readonly type: 'CancelSubscription'
  readonly at: 'now' | 'periodEnd'
  readonly voluntary: boolean
  readonly reason: Text | null
}
/** Takes back a cancellation that has not ended the subscription yet. */
export interface WithdrawCancellation extends Change {
  readonly type: 'WithdrawCancellation'
}
/** The period, or the trial, is over and nothing followed it. */
export interface ExpireSubscription extends Change {
  readonly type: 'ExpireSubscription'
}
export interface ReactivateSubscription extends Change {
  readonly type: 'ReactivateSubscription'
  readonly plan: Plan
}
/** The next so many renewals are free to somebody who pays. */
export interface GrantFreePeriods extends Change {
  readonly type: 'GrantFreePeriods'
  readonly periods: number
  readonly reason: Text | null
}
/** Announces a renewal, once for each period, from the day that the plan's notice policy names. */
export interface SendRenewalNotice extends About {
  readonly type: 'SendRenewalNotice'
  readonly periodIndex: number
}
/** The contract's zone; periods that have begun keep theirs. */
export interface MoveSubscriptionZone extends Change {
  readonly type: 'MoveSubscriptionZone'
  readonly zone: Text
}
/** A subscription that began elsewhere, at the price that was agreed there. */
export interface RecordSubscription extends Change {
  readonly type: 'RecordSubscription'
  readonly plan: Plan
  readonly zone: Text
  readonly priceMinor: MinorUnits
}
/** A renewal made elsewhere, at whatever price; but periods neither overlap nor leave a hole. */
export interface RecordRenewal extends About {
  readonly type: 'RecordRenewal'
  readonly periodIndex: number
  readonly from: CivilDate
  readonly to: CivilDate
  readonly priceMinor: MinorUnits
}
/** An end decided elsewhere, effective on its day: no fee, no credit, no permission. */
export interface RecordSubscriptionEnd extends Change {
  readonly type: 'RecordSubscriptionEnd'
  readonly voluntary: boolean
  readonly reason: Text | null
}
export interface RecordMandate extends Change {
  readonly type: 'RecordMandate'
  readonly methodId: Text
  readonly kind: MethodKind
  readonly expiresOn: CivilDate | null
}
export interface RecordMandateExpiry extends Change {
  readonly type: 'RecordMandateExpiry'
  readonly methodId: Text
}
/** What the provider answered; the policy says when to try again. */
export interface RecordChargeFailure extends Change {
  readonly type: 'RecordChargeFailure'
  readonly periodIndex: number
  readonly decline: 'hard' | 'soft'
  readonly policy: RetryPolicy
}
export type SubscriptionCommand =
  | StartSubscription
  | ConvertTrial
  | RenewSubscription
  | ChangePlan
  | PauseSubscription
  | ResumeSubscription
  | SuspendSubscription
  | ReinstateSubscription
  | CancelSubscription
  | WithdrawCancellation
  | ExpireSubscription
  | ReactivateSubscription
  | GrantFreePeriods
  | SendRenewalNotice
  | MoveSubscriptionZone
  | RecordSubscription
  | RecordRenewal
  | RecordSubscriptionEnd
  | RecordMandate
  | RecordMandateExpiry
  | RecordChargeFailure
