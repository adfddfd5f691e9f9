import type { ChangeId, CivilDate, CustomerId, Text } from '../shared/index.ts'
import type { Course } from './course.ts'
import type { Plan } from './plan.ts'
import type { MethodKind } from './shapes.ts'

export type SubscriptionStatus = 'none' | 'trialing' | 'active' | 'pastDue' | 'suspended' | 'ended'

/** How a renewal is collected: the last word on whether it can be charged stands in `expired`. */
export interface Method {
  readonly methodId: Text
  readonly kind: MethodKind
  readonly expiresOn: CivilDate | null
  readonly expired: boolean
}
/** The failed charges of the newest period that had one. */
export interface Failures {
  readonly periodIndex: number
  readonly attempts: number
  readonly firstOn: CivilDate
  readonly hard: boolean
}
export interface Subscription {
  readonly status: SubscriptionStatus
  /** Whose it is; null before anything is known. */
  readonly customerId: CustomerId | null
  /** The plan of the trial or of the course; null before the start. */
  readonly plan: Plan | null
  readonly trialEndsOn: CivilDate | null
  /** Null before the first paid period. */
  readonly course: Course | null
  /** The change that agreed on the plan of the next period. */
  readonly agreedBy: ChangeId | null
  /** The first day without the subscription, where it is cancelled or over. */
  readonly endsOn: CivilDate | null
  /** Whether the customer chose the end; null where there is none, or it is not known. */
  readonly voluntary: boolean | null
  /** What leaving early cost, until the cancellation is withdrawn. */
  readonly earlyFeeMinor: number
  readonly firstStartedOn: CivilDate | null
  /** Each zone of the contract and the boundary from which it counts. */
  readonly zones: ReadonlyArray<{ readonly zone: Text; readonly from: CivilDate }>
  readonly method: Method | null
  readonly failures: Failures | null
  /** When it was suspended, and up to which day; `to` is null while it is. In order. */
  readonly suspensions: ReadonlyArray<{ readonly from: CivilDate; readonly to: CivilDate | null }>
  /** What each renewal said, by its index. */
  readonly renewals: ReadonlyMap<number, string>
  readonly noticed: ReadonlySet<number>
  /** What each change said, so that a repetition is recognised and a conflict can be named. */
  readonly changes: ReadonlyMap<ChangeId, string>
  /** The latest day on which the subscription itself changed. */
  readonly changedOn: CivilDate | null
}

export const initial = (): Subscription => ({
  status: 'none',
  customerId: null,
  plan: null,
  trialEndsOn: null,
  course: null,
  agreedBy: null,
  endsOn: null,
  voluntary: null,
  earlyFeeMinor: 0,
  firstStartedOn: null,
  zones: [],
  method: null,
  failures: null,
  suspensions: [],
  renewals: new Map(),
  noticed: new Set(),
  changes: new Map(),
  changedOn: null,
})

/** Whether the subscription is over on a day. */
export const isOver = ({ status, endsOn }: Subscription, day: CivilDate): boolean =>
  status === 'ended' || (endsOn !== null && endsOn <= day)
