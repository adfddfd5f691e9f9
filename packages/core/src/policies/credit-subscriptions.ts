import {
  creditId,
  invoiceId,
  type ChangeId,
  type CivilDate,
  type InvoiceId,
  type SubscriptionId,
} from '../shared/index.ts'
import { correctInvoice, creditRoomMinor, type Issued } from './correct-invoice.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked } from './policy.ts'
import { invoiceOf } from './read-dossier.ts'
import { periodInvoice } from './subscription-ids.ts'

/** What a subscription is billed for beside its periods. */
export type Extra = 'change' | 'resumption' | 'leaving'

/** The invoice of an extra, named by the change that it is for. */
export const extraInvoice = (
  subscriptionId: SubscriptionId,
  what: Extra,
  changeId: ChangeId,
): InvoiceId => invoiceId(joined('subscription', subscriptionId, what, changeId))

const standing = (dossier: Dossier, id: InvoiceId): ReadonlyArray<Issued> => {
  const invoice = invoiceOf(dossier, id)
  const issued = invoice?.issued ?? null
  return invoice === undefined || issued === null ? [] : [{ ...invoice, issued }]
}

/** The invoices for extras of some kinds that a subscription was billed for, the newest first. */
export const extraInvoices = (
  dossier: Dossier,
  subscriptionId: SubscriptionId,
  kinds: ReadonlyArray<Extra>,
): ReadonlyArray<Issued> => {
  const prefixes = kinds.map((what) => `${joined('subscription', subscriptionId, what)}/`)
  return [...dossier.states.invoice.values()]
    .flatMap((invoice) => {
      const { issued } = invoice
      const isOurs = prefixes.some((prefix) => issued?.invoiceId.startsWith(prefix) === true)
      return issued === null || !isOurs ? [] : [{ ...invoice, issued }]
    })
    .toReversed()
}

/** What a period was billed by, the newest first: changes within it, and then the period itself. */
export const billsOfPeriod = (
  dossier: Dossier,
  subscriptionId: SubscriptionId,
  periodIndex: number,
): ReadonlyArray<Issued> => {
  const extras = extraInvoices(dossier, subscriptionId, ['change', 'resumption'])
  const own = standing(dossier, periodInvoice(subscriptionId, periodIndex).invoiceId)
  const [period] = own
  if (period === undefined) return extras.slice(0, 1)
  const { billFor, issuedOn } = period.issued
  const from = billFor.kind === 'period' ? billFor.from : issuedOn
  return [...extras.filter((extra) => extra.issued.issuedOn >= from), ...own]
}

interface Back {
  readonly subscriptionId: SubscriptionId
  readonly changeId: ChangeId
  readonly effectiveOn: CivilDate
}

/**
 * Gives back what a change of a subscription leaves too much, by credit notes on what it was billed by, each
 * as far as it reaches.
 */
export const creditBack = (
  dossier: Dossier,
  { subscriptionId, changeId, effectiveOn }: Back,
  bills: ReadonlyArray<Issued>,
  amountMinor: number,
): ReadonlyArray<Asked> => {
  const noteOf = (index: number) =>
    creditId(joined('subscription', subscriptionId, 'back', changeId, index))
  const isDone = [...dossier.states.invoice.values()].some(({ corrections }) =>
    corrections.has(noteOf(0)),
  )
  if (isDone) return []
  let leftMinor = amountMinor
  const asked: Asked[] = []
  for (const bill of bills) {
    const partMinor = Math.min(leftMinor, creditRoomMinor(bill))
    if (partMinor <= 0) continue
    leftMinor -= partMinor
    const id = noteOf(asked.length)
    const key = causedBy('bill subscriptions', id)
    const note = { key, creditId: id, effectiveOn, reason: null, amountMinor: partMinor }
    asked.push(correctInvoice(dossier, bill, { ...note, taxMinor: null }))
  }
  return asked
}
