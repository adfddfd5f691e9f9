import type { Draft } from 'immer'
import { copyData, unreachable } from '../shared/index.ts'
import type { InvoiceEvent } from './events.ts'
import type { Invoice } from './state.ts'
import { withLines } from './tax.ts'

type Document = Extract<InvoiceEvent, { type: 'InvoiceIssued' }>

/** What makes two invoices the same document. */
export const contentOf = (
  document: Pick<Document, 'orderId' | 'currency' | 'totalMinor' | 'schedule'>,
): string =>
  JSON.stringify([
    document.orderId,
    document.currency,
    document.totalMinor,
    document.schedule.map(({ instalment, amountMinor, dueOn }) => [instalment, amountMinor, dueOn]),
  ])

const issue = (invoice: Draft<Invoice>, document: Document): void => {
  const { invoiceId, customerId, currency, totalMinor, effectiveOn: issuedOn } = document
  const { orderId, billFor, terms } = document
  const { taxMinor, taxRounding } = document.breakdown
  const content = contentOf(document)
  invoice.issued = {
    invoiceId,
    customerId,
    currency,
    issuedOn,
    totalMinor,
    taxMinor,
    taxRounding,
    orderId,
    billFor: { ...billFor },
    terms: copyData(terms),
    content,
  }
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (invoice: Draft<Invoice>, event: InvoiceEvent): void => {
  switch (event.type) {
    case 'InvoiceIssued':
      return issue(invoice, event)
    case 'InvoiceDelivered':
      invoice.deliveredOn = event.effectiveOn
      return
    case 'InvoiceViewed':
      invoice.viewedOn = event.effectiveOn
      return
    case 'InvoiceVoided':
      invoice.voidedBy = event.changeId
      return
    case 'InvoiceCorrected':
      invoice.corrections.set(event.creditId, event.amountMinor)
      if (event.taxRounding !== null)
        invoice.creditedBases = withLines(invoice.creditedBases, event.lines, event.taxRounding)
      return
    case 'PaymentLinkOpened': {
      const { token, amountMinor, expiresOn } = event
      invoice.links.set(token, { amountMinor, expiresOn, end: null, usedBy: null })
      return
    }
    case 'PaymentLinkUsed': {
      const link = invoice.links.get(event.token)
      if (link === undefined) return
      link.end = 'used'
      link.usedBy = event.paymentId
      return
    }
    case 'PaymentLinkRetired': {
      const link = invoice.links.get(event.token)
      if (link !== undefined) link.end ??= event.reason
      return
    }
    default:
      return unreachable(event)
  }
}
