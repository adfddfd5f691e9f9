import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  CreditId,
  ItemId,
  MinorUnits,
  nullable,
  PaymentId,
  RefundId,
  Text,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import { AllocatedBy } from './values.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** Store credit is given for points or as a kindness: it buys, and is not paid out. */
export const CreditKind = t.keyof({ creditNote: null, storeCredit: null })
export type CreditKind = t.TypeOf<typeof CreditKind>

/** Where money to be paid back lies: one payment's unapplied cash, or one credit note's balance. */
export const RefundSource = t.union([
  t.strict({ kind: t.literal('cash'), paymentId: PaymentId }),
  t.strict({ kind: t.literal('credit'), creditId: CreditId }),
])
export type RefundSource = t.TypeOf<typeof RefundSource>

/** A credit note: what the customer is owed. `itemId` is the item it corrects, where it corrects one. */
export const CreditBalanceIncreased = moneyEvent('CreditBalanceIncreased', {
  creditId: CreditId,
  kind: CreditKind,
  itemId: nullable(ItemId),
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
export const CreditApplied = moneyEvent('CreditApplied', {
  creditId: CreditId,
  itemId: ItemId,
  changeId: nullable(ChangeId),
  by: AllocatedBy,
  amountMinor: MinorUnits,
})
export const CreditUnapplied = moneyEvent('CreditUnapplied', {
  creditId: CreditId,
  itemId: ItemId,
  changeId: ChangeId,
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
/** Money is to go back: it is set aside in its source, and moves when it is issued. */
export const RefundRequested = moneyEvent('RefundRequested', {
  refundId: RefundId,
  from: RefundSource,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
/** Money paid back. */
export const RefundIssued = moneyEvent('RefundIssued', {
  refundId: RefundId,
  from: t.union([
    ...RefundSource.types,
    /** The source is not known: an item of kind `suspense` was opened for it in the same breath. */
    t.strict({ kind: t.literal('suspense'), itemId: ItemId }),
  ]),
  amountMinor: MinorUnits,
})
/** A refund did not reach the customer. Where it was issued, the money is back in its source. */
export const RefundFailed = moneyEvent('RefundFailed', {
  refundId: RefundId,
  from: RefundSource,
  /** Whether the money had gone out. */
  issued: t.boolean,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
