import * as E from 'fp-ts/lib/Either.js'
import type { DeliverInvoice, ViewInvoice } from '../commands.ts'
import type { Invoice } from '../state.ts'
import { aboutIssued, standing, type Decision } from './decision.ts'

/** The customer has the invoice. Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`. */
export const deliver = (command: DeliverInvoice, invoice: Invoice): Decision => {
  const { invoiceId } = command
  if (invoice.deliveredOn !== null) return E.right([])
  const issued = standing(invoice, invoiceId)
  return E.isLeft(issued)
    ? issued
    : E.right([{ type: 'InvoiceDelivered', ...aboutIssued(command, issued.right) }])
}

/**
 * The customer looked at the invoice, also at one that was taken back; only the first time is told.
 *
 * Rejects: `InvoiceNotIssued`. Source: domain 2-08.
 */
export const view = (command: ViewInvoice, invoice: Invoice): Decision => {
  const { invoiceId, channel } = command
  const { issued, viewedOn } = invoice
  if (viewedOn !== null) return E.right([])
  if (issued === null) return E.left({ type: 'InvoiceNotIssued', invoiceId })
  return E.right([{ type: 'InvoiceViewed', ...aboutIssued(command, issued), channel }])
}
