import * as t from 'io-ts'
import {
  AssignmentId,
  BasisPoints,
  ChangeId,
  ChargeId,
  CivilDate,
  Instalment,
  InvoiceId,
  ItemId,
  MinorUnits,
  nullable,
  PartnerId,
  PaymentId,
  Text,
  WriteOffId,
  Whole,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import { EarlyPayOffer, Recourse } from './values.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

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
  /** The discounts that were agreed for paying early. */
  earlyPay: t.readonlyArray(EarlyPayOffer),
})
/** A charge fixed elsewhere (an expense, a statutory penalty) comes onto an item, open or closed. */
export const ChargeRecorded = moneyEvent('ChargeRecorded', {
  itemId: ItemId,
  chargeId: ChargeId,
  reason: Text,
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
/** A late fee under an agreed rule; `index` counts what came of that rule on what it counts as one, from 1. */
export const LateFeeAssessed = moneyEvent('LateFeeAssessed', {
  itemId: ItemId,
  chargeId: ChargeId,
  ruleId: Text,
  ruleVersion: Whole,
  index: Whole,
  /** The instalment that it is for, where the rule counts each apart. */
  instalment: nullable(Whole),
  component: t.keyof({ fees: null, interest: null }),
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
/** The agreed fee for a payment that its bank took back. */
export const BounceFeeAssessed = moneyEvent('BounceFeeAssessed', {
  itemId: ItemId,
  chargeId: ChargeId,
  paymentId: PaymentId,
  ruleId: Text,
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
/** A late fee, or a bounce fee, is let go. */
export const LateFeeWaived = moneyEvent('LateFeeWaived', {
  itemId: ItemId,
  chargeId: ChargeId,
  changeId: ChangeId,
  amountMinor: MinorUnits,
})
/** Cash came early enough: the agreed part of an instalment need not be paid. */
export const EarlyDiscountTaken = moneyEvent('EarlyDiscountTaken', {
  itemId: ItemId,
  instalment: Whole,
  /** The cash that earned it: where that goes back, the discount does. */
  paymentId: PaymentId,
  /** Null where it came with the payment by itself. */
  changeId: nullable(ChangeId),
  basisPoints: BasisPoints,
  untilOn: CivilDate,
  amountMinor: MinorUnits,
})
/** A discount is owed again: its payment was taken back, or its goods were. */
export const EarlyDiscountWithdrawn = moneyEvent('EarlyDiscountWithdrawn', {
  itemId: ItemId,
  instalment: Whole,
  paymentId: PaymentId,
  why: t.keyof({ paymentTakenBack: null, credited: null }),
  amountMinor: MinorUnits,
  dueOn: nullable(CivilDate),
})
export const ItemWrittenOff = moneyEvent('ItemWrittenOff', {
  itemId: ItemId,
  writeOffId: WriteOffId,
  kind: t.keyof({ badDebt: null, smallBalance: null, chargeback: null }),
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
/** What is open on an item was passed to a financing partner: the customer owes it to them. */
export const ReceivableAssigned = moneyEvent('ReceivableAssigned', {
  itemId: ItemId,
  assignmentId: AssignmentId,
  partnerId: PartnerId,
  recourse: Recourse,
  amountMinor: MinorUnits,
})
/** The partner gave it back: it is open again, and due on `dueOn`, the day it came back. */
export const ReceivableReturned = moneyEvent('ReceivableReturned', {
  itemId: ItemId,
  assignmentId: AssignmentId,
  partnerId: PartnerId,
  changeId: ChangeId,
  reason: Text,
  amountMinor: MinorUnits,
  dueOn: CivilDate,
})
/** An instalment's due day was fixed or corrected, as from `effectiveOn`; the later such fact wins. */
export const DueDateFixed = moneyEvent('DueDateFixed', {
  itemId: ItemId,
  changeId: ChangeId,
  instalment: Whole,
  dueOn: CivilDate,
})
