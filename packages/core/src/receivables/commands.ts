import type {
  ChangeId,
  ChargeId,
  CivilDate,
  CreditId,
  Currency,
  CustomerId,
  Instalment,
  InvoiceId,
  ItemId,
  LateFeeRule,
  MinorUnits,
  PaymentId,
  RefundId,
  Text,
  WriteOffId,
} from '../shared/index.ts'
import type { ItemKind } from './events.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly currency: Currency
}

/**
 * Where cash goes. `named`: to these items in this order, each up to what is open (the rest stays
 * unapplied); `oldestDue`: over the instalments of all open items; `oldestIssued`, `largest`: over all
 * open items in that order; `none`: it stays unapplied.
 */
export type Allocation =
  | { readonly kind: 'named'; readonly itemIds: ReadonlyArray<ItemId> }
  | { readonly kind: 'oldestDue' | 'oldestIssued' | 'largest' | 'none' }

/** Opens an item for an issued invoice. Cash that the payer had named for it is applied at once. */
export interface OpenItem extends About {
  readonly type: 'OpenItem'
  readonly itemId: ItemId
  readonly kind: ItemKind
  readonly invoiceId: InvoiceId | null
  readonly schedule: ReadonlyArray<Instalment>
}
/** Cash through our own till or provider: it must be more than nothing. */
export interface ReceivePayment extends About {
  readonly type: 'ReceivePayment'
  readonly paymentId: PaymentId
  readonly amountMinor: MinorUnits
  readonly method: Text | null
  readonly allocation: Allocation
}
/** Applies what is left of one payment. */
export interface AllocatePayment extends About {
  readonly type: 'AllocatePayment'
  readonly changeId: ChangeId
  readonly paymentId: PaymentId
  readonly allocation: Allocation
}
/** Takes one application of a payment back, whole. */
export interface UnapplyPayment extends About {
  readonly type: 'UnapplyPayment'
  readonly changeId: ChangeId
  readonly paymentId: PaymentId
  readonly itemId: ItemId
}
/** The bank took the cash back: every application is unapplied, then the cash leaves. */
export interface ReversePayment extends About {
  readonly type: 'ReversePayment'
  readonly changeId: ChangeId
  readonly paymentId: PaymentId
  readonly reason: Text | null
}
/** A credit note of ours: against an item we know, at most what was charged on it less earlier notes. */
export interface IssueCredit extends About {
  readonly type: 'IssueCredit'
  readonly creditId: CreditId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
}
/** Applies what is left of a credit note to open items. */
export interface ApplyCredit extends About {
  readonly type: 'ApplyCredit'
  readonly changeId: ChangeId
  readonly creditId: CreditId
  readonly allocation: Allocation
}
/** Pays unapplied cash or credit balance back, at most what is there. */
export interface IssueRefund extends About {
  readonly type: 'IssueRefund'
  readonly refundId: RefundId
  readonly from:
    | { readonly kind: 'cash'; readonly paymentId: PaymentId }
    | { readonly kind: 'credit'; readonly creditId: CreditId }
  readonly amountMinor: MinorUnits
}
/**
 * Asks whether a late fee is due on `effectiveOn` under the agreed rule (null: none was agreed), and
 * assesses the next one at most. `chargeId` names the fee; the base is open principal, never fees.
 */
export interface AssessLateFee extends About {
  readonly type: 'AssessLateFee'
  readonly itemId: ItemId
  readonly chargeId: ChargeId
  readonly rule: LateFeeRule | null
  readonly graceDays: number
}
export interface WaiveLateFee extends About {
  readonly type: 'WaiveLateFee'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly chargeId: ChargeId
}
/** Gives up what is open on an item, all of it. */
export interface WriteOff extends About {
  readonly type: 'WriteOff'
  readonly writeOffId: WriteOffId
  readonly itemId: ItemId
  readonly reason: Text | null
}
/** Uses unapplied cash of a payment on what was written off, at most that much. */
export interface RecoverWriteOff extends About {
  readonly type: 'RecoverWriteOff'
  readonly writeOffId: WriteOffId
  readonly paymentId: PaymentId
}

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
/** A receipt taken back elsewhere, named by its payment; unknown or already reversed: nothing. */
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

export type ReceivablesCommand =
  | OpenItem
  | ReceivePayment
  | AllocatePayment
  | UnapplyPayment
  | ReversePayment
  | IssueCredit
  | ApplyCredit
  | IssueRefund
  | AssessLateFee
  | WaiveLateFee
  | WriteOff
  | RecoverWriteOff
  | RecordItem
  | RecordCharge
  | RecordPayment
  | RecordCreditNote
  | RecordRefund
  | RecordReversal
  | RecordWriteOff
  | FixDueDate
