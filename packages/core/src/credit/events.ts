import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  Currency,
  ItemId,
  MinorUnits,
  nullable,
  OrderId,
  Text,
  Whole,
} from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'
import {
  CreditBasis,
  DeclineReason,
  ExposureCause,
  HoldReason,
  RefusalReason,
  RestoreCause,
  ReviewConclusion,
} from './values.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

const change = { changeId: ChangeId }
const money = { changeId: ChangeId, currency: Currency }

/** The customer may owe up to `limitMinor`; new orders until `validUntil`, that day included. */
export const CreditApproved = customerEvent('CreditApproved', {
  ...money,
  limitMinor: MinorUnits,
  validUntil: CivilDate,
  /** Null where it was decided elsewhere. */
  basis: nullable(CreditBasis),
})
/** No credit for new orders; what is reserved and used goes on. */
export const CreditDeclined = customerEvent('CreditDeclined', {
  ...money,
  reasons: t.readonlyArray(DeclineReason),
  basis: CreditBasis,
})
/** A part of the limit is kept for an order, until it is delivered and billed, called off, or expires. */
export const CreditReserved = customerEvent('CreditReserved', {
  ...money,
  orderId: OrderId,
  amountMinor: MinorUnits,
  expiresOn: CivilDate,
  /** The override that covers it, where it lifts the exposure over the limit. */
  overrideId: nullable(ChangeId),
})
/** A request for an order was turned down, and the refusal stands: its repetition changes nothing. */
export const CreditRefused = customerEvent('CreditRefused', {
  ...money,
  orderId: OrderId,
  amountMinor: MinorUnits,
  why: RefusalReason,
  limitMinor: MinorUnits,
  reservedMinor: MinorUnits,
  usedMinor: MinorUnits,
})
/** What was still reserved for an order is free again: it was called off or closed. */
export const CreditReservationReleased = customerEvent('CreditReservationReleased', {
  ...money,
  orderId: OrderId,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
/** The order was never shipped, and what was reserved for it is free again. */
export const CreditReservationExpired = customerEvent('CreditReservationExpired', {
  ...money,
  orderId: OrderId,
  amountMinor: MinorUnits,
})
/** A part of the order became a receivable: `amountMinor` of its reservation, `beyondMinor` on top of it. */
export const CreditConsumed = customerEvent('CreditConsumed', {
  ...money,
  orderId: OrderId,
  itemId: ItemId,
  amountMinor: MinorUnits,
  beyondMinor: MinorUnits,
})
/** The customer owes more than was reserved: a fee, a bounced payment, what a partner gave back. */
export const ExposureRaised = customerEvent('ExposureRaised', {
  ...money,
  itemId: ItemId,
  amountMinor: MinorUnits,
  cause: ExposureCause,
})
/** `amountMinor` of the limit is free again, of `settledMinor` that were settled on the item. */
export const CreditRestored = customerEvent('CreditRestored', {
  ...money,
  itemId: ItemId,
  amountMinor: MinorUnits,
  settledMinor: MinorUnits,
  cause: RestoreCause,
})
/** The limit was raised or cut. `excessMinor` is what the exposure lies above it; 0 where it does not. */
export const CreditLimitChanged = customerEvent('CreditLimitChanged', {
  ...money,
  limitMinor: MinorUnits,
  previousMinor: MinorUnits,
  excessMinor: MinorUnits,
  reason: nullable(Text),
})
/** While a hold stands nothing is reserved. The change that placed it is its name. */
export const CreditHoldPlaced = customerEvent('CreditHoldPlaced', {
  ...change,
  reason: HoldReason,
  note: nullable(Text),
})
export const CreditHoldLifted = customerEvent('CreditHoldLifted', {
  ...change,
  holdId: ChangeId,
  /** Who lifted it; null where a rule did, which may not lift a hold for fraud. */
  liftedBy: nullable(Text),
})
/** Somebody or something suspects fraud; a hold goes with it. */
export const FraudSuspected = customerEvent('FraudSuspected', { ...change, suspicion: Text })
/** A named person lets orders go over the limit until a day; up to an exposure, or without bound. */
export const CreditOverrideGranted = customerEvent('CreditOverrideGranted', {
  ...money,
  grantedBy: Text,
  reason: Text,
  until: CivilDate,
  upToMinor: nullable(MinorUnits),
})
/** A reference or a document that a checklist asks for. */
export const ReferenceProvided = customerEvent('ReferenceProvided', {
  ...change,
  kind: Text,
  source: nullable(Text),
})
/** Payments came late often enough for a rule to notice. */
export const RiskFlagRaised = customerEvent('RiskFlagRaised', {
  ...change,
  ruleId: Text,
  ruleVersion: Whole,
  lateItemIds: t.readonlyArray(ItemId),
  outOf: Whole,
})
/** Somebody should look at this customer's credit. The change that asked for it is its name. */
export const CreditReviewRequested = customerEvent('CreditReviewRequested', {
  ...change,
  reason: Text,
})
export const CreditReviewCompleted = customerEvent('CreditReviewCompleted', {
  ...change,
  reviewId: ChangeId,
  conclusion: ReviewConclusion,
})

export const CreditEvent = t.union([
  CreditApproved,
  CreditDeclined,
  CreditReserved,
  CreditRefused,
  CreditReservationReleased,
  CreditReservationExpired,
  CreditConsumed,
  ExposureRaised,
  CreditRestored,
  CreditLimitChanged,
  CreditHoldPlaced,
  CreditHoldLifted,
  FraudSuspected,
  CreditOverrideGranted,
  ReferenceProvided,
  RiskFlagRaised,
  CreditReviewRequested,
  CreditReviewCompleted,
])
export type CreditEvent = t.TypeOf<typeof CreditEvent>
