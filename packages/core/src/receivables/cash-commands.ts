import type {
  ChangeId,
  ChargebackId,
  ChargeId,
  CivilDate,
  CreditId,
  ItemId,
  MinorUnits,
  PaymentId,
  Text,
  WriteOffId,
} from '../shared/index.ts'
import type { About } from './about.ts'
import type { Allocation } from './allocation.ts'
import type { OnChargeback } from './values.ts'

// Commands that ask something of money received.

/** What is told of a receipt, at our till or elsewhere. `effectiveOn` is the bank's value day. */
export interface Receipt extends About {
  readonly paymentId: PaymentId
  readonly amountMinor: MinorUnits
  readonly method: Text | null
  /** The day on which the payer gave the order, and the day on which the money was ours; null: not known. */
  readonly initiatedOn: CivilDate | null
  readonly settledOn: CivilDate | null
}

/** Cash through our own till or provider: it must be more than nothing. */
export interface ReceivePayment extends Receipt {
  readonly type: 'ReceivePayment'
  readonly allocation: Allocation
}
/** Cash taken at the door for one item; too little leaves the rest of the item open. */
export interface CollectCash extends About {
  readonly type: 'CollectCash'
  readonly paymentId: PaymentId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
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
/** Uses what is left of earlier payments and credit notes on one item, the oldest money first. */
export interface UseBalance extends About {
  readonly type: 'UseBalance'
  readonly changeId: ChangeId
  readonly itemId: ItemId
}
/** Applies what is left of a credit note to open items. */
export interface ApplyCredit extends About {
  readonly type: 'ApplyCredit'
  readonly changeId: ChangeId
  readonly creditId: CreditId
  readonly allocation: Allocation
}

/** The fee that was agreed for a returned payment, and the item that bears it. */
export interface BounceFee {
  readonly ruleId: Text
  readonly itemId: ItemId
  readonly chargeId: ChargeId
  readonly amountMinor: MinorUnits
}
/** The bank took the cash back: every application is unapplied, then the cash leaves. */
export interface ReversePayment extends About {
  readonly type: 'ReversePayment'
  readonly changeId: ChangeId
  readonly paymentId: PaymentId
  readonly reason: Text | null
  readonly fee: BounceFee | null
}
/** The payer took cash back through their bank: at most what of the payment has not gone out before. */
export interface ChargeBack extends About {
  readonly type: 'ChargeBack'
  readonly chargebackId: ChargebackId
  readonly paymentId: PaymentId
  readonly amountMinor: MinorUnits
  readonly onChargeback: OnChargeback
  readonly reason: Text | null
}
/** A chargeback was won: the cash is back and pays again what it had paid. */
export interface ReverseChargeback extends About {
  readonly type: 'ReverseChargeback'
  readonly chargebackId: ChargebackId
}
/** Uses unapplied cash of a payment on what was written off, at most that much. */
export interface RecoverWriteOff extends About {
  readonly type: 'RecoverWriteOff'
  readonly writeOffId: WriteOffId
  readonly paymentId: PaymentId
}
