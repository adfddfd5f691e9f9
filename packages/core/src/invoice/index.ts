import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { InvoiceCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { InvoiceEvent } from './events.ts'
import { explain, type InvoiceRejection } from './rejections.ts'
import { evolve, initial, type Invoice } from './state.ts'

export {
  BillFor,
  EarlyPayDiscount,
  InvoiceCorrected,
  InvoiceDelivered,
  InvoiceEvent,
  InvoiceIssued,
  InvoiceViewed,
  InvoiceVoided,
  LinkEnd,
  PaymentLinkOpened,
  PaymentLinkRetired,
  PaymentLinkUsed,
  PayTo,
} from './events.ts'
export {
  type InvoiceCommand,
  type IssueInvoice,
  type DeliverInvoice,
  type ViewInvoice,
  type VoidInvoice,
  type CorrectInvoice,
  type OpenPaymentLink,
  type UsePaymentLink,
  type RetirePaymentLink,
  type RecordInvoice,
} from './commands.ts'
export { InvoiceLine } from './line.ts'
export { plainBill } from './plain.ts'
export {
  type CorrectionRejection,
  type InvoiceRejection,
  type IssueRejection,
  type LinkRejection,
} from './rejections.ts'
export { correctedMinor, liveLink, type Invoice, type Issued, type Link } from './state.ts'
export { taxOfLines, type TaxBase, type TaxBases } from './tax.ts'

export const invoiceEvents: ReadonlyArray<EventDefinition> = InvoiceEvent.types.map(define)

/** One invoice: issued once, then delivered, corrected by credit notes, or taken back whole. */
export const invoiceRoom: Room<InvoiceCommand, InvoiceEvent, Invoice, InvoiceRejection> = {
  category: 'invoice',
  decider: { initial, decide, evolve },
  events: invoiceEvents,
  streamOf: ({ invoiceId }) => `invoice-${invoiceId}`,
  doorOf: ({ type }) => (type === 'RecordInvoice' ? 'record' : 'ask'),
  explain,
}
