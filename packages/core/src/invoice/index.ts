import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { InvoiceCommand } from './commands.ts'
import { decide } from './decide.ts'
import {
  InvoiceIssued,
  InvoiceDelivered,
  InvoiceVoided,
  InvoiceCorrected,
  type InvoiceEvent,
} from './events.ts'
import { explain, type InvoiceRejection } from './rejections.ts'
import { evolve, initial, type Invoice } from './state.ts'

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
export { correctedMinor, type Invoice, type Issued } from './state.ts'

export const invoiceEvents: ReadonlyArray<EventDefinition> = [
  define(InvoiceIssued),
  define(InvoiceDelivered),
  define(InvoiceVoided),
  define(InvoiceCorrected),
]

/** One invoice: issued once, then delivered, corrected by credit notes, or taken back whole. */
export const invoiceRoom: Room<InvoiceCommand, InvoiceEvent, Invoice, InvoiceRejection> = {
  category: 'invoice',
  decider: { initial, decide, evolve },
  events: invoiceEvents,
  streamOf: ({ invoiceId }) => `invoice-${invoiceId}`,
  doorOf: ({ type }) => (type === 'RecordInvoice' ? 'record' : 'ask'),
  explain,
}
