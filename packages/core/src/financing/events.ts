import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  FinancingId,
  ItemId,
  MinorUnits,
  nullable,
  OrderId,
  PartnerId,
  Text,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import { PartnerTerms, RecourseReason } from './partner.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

const about = { financingId: FinancingId, partnerId: PartnerId }

/** A partner was asked to take over what an order will owe. */
export const FinancingApplied = moneyEvent('FinancingApplied', {
  ...about,
  orderId: OrderId,
  amountMinor: MinorUnits,
  terms: PartnerTerms,
})
export const FinancingApproved = moneyEvent('FinancingApproved', {
  ...about,
  orderId: OrderId,
  reference: nullable(Text),
})
export const FinancingDeclined = moneyEvent('FinancingDeclined', {
  ...about,
  orderId: OrderId,
  reason: nullable(Text),
})
/**
 * The receivable is the partner's, who owes `netMinor` for it by `payoutOn`. `originalDueOn` is the day on
 * which the customer's debt is due; null while it is not known.
 */
export const FinancingAssigned = moneyEvent('FinancingAssigned', {
  ...about,
  changeId: ChangeId,
  itemId: ItemId,
  amountMinor: MinorUnits,
  feeMinor: MinorUnits,
  netMinor: MinorUnits,
  payoutOn: CivilDate,
  terms: PartnerTerms,
  originalDueOn: nullable(CivilDate),
})
/** The partner paid for `grossMinor` of what it took over: `netMinor`, and kept `feeMinor`. */
export const FinancingSettled = moneyEvent('FinancingSettled', {
  ...about,
  changeId: ChangeId,
  grossMinor: MinorUnits,
  feeMinor: MinorUnits,
  netMinor: MinorUnits,
})
/** The partner wants proof, until `answerBy`, that day included. */
export const EvidenceRequested = moneyEvent('EvidenceRequested', {
  ...about,
  changeId: ChangeId,
  about: RecourseReason,
  answerBy: CivilDate,
})
/** The house answered a request in time. */
export const EvidenceProvided = moneyEvent('EvidenceProvided', {
  ...about,
  changeId: ChangeId,
  requestId: ChangeId,
  reference: nullable(Text),
})
/** The partner gave the receivable back: the customer owes it to the house again, due now. */
export const RecourseTaken = moneyEvent('RecourseTaken', {
  ...about,
  changeId: ChangeId,
  itemId: ItemId,
  amountMinor: MinorUnits,
  reason: RecourseReason,
  dueOn: CivilDate,
  originalDueOn: nullable(CivilDate),
})

export const FinancingEvent = t.union([
  FinancingApplied,
  FinancingApproved,
  FinancingDeclined,
  FinancingAssigned,
  FinancingSettled,
  EvidenceRequested,
  EvidenceProvided,
  RecourseTaken,
])
export type FinancingEvent = t.TypeOf<typeof FinancingEvent>
