import { define } from '../shared/event.ts'
import type { EventDefinition } from '../shared/index.ts'
import { InvoiceIssued, InvoiceDelivered, InvoiceVoided, InvoiceCorrected } from './events.ts'

export {
  Breakdown,
  InvoiceCorrected,
  InvoiceDelivered,
  InvoiceEvent,
  InvoiceIssued,
  InvoiceVoided,
} from './events.ts'
export {
  type InvoiceCommand,
  type IssueInvoice,
  type DeliverInvoice,
  type VoidInvoice,
  type CorrectInvoice,
  type RecordInvoice,
} from './commands.ts'
export { type InvoiceRejection } from './rejections.ts'

export const invoiceEvents: ReadonlyArray<EventDefinition> = [
  define(InvoiceIssued),
  define(InvoiceDelivered),
  define(InvoiceVoided),
  define(InvoiceCorrected),
]
