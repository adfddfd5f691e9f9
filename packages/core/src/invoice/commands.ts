import type {
  ChangeId,
  CivilDate,
  CreditId,
  Currency,
  CustomerId,
  Instalment,
  InvoiceId,
  MinorUnits,
  OrderId,
  PaymentTerms,
  Text,
} from '../shared/index.ts'
import type { Breakdown } from './events.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly invoiceId: InvoiceId
}
/** Asks: the schedule follows from the terms and their anchor day; an empty invoice is refused. */
export interface IssueInvoice extends About {
  readonly type: 'IssueInvoice'
  readonly orderId: OrderId | null
  readonly currency: Currency
  readonly breakdown: Breakdown
  readonly terms: PaymentTerms
  /** The day from which the terms count: the order's, the invoice's or the delivery's. */
  readonly anchorOn: CivilDate
}
export interface DeliverInvoice extends About {
  readonly type: 'DeliverInvoice'
}
/** Refused once the invoice was corrected, or where the command says that money came in on it. */
export interface VoidInvoice extends About {
  readonly type: 'VoidInvoice'
  readonly changeId: ChangeId
  readonly reason: Text | null
  /** What receivables hold as paid on it, the evidence of the rule. */
  readonly paidMinor: MinorUnits
}
export interface CorrectInvoice extends About {
  readonly type: 'CorrectInvoice'
  readonly creditId: CreditId
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
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
  IssueInvoice | DeliverInvoice | VoidInvoice | CorrectInvoice | RecordInvoice
