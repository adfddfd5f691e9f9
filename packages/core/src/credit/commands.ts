import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  ItemId,
  MinorUnits,
  OrderId,
  Text,
} from '../shared/index.ts'
import type {
  ExposureCause,
  HoldReason,
  RestoreCause,
  ReviewConclusion,
  ScoreInput,
} from './values.ts'
import type { CreditPolicy, RiskRule } from './policy.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
  /** Names what the command does; its repetition says nothing. */
  readonly changeId: ChangeId
}
interface AboutMoney extends About {
  readonly currency: Currency
}

/** Decides on credit by a policy, on a score that was made before. */
export interface RequestCredit extends AboutMoney {
  readonly type: 'RequestCredit'
  /** What is asked for: the limit is no higher. */
  readonly requestedMinor: MinorUnits
  readonly policy: CreditPolicy
  readonly score: number
  /** The model that made the score, with its version. */
  readonly scoredBy: Text
  readonly inputs: ReadonlyArray<ScoreInput>
  readonly behaviour: Text | null
}
/**
 * Keeps a part of the limit for an order. `refusalStands`: a refusal becomes an event, which a process can
 * wait for; else the command is rejected, and may be tried again.
 */
export interface ReserveCredit extends AboutMoney {
  readonly type: 'ReserveCredit'
  readonly orderId: OrderId
  readonly amountMinor: MinorUnits
  readonly expiresOn: CivilDate
  readonly refusalStands: boolean
}
/** Frees all that is still reserved for an order. */
export interface ReleaseCredit extends AboutMoney {
  readonly type: 'ReleaseCredit'
  readonly orderId: OrderId
  readonly reason: Text | null
}
/** Asks whether the reservation of an order that was never shipped is over on `effectiveOn`. */
export interface ExpireReservation extends AboutMoney {
  readonly type: 'ExpireReservation'
  readonly orderId: OrderId
}
/** A part of an order was billed: so much of its reservation is owed from here on. */
export interface ConsumeCredit extends AboutMoney {
  readonly type: 'ConsumeCredit'
  readonly orderId: OrderId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
}
/** Something was settled on an item, and frees what the item used. */
export interface RestoreCredit extends AboutMoney {
  readonly type: 'RestoreCredit'
  readonly itemId: ItemId
  readonly settledMinor: MinorUnits
  readonly cause: RestoreCause
}
/** Raises or cuts the limit; below the exposure too. */
export interface ChangeLimit extends AboutMoney {
  readonly type: 'ChangeLimit'
  readonly limitMinor: MinorUnits
  readonly reason: Text | null
}
export interface PlaceHold extends About {
  readonly type: 'PlaceHold'
  readonly reason: Exclude<HoldReason, 'fraud'>
  readonly note: Text | null
}
/** `liftedBy` null: a rule lifts it. A hold for fraud is lifted by a person only. */
export interface LiftHold extends About {
  readonly type: 'LiftHold'
  readonly holdId: ChangeId
  readonly liftedBy: Text | null
}
export interface SuspectFraud extends About {
  readonly type: 'SuspectFraud'
  readonly suspicion: Text
}
export interface GrantOverride extends AboutMoney {
  readonly type: 'GrantOverride'
  readonly grantedBy: Text
  readonly reason: Text
  readonly until: CivilDate
  readonly upToMinor: MinorUnits | null
}
export interface ProvideReference extends About {
  readonly type: 'ProvideReference'
  readonly kind: Text
  readonly source: Text | null
}
/** Asks whether a rule flags the customer on this evidence: the last payments, newest last. */
export interface AssessRisk extends About {
  readonly type: 'AssessRisk'
  readonly rule: RiskRule
  readonly payments: ReadonlyArray<{ readonly itemId: ItemId; readonly daysLate: number }>
}
export interface RequestReview extends About {
  readonly type: 'RequestReview'
  readonly reason: Text
}
export interface CompleteReview extends About {
  readonly type: 'CompleteReview'
  readonly reviewId: ChangeId
  readonly conclusion: ReviewConclusion
}

// The record door.

/** A limit that was decided elsewhere. */
export interface RecordCreditDecision extends AboutMoney {
  readonly type: 'RecordCreditDecision'
  readonly limitMinor: MinorUnits
  readonly validUntil: CivilDate
}
/** The customer owes more, whatever the limit says. */
export interface RecordExposure extends AboutMoney {
  readonly type: 'RecordExposure'
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly cause: ExposureCause
}

export type CreditCommand =
  | RequestCredit
  | ReserveCredit
  | ReleaseCredit
  | ExpireReservation
  | ConsumeCredit
  | RestoreCredit
  | ChangeLimit
  | PlaceHold
  | LiftHold
  | SuspectFraud
  | GrantOverride
  | ProvideReference
  | AssessRisk
  | RequestReview
  | CompleteReview
  | RecordCreditDecision
  | RecordExposure
