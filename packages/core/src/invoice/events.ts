import * as t from 'io-ts'
import {
  ChangeId,
  CreditId,
  Instalment,
  InvoiceId,
  MinorUnits,
  nullable,
  OrderId,
  PaymentTerms,
  Text,
} from '../shared/index.ts'
import { event, moneyEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** How the total comes about: net + tax + shipping - discount = total. */
export const Breakdown = t.strict({
  netMinor: MinorUnits,
  discountMinor: MinorUnits,
  taxMinor: MinorUnits,
  shippingMinor: MinorUnits,
})
export type Breakdown = t.TypeOf<typeof Breakdown>

/** An invoice is immutable once issued. Its schedule adds up to its total; `effectiveOn` is its date. */
export const InvoiceIssued = moneyEvent('InvoiceIssued', {
  invoiceId: InvoiceId,
  orderId: nullable(OrderId),
  totalMinor: MinorUnits,
  breakdown: Breakdown,
  schedule: t.readonlyArray(Instalment),
  terms: nullable(PaymentTerms),
})
/** The customer has the invoice. */
export const InvoiceDelivered = event('InvoiceDelivered', { invoiceId: InvoiceId })
/** Taken back whole, before any correction. Carries what it takes away. */
export const InvoiceVoided = moneyEvent('InvoiceVoided', {
  invoiceId: InvoiceId,
  changeId: ChangeId,
  totalMinor: MinorUnits,
  reason: nullable(Text),
})
/** A credit note corrects the invoice; the notes of one invoice never exceed its total. */
export const InvoiceCorrected = moneyEvent('InvoiceCorrected', {
  invoiceId: InvoiceId,
  creditId: CreditId,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})

export const InvoiceEvent = t.union([
  InvoiceIssued,
  InvoiceDelivered,
  InvoiceVoided,
  InvoiceCorrected,
])
export type InvoiceEvent = t.TypeOf<typeof InvoiceEvent>
