import { openMinor, type Item } from '../receivables/index.ts'
import type { TradeEvent } from '../rooms.ts'
import { creditId, ratioOf, type CreditId } from '../shared/index.ts'
import { correctInvoice, creditRoomMinor, type Issued } from './correct-invoice.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { findItem, invoicesOfOrder, itemOfInvoice } from './read-dossier.ts'

const name = 'credit returns'

type CreditDue = Extract<TradeEvent, { readonly type: 'CreditDue' }>

/** A part of what is due, on one of the order's invoices. */
interface Note {
  readonly invoice: Issued
  readonly creditId: CreditId
  readonly amountMinor: number
  readonly taxMinor: number
}

/**
 * What a note must say so that its customer gets so much: of what was paid less a discount for paying
 * early, the note takes the discount back with the goods. Source: domain edge case 44.
 */
const beforeDiscount = (dueMinor: number, item: Item | undefined): number => {
  if (item === undefined || item.discountedMinor === 0 || item.paidMinor === 0) return dueMinor
  const paidBackMinor = Math.max(0, dueMinor - openMinor(item))
  const settledMinor = item.paidMinor + item.discountedMinor
  const share = { numerator: settledMinor, denominator: item.paidMinor }
  return dueMinor - paidBackMinor + ratioOf(paidBackMinor, share, 'halfUp')
}

/** Spreads what is due over the invoices of the order, the newest first, each as far as it reaches. */
const notesFor = (event: CreditDue, dossier: Dossier): ReadonlyArray<Note> => {
  const { orderId, lines, totalMinor } = event
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0)
  const tax = { numerator: taxMinor, denominator: Math.max(1, totalMinor) }
  let leftMinor: number = totalMinor
  return invoicesOfOrder(dossier, orderId)
    .toReversed()
    .flatMap((invoice, index) => {
      const item = findItem(dossier, itemOfInvoice(invoice.issued.invoiceId))?.item
      const roomMinor = creditRoomMinor(invoice)
      const amountMinor = Math.min(beforeDiscount(leftMinor, item), roomMinor)
      if (amountMinor <= 0) return []
      leftMinor = Math.max(0, leftMinor - amountMinor)
      const id = index === 0 ? event.creditId : creditId(joined(event.creditId, index))
      return [{ invoice, creditId: id, amountMinor, taxMinor: ratioOf(amountMinor, tax, 'halfUp') }]
    })
}

const correct = (
  { effectiveOn, reason }: CreditDue,
  dossier: Dossier,
  { invoice, creditId: id, amountMinor, taxMinor }: Note,
): Asked => {
  const key = causedBy(name, id)
  const note = { key, creditId: id, effectiveOn, reason, amountMinor, taxMinor }
  return correctInvoice(dossier, invoice, note)
}

const credit = (event: CreditDue, dossier: Dossier): ReadonlyArray<Asked> => {
  const isDone = [...dossier.states.invoice.values()].some(({ corrections }) =>
    corrections.has(event.creditId),
  )
  return isDone ? [] : notesFor(event, dossier).map((note) => correct(event, dossier, note))
}

/**
 * Goods that came back become a credit note on what they were billed by.
 *
 * Shape: the note lowers what is open first, the last instalments before the others; what was paid already
 * becomes credit balance. What billing makes of a note is its own. Source: domain 3.3, policy 8; edge case 42.
 */
export const creditReturns: Policy = {
  name,
  react: ({ event }, dossier) => (event.type === 'CreditDue' ? credit(event, dossier) : []),
}
