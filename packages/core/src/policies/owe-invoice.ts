import { creditNeeded } from '../order/index.ts'
import type { InvoiceEvent } from '../invoice/index.ts'
import { creditId, minorUnits, type CreditId, type InvoiceId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked } from './policy.ts'
import { creditOf, findItem, invoiceOf, itemOfInvoice } from './read-dossier.ts'

type Of<T extends InvoiceEvent['type']> = Extract<InvoiceEvent, { type: T }>

/** The part of the bill that its terms leave to be owed turns from reserved into used. */
const useCredit = (event: Of<'InvoiceIssued'>, dossier: Dossier): ReadonlyArray<Asked> => {
  const credit = creditOf(dossier)
  const { terms, totalMinor, invoiceId, orderId, currency, effectiveOn } = event
  if (credit?.currency !== currency || terms === null) return []
  const owedMinor = minorUnits(creditNeeded(terms, totalMinor))
  const changeId = causedBy('billing', 'use', invoiceId)
  if (owedMinor === 0 || credit.changes.has(changeId)) return []
  const itemId = itemOfInvoice(invoiceId)
  const { customerId } = dossier
  const about = { effectiveOn, customerId, changeId, currency, itemId, amountMinor: owedMinor }
  const command =
    orderId !== null && credit.orders.has(orderId)
      ? ({ type: 'ConsumeCredit', ...about, orderId } as const)
      : ({ type: 'RecordExposure', ...about, cause: 'invoice' } as const)
  return [{ room: 'credit', key: changeId, command }]
}

/** Opens what is owed on an invoice of ours. One from elsewhere comes with its own item. */
const open = (event: Of<'InvoiceIssued'>, dossier: Dossier): ReadonlyArray<Asked> => {
  const { invoiceId, currency, effectiveOn, schedule, earlyPay, nothingDue, terms } = event
  const itemId = itemOfInvoice(invoiceId)
  if (nothingDue || terms === null || findItem(dossier, itemId) !== undefined) return []
  const { customerId } = dossier
  const about = { effectiveOn, customerId, currency, itemId, invoiceId }
  const command = { type: 'OpenItem', ...about, kind: 'invoice', schedule, earlyPay } as const
  return [
    { room: 'receivables', key: causedBy('billing', 'open', invoiceId), command },
    ...useCredit(event, dossier),
  ]
}

/** Sets a credit note against its item: what is open first, the rest is owed to the customer. */
const credit = (
  dossier: Dossier,
  event: Of<'InvoiceVoided' | 'InvoiceCorrected'>,
  note: { readonly creditId: CreditId; readonly amountMinor: number; readonly of: InvoiceId },
): ReadonlyArray<Asked> => {
  const found = findItem(dossier, itemOfInvoice(note.of))
  if (found === undefined || found.account.credits.has(note.creditId)) return []
  const { effectiveOn, currency, reason } = event
  const { customerId } = dossier
  const about = { effectiveOn, customerId, currency, itemId: found.item.itemId, reason }
  const amountMinor = minorUnits(note.amountMinor)
  const named = { creditId: note.creditId, amountMinor }
  return [
    {
      room: 'receivables',
      key: causedBy('billing', 'credit', note.creditId),
      command: { type: 'IssueCredit', ...about, ...named },
    },
  ]
}

/** What an invoice means for what is owed: it opens an item, and each credit note lowers it. */
export const oweInvoice = (
  event: Of<'InvoiceIssued' | 'InvoiceVoided' | 'InvoiceCorrected'>,
  dossier: Dossier,
): ReadonlyArray<Asked> => {
  const { invoiceId: of } = event
  if (event.type === 'InvoiceIssued') return open(event, dossier)
  if (invoiceOf(dossier, of)?.issued?.terms == null) return []
  return event.type === 'InvoiceVoided'
    ? credit(dossier, event, {
        creditId: creditId(joined('void', of)),
        amountMinor: event.totalMinor,
        of,
      })
    : credit(dossier, event, { creditId: event.creditId, amountMinor: event.amountMinor, of })
}
