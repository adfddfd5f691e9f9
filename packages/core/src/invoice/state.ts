import type { Draft } from 'immer'
import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type CreditId,
  type Currency,
  type CustomerId,
  type InvoiceId,
} from '../shared/index.ts'
import type { InvoiceEvent } from './events.ts'

/** One invoice: an immutable document, with what was later said about it. */
export interface Invoice {
  /** Null before it is issued. */
  readonly issued: Issued | null
  readonly deliveredOn: CivilDate | null
  readonly voidedBy: ChangeId | null
  readonly corrections: ReadonlyMap<CreditId, number>
}

export interface Issued {
  readonly invoiceId: InvoiceId
  readonly customerId: CustomerId | null
  readonly currency: Currency
  /** The invoice's date. */
  readonly issuedOn: CivilDate
  readonly totalMinor: number
  /** The document as one comparable line: the same id with another one is a conflict. */
  readonly content: string
}

export const initial = (): Invoice => ({
  issued: null,
  deliveredOn: null,
  voidedBy: null,
  corrections: new Map(),
})

/** What makes two invoices the same document. */
export const contentOf = (
  document: Pick<
    Extract<InvoiceEvent, { type: 'InvoiceIssued' }>,
    'orderId' | 'currency' | 'totalMinor' | 'schedule'
  >,
): string =>
  JSON.stringify([
    document.orderId,
    document.currency,
    document.totalMinor,
    document.schedule.map(({ instalment, amountMinor, dueOn }) => [instalment, amountMinor, dueOn]),
  ])

/** Σ credit notes on the invoice. */
export const correctedMinor = (invoice: Invoice): number => {
  let sum = 0
  for (const amountMinor of invoice.corrections.values()) sum += amountMinor
  return sum
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (invoice: Draft<Invoice>, event: InvoiceEvent): void => {
  switch (event.type) {
    case 'InvoiceIssued': {
      const { invoiceId, customerId, currency, totalMinor, effectiveOn: issuedOn } = event
      const content = contentOf(event)
      invoice.issued = { invoiceId, customerId, currency, issuedOn, totalMinor, content }
      return
    }
    case 'InvoiceDelivered':
      invoice.deliveredOn = event.effectiveOn
      return
    case 'InvoiceVoided':
      invoice.voidedBy = event.changeId
      return
    case 'InvoiceCorrected':
      invoice.corrections.set(event.creditId, event.amountMinor)
      return
    default:
      return unreachable(event)
  }
}
