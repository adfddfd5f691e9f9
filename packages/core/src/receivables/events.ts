import * as t from 'io-ts'
import {
  ChangeId,
  ChargeId,
  CivilDate,
  CreditId,
  Instalment,
  InvoiceId,
  ItemId,
  MinorUnits,
  nullable,
  PaymentId,
  RefundId,
  Text,
  WriteOffId,
  Whole,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.
//
// Every event moves one amount between named columns of one (customer, currency), so that a read
// model adds signed sums and needs no other event to do it:
//
//   event                    open    unapplied   credit balance
//   ItemOpened              +amount
//   ChargeRecorded          +amount
//   LateFeeAssessed         +amount
//   LateFeeWaived           -amount
//   PaymentReceived                   +amount
//   PaymentApplied          -amount   -amount
//   PaymentUnapplied        +amount   +amount
//   PaymentReversed                   -amount
//   CreditBalanceIncreased                        +amount
//   CreditApplied           -amount               -amount
//   CreditUnapplied         +amount               +amount
//   RefundIssued (cash)               -amount
//   RefundIssued (credit)                         -amount
//   ItemWrittenOff          -amount
//   WriteOffRecovered                 -amount                  (written off -amount, paid +amount)
//
// An event that joins facts (applied, unapplied, credit applied, recovered) is effective on the latest
// day of the facts it joins; cash and documents keep their own. `dueOn` is the original due day of the
// item's first open instalment: whoever reopens an item brings the day since which it was owed.

export const ItemKind = t.keyof({
  invoice: null,
  charge: null,
  openingBalance: null,
  suspense: null,
})
export type ItemKind = t.TypeOf<typeof ItemKind>

/** Something is owed. `suspense`: an outflow whose source is not known, to be explained. */
export const ItemOpened = moneyEvent('ItemOpened', {
  itemId: ItemId,
  kind: ItemKind,
  invoiceId: nullable(InvoiceId),
  amountMinor: MinorUnits,
  schedule: t.readonlyArray(Instalment),
})
/** A charge fixed elsewhere (an expense, a statutory penalty) comes onto an item, open or closed. */
export const ChargeRecorded = moneyEvent('ChargeRecorded', {
  itemId: ItemId,
  chargeId: ChargeId,
  reason: Text,
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
/** A late fee under an agreed rule; `index` counts the fees of that rule on that item from 1. */
export const LateFeeAssessed = moneyEvent('LateFeeAssessed', {
  itemId: ItemId,
  chargeId: ChargeId,
  ruleId: Text,
  index: Whole,
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
export const LateFeeWaived = moneyEvent('LateFeeWaived', {
  itemId: ItemId,
  chargeId: ChargeId,
  changeId: ChangeId,
  amountMinor: MinorUnits,
})
/** Cash came in; `effectiveOn` is the bank's value day. */
export const PaymentReceived = moneyEvent('PaymentReceived', {
  paymentId: PaymentId,
  amountMinor: MinorUnits,
  method: nullable(Text),
  /** The item that the payer named, known or not yet: it is applied there first, also later. */
  forItemId: nullable(ItemId),
})
/** Cash pays an item. `changeId`: the allocation asked for apart; null where it came with the receipt or the item. */
export const PaymentApplied = moneyEvent('PaymentApplied', {
  paymentId: PaymentId,
  itemId: ItemId,
  changeId: nullable(ChangeId),
  amountMinor: MinorUnits,
})
/** What was applied stands open again, and the cash is unapplied again. */
export const PaymentUnapplied = moneyEvent('PaymentUnapplied', {
  paymentId: PaymentId,
  itemId: ItemId,
  changeId: ChangeId,
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
/** The cash went back whole: a bounced debit, a cheque without cover. Its applications were unapplied before. */
export const PaymentReversed = moneyEvent('PaymentReversed', {
  paymentId: PaymentId,
  changeId: ChangeId,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
/** A credit note: what the customer is owed. `itemId` is the item it corrects, where it corrects one. */
export const CreditBalanceIncreased = moneyEvent('CreditBalanceIncreased', {
  creditId: CreditId,
  itemId: nullable(ItemId),
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
export const CreditApplied = moneyEvent('CreditApplied', {
  creditId: CreditId,
  itemId: ItemId,
  changeId: nullable(ChangeId),
  amountMinor: MinorUnits,
})
export const CreditUnapplied = moneyEvent('CreditUnapplied', {
  creditId: CreditId,
  itemId: ItemId,
  changeId: ChangeId,
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
/** Money paid back, from one payment's unapplied cash or one credit note's balance. */
export const RefundIssued = moneyEvent('RefundIssued', {
  refundId: RefundId,
  from: t.union([
    t.strict({ kind: t.literal('cash'), paymentId: PaymentId }),
    t.strict({ kind: t.literal('credit'), creditId: CreditId }),
    /** The source is not known: an item of kind `suspense` was opened for it in the same breath. */
    t.strict({ kind: t.literal('suspense'), itemId: ItemId }),
  ]),
  amountMinor: MinorUnits,
})
export const ItemWrittenOff = moneyEvent('ItemWrittenOff', {
  itemId: ItemId,
  writeOffId: WriteOffId,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
/** Cash came in on what was written off: bad debt falls, open stays as it was. */
export const WriteOffRecovered = moneyEvent('WriteOffRecovered', {
  itemId: ItemId,
  writeOffId: WriteOffId,
  paymentId: PaymentId,
  amountMinor: MinorUnits,
})
/** An instalment's due day was fixed or corrected, as from `effectiveOn`; the later such fact wins. */
export const DueDateFixed = moneyEvent('DueDateFixed', {
  itemId: ItemId,
  changeId: ChangeId,
  instalment: Whole,
  dueOn: CivilDate,
})

export const ReceivablesEvent = t.union([
  ItemOpened,
  ChargeRecorded,
  LateFeeAssessed,
  LateFeeWaived,
  PaymentReceived,
  PaymentApplied,
  PaymentUnapplied,
  PaymentReversed,
  CreditBalanceIncreased,
  CreditApplied,
  CreditUnapplied,
  RefundIssued,
  ItemWrittenOff,
  WriteOffRecovered,
  DueDateFixed,
])
export type ReceivablesEvent = t.TypeOf<typeof ReceivablesEvent>
