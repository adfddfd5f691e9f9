import type {
  AnchorDays,
  Breakdown,
  ChangeId,
  CivilDate,
  Currency,
  MinorUnits,
  PaymentTerms,
  Text,
} from '../shared/index.ts'
import type { About } from './about.ts'
import type { Agreed, Checklist, CreditEvidence, Hold } from './evidence.ts'
import type { Stages } from './events.ts'
import type { LineQuantity, OrderLine } from './line.ts'
import type {
  RecordCancellation,
  RecordDelivery,
  RecordSale,
  RecordSaleCredit,
  RecordSaleCreditWithdrawal,
} from './record-commands.ts'

export {
  type RecordCancellation,
  type RecordDelivery,
  type RecordSale,
  type RecordSaleCredit,
  type RecordSaleCreditWithdrawal,
} from './record-commands.ts'

/**
 * Asks: each line must come to what it says, stages must add up, the terms must be sound, there must be
 * something to order and a choice of ways to pay.
 */
export interface PlaceOrder extends About {
  readonly type: 'PlaceOrder'
  readonly currency: Currency
  readonly lines: ReadonlyArray<OrderLine>
  readonly terms: PaymentTerms
  readonly offeredMethods: ReadonlyArray<Text>
  readonly promisedOn: CivilDate | null
  readonly stages: Stages | null
}
/** Shows the buyer what is to be paid and when, under one or more plans. */
export interface QuoteTerms extends About {
  readonly type: 'QuoteTerms'
  readonly breakdown: Breakdown
  /** Of the tax, what is on shipping and fees. */
  readonly extrasTaxMinor: MinorUnits
  /** The plan proposed, then its alternatives. */
  readonly plans: ReadonlyArray<PaymentTerms>
  /** Evidence: this buyer may choose, so that one plan alone is not enough. */
  readonly mayChoose: boolean
  /** The days from which the plans count, as far as they are known or expected. */
  readonly days: AnchorDays
  readonly validUntil: CivilDate
}
export interface AcceptTerms extends About {
  readonly type: 'AcceptTerms'
  readonly quoteHash: Text
}
/** Asks for credit, agreement, checklist and a way to pay; each comes as evidence. */
export interface ConfirmOrder extends About {
  readonly type: 'ConfirmOrder'
  readonly credit: CreditEvidence
  readonly hold: Hold | null
  readonly agreement: Agreed
  readonly checklist: Checklist
  /** The way to pay that the buyer chose. */
  readonly method: Text | null
  /** The plan that the buyer accepted; null where none was quoted. */
  readonly quoteHash: Text | null
}
/** `lines`: null for all that has not left yet. */
export interface ShipOrder extends About {
  readonly type: 'ShipOrder'
  readonly shipmentId: Text
  readonly lines: ReadonlyArray<LineQuantity> | null
}
export interface ConfirmDelivery extends About {
  readonly type: 'ConfirmDelivery'
  readonly shipmentId: Text
}
export interface AcceptGoods extends About {
  readonly type: 'AcceptGoods'
  readonly shipmentId: Text
}
export interface StartMilestone extends About {
  readonly type: 'StartMilestone'
  readonly milestoneId: Text
  /** Evidence: the milestones that are paid in full. */
  readonly paid: ReadonlyArray<Text>
}
export interface CompleteMilestone extends About {
  readonly type: 'CompleteMilestone'
  readonly milestoneId: Text
}
export interface AcceptMilestone extends About {
  readonly type: 'AcceptMilestone'
  readonly milestoneId: Text
}
interface Change extends About {
  readonly changeId: ChangeId
  readonly reason: Text | null
}
/** Refused once a part was shipped: goods that left come back as a return. */
export interface CancelOrder extends Change {
  readonly type: 'CancelOrder'
}
/** Nothing more is to be shipped. */
export interface CloseOrder extends Change {
  readonly type: 'CloseOrder'
}
/** Goes on with a cancelled or closed order: credit is asked for anew. */
export interface ReopenOrder extends Change {
  readonly type: 'ReopenOrder'
  readonly credit: CreditEvidence
  readonly hold: Hold | null
}
export type OrderCommand =
  | PlaceOrder
  | QuoteTerms
  | AcceptTerms
  | ConfirmOrder
  | ShipOrder
  | ConfirmDelivery
  | AcceptGoods
  | StartMilestone
  | CompleteMilestone
  | AcceptMilestone
  | CancelOrder
  | CloseOrder
  | ReopenOrder
  | RecordSale
  | RecordSaleCredit
  | RecordSaleCreditWithdrawal
  | RecordDelivery
  | RecordCancellation
