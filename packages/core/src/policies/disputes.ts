import type { DisputeEvent } from '../dispute/index.ts'
import { creditableMinor, openMinor } from '../receivables/index.ts'
import { creditId, minorUnits, type DisputeId } from '../shared/index.ts'
import { correctInvoice, creditRoomMinor, type Issued } from './correct-invoice.ts'
import { givenUpMinor } from './credit-item.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { collectionsOf, disputeOf, findItem, invoiceOf } from './read-dossier.ts'

type Opened = Extract<DisputeEvent, { type: 'DisputeOpened' }>
type Decided = Extract<DisputeEvent, { type: 'DisputeDecided' }>

const name = 'disputes'

/** Marks what is contested, as far as it is open: reminders and fees leave that part out. */
const mark = (
  { disputeId, about, amountMinor, reason, effectiveOn, currency }: Opened,
  dossier: Dossier,
): ReadonlyArray<Asked> => {
  const isDecided = (disputeOf(dossier, disputeId)?.decided ?? null) !== null
  if (about.kind !== 'item' || isDecided) return []
  const { itemId } = about
  const found = findItem(dossier, itemId)
  const open = found === undefined ? 0 : openMinor(found.item)
  const disputes = collectionsOf(dossier, currency)?.disputes
  const isMarked = [...(disputes ?? [])].some(
    ([id, one]) => id === disputeId || (one.itemId === itemId && one.resolved === null),
  )
  if (open === 0 || isMarked) return []
  const { customerId } = dossier
  const facts = { effectiveOn, customerId, currency, disputeId, itemId, reason }
  const sums = { amountMinor: minorUnits(Math.min(amountMinor, open)), openMinor: minorUnits(open) }
  const command = { type: 'RaiseDispute', ...facts, ...sums } as const
  return [{ room: 'collections', key: causedBy(name, 'raise', disputeId), command }]
}

const noteOf = (disputeId: DisputeId) => creditId(joined('dispute', disputeId))

/** A note on our own invoice, with its share of the tax; the invoice's own fact lowers what is owed. */
const correct = (dossier: Dossier, event: Decided, invoice: Issued): ReadonlyArray<Asked> => {
  const { disputeId, acceptedMinor, effectiveOn } = event
  const id = noteOf(disputeId)
  const amountMinor = Math.min(acceptedMinor, creditRoomMinor(invoice))
  if (invoice.corrections.has(id) || amountMinor <= 0) return []
  const key = causedBy(name, 'credit', disputeId)
  const note = { key, creditId: id, effectiveOn, reason: null, amountMinor, taxMinor: null }
  return [correctInvoice(dossier, invoice, note)]
}

/** What the house gives in about is credited: on its invoice where it has one, else on the item. */
const credit = (event: Decided, dossier: Dossier): ReadonlyArray<Asked> => {
  const { about, acceptedMinor, effectiveOn, disputeId } = event
  if (about.kind !== 'item' || acceptedMinor === 0) return []
  const found = findItem(dossier, about.itemId)
  if (found === undefined) return []
  const { item, currency, account } = found
  const invoice = item.invoiceId === null ? undefined : invoiceOf(dossier, item.invoiceId)
  const issued = invoice?.issued ?? null
  if (
    invoice !== undefined &&
    issued !== null &&
    issued.terms !== null &&
    invoice.voidedBy === null
  )
    return correct(dossier, event, { ...invoice, issued })
  const id = noteOf(disputeId)
  const duesMinor = Math.max(openMinor(item), acceptedMinor - givenUpMinor(item))
  const roomMinor = Math.min(acceptedMinor, duesMinor, creditableMinor(account, item))
  const amountMinor = minorUnits(Math.max(0, roomMinor))
  if (amountMinor === 0 || account.credits.has(id)) return []
  const { customerId } = dossier
  const facts = { effectiveOn, customerId, currency, itemId: item.itemId, reason: null }
  const command = { type: 'IssueCredit', ...facts, creditId: id, amountMinor } as const
  return [{ room: 'receivables', key: causedBy(name, 'credit', disputeId), command }]
}

/** Takes the mark off again, and credits what the house accepted. */
const settle = (event: Decided, dossier: Dossier): ReadonlyArray<Asked> => {
  const { disputeId, outcome, effectiveOn, currency } = event
  const marked = collectionsOf(dossier, currency)?.disputes.get(disputeId)
  const { customerId } = dossier
  const facts = { effectiveOn, customerId, currency, disputeId, outcome }
  const command = { type: 'ResolveDispute', ...facts } as const
  const lift: ReadonlyArray<Asked> =
    marked === undefined || marked.resolved !== null
      ? []
      : [{ room: 'collections', key: causedBy(name, 'resolve', disputeId), command }]
  return [...credit(event, dossier), ...lift]
}

/**
 * While an item is contested, its contested part is neither asked for nor charged for being late; what the
 * house accepts is credited. The days of the rest go on.
 *
 * Source: domain 3.3, policy 7; edge cases 59 and 60.
 */
export const disputes: Policy = {
  name,
  react: ({ event }, dossier) => {
    switch (event.type) {
      case 'DisputeOpened':
        return mark(event, dossier)
      case 'DisputeDecided':
        return settle(event, dossier)
      default:
        return []
    }
  },
}
