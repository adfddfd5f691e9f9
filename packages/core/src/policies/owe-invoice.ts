import { creditNeeded } from '../order/index.ts'
import type { InvoiceEvent } from '../invoice/index.ts'
import { minorUnits } from '../shared/index.ts'
import { creditItem, voidNote } from './credit-item.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import { creditOf, findItem, itemOfInvoice } from './read-dossier.ts'

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

/** What an invoice means for what is owed: it opens an item, and each credit note lowers it. */
export const oweInvoice = (
  event: Of<'InvoiceIssued' | 'InvoiceVoided' | 'InvoiceCorrected'>,
  dossier: Dossier,
): ReadonlyArray<Asked> => {
  if (event.type === 'InvoiceIssued') return open(event, dossier)
  return creditItem(
    dossier,
    event,
    event.type === 'InvoiceVoided'
      ? { creditId: voidNote(event.invoiceId), amountMinor: event.totalMinor, openMinor: null }
      : {
          creditId: event.creditId,
          amountMinor: event.amountMinor,
          openMinor: event.prePaymentMinor,
        },
  )
}
