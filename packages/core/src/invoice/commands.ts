import type {
  AnchorDays,
  Breakdown,
  ChangeId,
  CivilDate,
  CreditId,
  Currency,
  Instalment,
  MinorUnits,
  OrderId,
  PaymentId,
  PaymentTerms,
  TaxRounding,
  Text,
} from '../shared/index.ts'
import type { About } from './about.ts'
import type { BillFor, LinkEnd, PayTo } from './events.ts'
import type { InvoiceLine } from './line.ts'

/**
 * Asks: the breakdown follows from the lines, the schedule from the terms; an invoice without lines must
 * come to something, and one that is to be paid says where and how.
 */
export interface IssueInvoice extends About {
  readonly type: 'IssueInvoice'
  readonly orderId: OrderId | null
  readonly currency: Currency
  /** May be empty: then the breakdown stands alone. */
  readonly lines: ReadonlyArray<InvoiceLine>
  readonly breakdown: Breakdown
  readonly shippingTaxBasisPoints: number
  readonly feesTaxBasisPoints: number
  readonly billFor: BillFor
  readonly terms: PaymentTerms
  /** The days from which the terms count, as far as they are known; the invoice's own is `effectiveOn`. */
  readonly days: Omit<AnchorDays, 'invoicedOn'>
  readonly payTo: PayTo
  /** Evidence: the quote that the buyer accepted, and the lines in it. Null where none was made. */
  readonly quote: { readonly quoteHash: Text; readonly lineIds: ReadonlyArray<Text> } | null
}
export interface DeliverInvoice extends About {
  readonly type: 'DeliverInvoice'
}
/** The customer looked at it; only the first time is told. */
export interface ViewInvoice extends About {
  readonly type: 'ViewInvoice'
  readonly channel: Text | null
}
/** Refused once the invoice was corrected, or where the command says that money came in on it. */
export interface VoidInvoice extends About {
  readonly type: 'VoidInvoice'
  readonly changeId: ChangeId
  readonly reason: Text | null
  /** What receivables hold as paid on it, the evidence of the rule. */
  readonly paidMinor: MinorUnits
}
/** A credit note, over lines or over an amount; its tax is rounded as the invoice's is. */
export interface CorrectInvoice extends About {
  readonly type: 'CorrectInvoice'
  readonly creditId: CreditId
  /** With tax. */
  readonly amountMinor: MinorUnits
  readonly taxMinor: MinorUnits
  readonly taxRounding: TaxRounding | null
  /** What is credited of each line; empty where the note is over an amount. */
  readonly lines: ReadonlyArray<InvoiceLine>
  /** Evidence: what receivables hold as open on the invoice. */
  readonly openMinor: MinorUnits
  readonly reason: Text | null
}
/** Makes a link to pay by; one that was live before is retired. */
export interface OpenPaymentLink extends About {
  readonly type: 'OpenPaymentLink'
  readonly token: Text
  readonly amountMinor: MinorUnits
  readonly expiresOn: CivilDate
  /** Evidence: what receivables hold as open on the invoice. */
  readonly openMinor: MinorUnits
}
/** Somebody pays by the link. Refused where it is stale: nothing can be paid twice. */
export interface UsePaymentLink extends About {
  readonly type: 'UsePaymentLink'
  readonly token: Text
  readonly paymentId: PaymentId
  /** Evidence: what receivables hold as open on the invoice. */
  readonly openMinor: MinorUnits
}
export interface RetirePaymentLink extends About {
  readonly type: 'RetirePaymentLink'
  readonly token: Text
  readonly reason: LinkEnd
}
/** An invoice issued elsewhere, with the schedule as it stands there; zero is a fact too. */
export interface RecordInvoice extends About {
  readonly type: 'RecordInvoice'
  readonly orderId: OrderId | null
  readonly currency: Currency
  readonly totalMinor: MinorUnits
  readonly schedule: ReadonlyArray<Instalment>
}
export type InvoiceCommand =
  | IssueInvoice
  | DeliverInvoice
  | ViewInvoice
  | VoidInvoice
  | CorrectInvoice
  | OpenPaymentLink
  | UsePaymentLink
  | RetirePaymentLink
  | RecordInvoice
