import type {
  ChangeId,
  ChargeId,
  CivilDate,
  CreditId,
  Instalment,
  InvoiceId,
  ItemId,
  MinorUnits,
  PaymentId,
  RefundId,
  Text,
  WriteOffId,
} from '../shared/index.ts'
import type { About } from './about.ts'
import type { ItemKind } from './events.ts'

// The record door: facts decided elsewhere. Shape, currency, identity and the conservation of money are
// checked, permission is not.

/** An item from elsewhere: an invoice, a statutory charge, an opening balance. Zero is a fact too. */
export interface RecordItem extends About {
  readonly type: 'RecordItem'
  readonly itemId: ItemId
  readonly kind: ItemKind
  readonly invoiceId: InvoiceId | null
  readonly schedule: ReadonlyArray<Instalment>
}
/** A charge onto an item; where the item is not known, the charge opens one of kind `charge`. */
export interface RecordCharge extends About {
  readonly type: 'RecordCharge'
  readonly itemId: ItemId
  readonly chargeId: ChargeId
  readonly reason: Text
  readonly amountMinor: MinorUnits
}
/** Cash received elsewhere. What its item does not take stays unapplied; an unknown item may still come. */
export interface RecordPayment extends About {
  readonly type: 'RecordPayment'
  readonly paymentId: PaymentId
  readonly amountMinor: MinorUnits
  readonly method: Text | null
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
  readonly from:
    | { readonly kind: 'cash'; readonly paymentId: PaymentId }
    | { readonly kind: 'credit'; readonly creditId: CreditId }
    | null
  readonly amountMinor: MinorUnits
}
/** A receipt taken back elsewhere, named by its payment, which must be known; a second one takes nothing. */
export interface RecordReversal extends About {
  readonly type: 'RecordReversal'
  readonly changeId: ChangeId
  readonly paymentId: PaymentId
  readonly reason: Text | null
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
