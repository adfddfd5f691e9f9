import * as t from 'io-ts'
import {
  BasisPoints,
  Breakdown,
  ChangeId,
  CivilDate,
  CreditId,
  Instalment,
  InvoiceId,
  MinorUnits,
  nullable,
  OrderId,
  PaymentId,
  PaymentTerms,
  TaxRounding,
  Text,
  Whole,
} from '../shared/index.ts'
import { event, moneyEvent } from '../shared/event.ts'
import { InvoiceLine } from './line.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** What an invoice is for. `other`: something else, or it is not told. */
export const BillFor = t.union([
  t.strict({ kind: t.literal('order') }),
  t.strict({ kind: t.literal('shipment'), shipmentId: Text }),
  t.strict({ kind: t.literal('milestone'), milestoneId: Text }),
  /** A time of service or rental, both days included; in arrears it is billed when it is over. */
  t.strict({
    kind: t.literal('period'),
    from: CivilDate,
    until: CivilDate,
    inArrears: t.boolean,
  }),
  t.strict({ kind: t.literal('other') }),
])
export type BillFor = t.TypeOf<typeof BillFor>

/** Where the money goes, and the ways to send it. */
export const PayTo = t.strict({ account: nullable(Text), methods: t.readonlyArray(Text) })
export type PayTo = t.TypeOf<typeof PayTo>

/** A discount for who pays an instalment by a day, that day included. */
export const EarlyPayDiscount = t.strict({
  instalment: Whole,
  untilOn: CivilDate,
  basisPoints: BasisPoints,
  /** What of the instalment the discount is reckoned from. */
  eligibleMinor: MinorUnits,
})
export type EarlyPayDiscount = t.TypeOf<typeof EarlyPayDiscount>

/**
 * An invoice is immutable once issued. Its schedule adds up to its total; `effectiveOn` is its date. Where
 * its total is zero, nothing is due: its schedule is empty, and it is closed from the start.
 */
export const InvoiceIssued = moneyEvent('InvoiceIssued', {
  invoiceId: InvoiceId,
  orderId: nullable(OrderId),
  totalMinor: MinorUnits,
  nothingDue: t.boolean,
  breakdown: Breakdown,
  lines: t.readonlyArray(InvoiceLine),
  shippingTaxBasisPoints: BasisPoints,
  feesTaxBasisPoints: BasisPoints,
  billFor: BillFor,
  schedule: t.readonlyArray(Instalment),
  /** The dated discounts of the terms for paying early, at most one an instalment. */
  earlyPay: t.readonlyArray(EarlyPayDiscount),
  terms: nullable(PaymentTerms),
  payTo: nullable(PayTo),
  /** The accepted quote that it follows; null where none was made. */
  quoteHash: nullable(Text),
})
/** The customer has the invoice. */
export const InvoiceDelivered = event('InvoiceDelivered', { invoiceId: InvoiceId })
/** The customer looked at the invoice, for the first time. */
export const InvoiceViewed = event('InvoiceViewed', {
  invoiceId: InvoiceId,
  channel: nullable(Text),
})
/** Taken back whole, before any correction. Carries what it takes away. */
export const InvoiceVoided = moneyEvent('InvoiceVoided', {
  invoiceId: InvoiceId,
  changeId: ChangeId,
  totalMinor: MinorUnits,
  reason: nullable(Text),
})
/**
 * A credit note corrects the invoice; the notes of one invoice never exceed its total. The part before
 * payment lowers what is open, the rest was paid already and is owed to the customer. Together they are
 * the note.
 */
export const InvoiceCorrected = moneyEvent('InvoiceCorrected', {
  invoiceId: InvoiceId,
  creditId: CreditId,
  amountMinor: MinorUnits,
  prePaymentMinor: MinorUnits,
  postPaymentMinor: MinorUnits,
  /** Of the amount, what is tax. */
  taxMinor: MinorUnits,
  taxRounding: nullable(TaxRounding),
  lines: t.readonlyArray(InvoiceLine),
  reason: nullable(Text),
})
/** A link or code by which this amount of the invoice can be paid, once, until a day. */
export const PaymentLinkOpened = moneyEvent('PaymentLinkOpened', {
  invoiceId: InvoiceId,
  token: Text,
  amountMinor: MinorUnits,
  expiresOn: CivilDate,
})
/** The link was followed and its amount accepted: the payment bears this id. */
export const PaymentLinkUsed = moneyEvent('PaymentLinkUsed', {
  invoiceId: InvoiceId,
  token: Text,
  paymentId: PaymentId,
  amountMinor: MinorUnits,
})
export const LinkEnd = t.keyof({ paid: null, changed: null, replaced: null, withdrawn: null })
export type LinkEnd = t.TypeOf<typeof LinkEnd>
/** The link is dead: the invoice was paid otherwise or changed, another link took its place, or nobody wants it. */
export const PaymentLinkRetired = event('PaymentLinkRetired', {
  invoiceId: InvoiceId,
  token: Text,
  reason: LinkEnd,
})

export const InvoiceEvent = t.union([
  InvoiceIssued,
  InvoiceDelivered,
  InvoiceViewed,
  InvoiceVoided,
  InvoiceCorrected,
  PaymentLinkOpened,
  PaymentLinkUsed,
  PaymentLinkRetired,
])
export type InvoiceEvent = t.TypeOf<typeof InvoiceEvent>
