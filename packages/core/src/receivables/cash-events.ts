import * as t from 'io-ts'
import {
  ChangeId,
  ChargebackId,
  CivilDate,
  ItemId,
  MinorUnits,
  nullable,
  PaymentId,
  Text,
  WriteOffId,
  Whole,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import { AllocatedBy, ComponentSplit, OnChargeback } from './values.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** A collection was begun and is not settled: no money yet. `sequence` orders what its source says of it. */
export const PaymentPending = moneyEvent('PaymentPending', {
  paymentId: PaymentId,
  amountMinor: MinorUnits,
  method: nullable(Text),
  forItemId: nullable(ItemId),
  sequence: Whole,
})
/** A collection came to nothing. */
export const PaymentFailed = moneyEvent('PaymentFailed', {
  paymentId: PaymentId,
  amountMinor: MinorUnits,
  method: nullable(Text),
  forItemId: nullable(ItemId),
  sequence: Whole,
  reason: nullable(Text),
})
/** Cash came in; `effectiveOn` is the bank's value day. */
export const PaymentReceived = moneyEvent('PaymentReceived', {
  paymentId: PaymentId,
  amountMinor: MinorUnits,
  method: nullable(Text),
  /** The item that the payer named, known or not yet: it is applied there first, also later. */
  forItemId: nullable(ItemId),
  /** The day on which the payer gave the order, where it is known. */
  initiatedOn: nullable(CivilDate),
  /** The day on which the money was ours to use, where it is known. */
  settledOn: nullable(CivilDate),
})
/** What was handed over at the door, beside what was asked for; the money itself is `PaymentReceived`. */
export const CashCollected = moneyEvent('CashCollected', {
  paymentId: PaymentId,
  itemId: ItemId,
  expectedMinor: MinorUnits,
  collectedMinor: MinorUnits,
})
/** Cash pays an item. `changeId`: the allocation asked for apart; null where it came with the receipt or the item. */
export const PaymentApplied = moneyEvent('PaymentApplied', {
  paymentId: PaymentId,
  itemId: ItemId,
  changeId: nullable(ChangeId),
  by: AllocatedBy,
  amountMinor: MinorUnits,
  /** Null: all of it pays the principal. */
  components: nullable(ComponentSplit),
})
/** What was applied stands open again, and the cash is unapplied again. */
export const PaymentUnapplied = moneyEvent('PaymentUnapplied', {
  paymentId: PaymentId,
  itemId: ItemId,
  /** Null for a chargeback, which `PaymentChargedBack` names. */
  changeId: nullable(ChangeId),
  why: t.keyof({ correction: null, reversal: null, chargeback: null, waiver: null }),
  amountMinor: MinorUnits,
  /** Null: all of it had paid the principal. */
  components: nullable(ComponentSplit),
  dueOn: nullable(CivilDate),
})
/** The cash went back whole: a bounced debit, a cheque without cover. Its applications were unapplied before. */
export const PaymentReversed = moneyEvent('PaymentReversed', {
  paymentId: PaymentId,
  changeId: ChangeId,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
/** Cash went back on the payer's word, whole or in part. `reopened`: what it had paid, and what became of that. */
export const PaymentChargedBack = moneyEvent('PaymentChargedBack', {
  paymentId: PaymentId,
  chargebackId: ChargebackId,
  onChargeback: OnChargeback,
  /** What the payer's bank took; more than `amountMinor` where the payment does not cover it. */
  takenMinor: MinorUnits,
  amountMinor: MinorUnits,
  reason: nullable(Text),
  reopened: t.readonlyArray(
    t.strict({ itemId: ItemId, amountMinor: MinorUnits, writeOffId: nullable(WriteOffId) }),
  ),
})
/** The chargeback was won: the cash is ours again. */
export const ChargebackReversed = moneyEvent('ChargebackReversed', {
  paymentId: PaymentId,
  chargebackId: ChargebackId,
  amountMinor: MinorUnits,
})
/** Cash came in on what was written off: bad debt falls, open stays as it was. */
export const WriteOffRecovered = moneyEvent('WriteOffRecovered', {
  itemId: ItemId,
  writeOffId: WriteOffId,
  paymentId: PaymentId,
  amountMinor: MinorUnits,
})
