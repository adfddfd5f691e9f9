import type {
  ChangeId,
  ChargebackId,
  ChargeId,
  CivilDate,
  CreditId,
  ItemId,
  MinorUnits,
  PaymentId,
  RefundId,
  Text,
  WriteOffId,
} from '../shared/index.ts'
import type { About } from './about.ts'
import type { ChargeBack, Receipt } from './cash-commands.ts'
import type { RefundSource } from './credit-events.ts'
import type { OpenItem } from './item-commands.ts'

// The record door: facts decided elsewhere. Shape, currency, identity and the conservation of money are
// checked, permission is not.

/** An item from elsewhere: an invoice, a statutory charge, an opening balance. Zero is a fact too. */
export interface RecordItem extends Omit<OpenItem, 'type'> {
  readonly type: 'RecordItem'
}
/** A charge onto an item; where the item is not known, the charge opens one of kind `charge`. */
export interface RecordCharge extends About {
  readonly type: 'RecordCharge'
  readonly itemId: ItemId
  readonly chargeId: ChargeId
  readonly reason: Text
  readonly amountMinor: MinorUnits
}

/** What a provider says of a collection. `sequence`: its place among what that source says, from 0. */
interface Collection extends About {
  readonly paymentId: PaymentId
  readonly amountMinor: MinorUnits
  readonly method: Text | null
  readonly forItemId: ItemId | null
  readonly sequence: number
}
/** A collection was begun. What its source had said later holds, and so does the receipt itself. */
export interface RecordPendingPayment extends Collection {
  readonly type: 'RecordPendingPayment'
}
/** A collection failed. It never takes back what was received: that is a reversal. */
export interface RecordFailedPayment extends Collection {
  readonly type: 'RecordFailedPayment'
  readonly reason: Text | null
}
/** Cash received elsewhere. What its item does not take stays unapplied; an unknown item may still come. */
export interface RecordPayment extends Receipt {
  readonly type: 'RecordPayment'
  readonly forItemId: ItemId | null
}
/** A credit note from elsewhere: what its item does not take becomes credit balance. */
export interface RecordCreditNote extends About {
  readonly type: 'RecordCreditNote'
  readonly creditId: CreditId
  readonly itemId: ItemId | null
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
}
/** Money that went out elsewhere. What no named source covers opens an item of kind `suspense`. */
export interface RecordRefund extends About {
  readonly type: 'RecordRefund'
  readonly refundId: RefundId
  readonly from: RefundSource | null
  readonly amountMinor: MinorUnits
}
/** The provider paid out what was requested. */
export interface RecordRefundIssue extends About {
  readonly type: 'RecordRefundIssue'
  readonly refundId: RefundId
}
/** The provider could not pay out, or the money came back: this refund, and no other, is undone. */
export interface RecordRefundFailure extends About {
  readonly type: 'RecordRefundFailure'
  readonly refundId: RefundId
  readonly reason: Text | null
}
/** A receipt taken back elsewhere, named by its payment, which must be known; a second one takes nothing. */
export interface RecordReversal extends About {
  readonly type: 'RecordReversal'
  readonly changeId: ChangeId
  readonly paymentId: PaymentId
  readonly reason: Text | null
}
/** A chargeback as the provider took it: what the payment does not cover opens an item of kind `suspense`. */
export interface RecordChargeback extends Omit<ChargeBack, 'type'> {
  readonly type: 'RecordChargeback'
  readonly chargebackId: ChargebackId
}
/** Written off elsewhere: at most what is open is given up here. */
export interface RecordWriteOff extends About {
  readonly type: 'RecordWriteOff'
  readonly writeOffId: WriteOffId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
}
/** The due day of an instalment, learned or corrected. */
export interface FixDueDate extends About {
  readonly type: 'FixDueDate'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly instalment: number
  readonly dueOn: CivilDate
}
