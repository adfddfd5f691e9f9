import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  FinancingId,
  ItemId,
  MinorUnits,
  OrderId,
  Text,
} from '../shared/index.ts'
import type { PartnerTerms, RecourseReason } from './partner.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly currency: Currency
  readonly financingId: FinancingId
}
interface Change extends About {
  readonly changeId: ChangeId
}
/** Asks a partner to take over what an order will owe. */
export interface ApplyForFinancing extends About {
  readonly type: 'ApplyForFinancing'
  readonly orderId: OrderId
  readonly amountMinor: MinorUnits
  readonly terms: PartnerTerms
}
/** The partner's answer, yes. */
export interface ApproveFinancing extends About {
  readonly type: 'ApproveFinancing'
  readonly reference: Text | null
}
/** The partner's answer, no. */
export interface DeclineFinancing extends About {
  readonly type: 'DeclineFinancing'
  readonly reason: Text | null
}
/** Makes a receivable over to the partner, on the terms of the application. */
export interface AssignReceivable extends Change {
  readonly type: 'AssignReceivable'
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly originalDueOn: CivilDate | null
}
/** The partner paid: gross, less its fee. */
export interface SettleFinancing extends Change {
  readonly type: 'SettleFinancing'
  readonly grossMinor: MinorUnits
  readonly feeMinor: MinorUnits
}
/** The partner wants proof that there is no such reason. */
export interface RequestEvidence extends Change {
  readonly type: 'RequestEvidence'
  readonly about: RecourseReason
}
export interface ProvideEvidence extends Change {
  readonly type: 'ProvideEvidence'
  readonly requestId: ChangeId
  readonly reference: Text | null
}
/** The partner gives a receivable back, which only a reason of the terms allows. */
export interface TakeRecourse extends Change {
  readonly type: 'TakeRecourse'
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly reason: RecourseReason
}

// The record door: what a partner did elsewhere. The sums hold, permission is not asked.

/** A receivable that was made over elsewhere, with or without an application that we know. */
export interface RecordAssignment extends Change {
  readonly type: 'RecordAssignment'
  readonly terms: PartnerTerms
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly feeMinor: MinorUnits
  readonly payoutOn: CivilDate
  readonly originalDueOn: CivilDate | null
}
export interface RecordSettlement extends Change {
  readonly type: 'RecordSettlement'
  readonly grossMinor: MinorUnits
  readonly feeMinor: MinorUnits
}
/** Given back, for whatever reason. */
export interface RecordRecourse extends Change {
  readonly type: 'RecordRecourse'
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly reason: RecourseReason
}
export type FinancingCommand =
  | ApplyForFinancing
  | ApproveFinancing
  | DeclineFinancing
  | AssignReceivable
  | SettleFinancing
  | RequestEvidence
  | ProvideEvidence
  | TakeRecourse
  | RecordAssignment
  | RecordSettlement
  | RecordRecourse
