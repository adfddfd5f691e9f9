import type {
  ChangeId,
  ChargeId,
  CreditId,
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
import type { About } from './about.ts'
import type { ItemKind } from './events.ts'
import type {
  FixDueDate,
  RecordCharge,
  RecordCreditNote,
  RecordItem,
  RecordPayment,
  RecordRefund,
  RecordReversal,
  RecordWriteOff,
} from './record-commands.ts'

export {
  type FixDueDate,
  type RecordCharge,
  type RecordCreditNote,
  type RecordItem,
  type RecordPayment,
  type RecordRefund,
  type RecordReversal,
  type RecordWriteOff,
} from './record-commands.ts'

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
 * assesses the next one at most. `chargeId` names the fee; the base is what is overdue, charges from
 * elsewhere included, late fees never.
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
