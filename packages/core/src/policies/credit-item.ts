import { correctedMinor, type Invoice } from '../invoice/index.ts'
import { creditableMinor, openMinor, type Item } from '../receivables/index.ts'
import {
  creditId,
  minorUnits,
  type CivilDate,
  type CreditId,
  type InvoiceId,
  type Text,
} from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked } from './policy.ts'
import { findItem, invoiceOf, itemOfInvoice, type Found } from './read-dossier.ts'

/** The note that takes a whole invoice back. */
export const voidNote = (of: InvoiceId): CreditId => creditId(joined('void', of))

/** A part of earlier notes that comes into its account later: the first, the second, and so on. */
export const laterNote = (of: InvoiceId, index: number): CreditId =>
  creditId(joined('later', of, index))

/** What of an item was given up, or is owed to somebody else. Units: minor units. */
export const givenUpMinor = ({ writtenOffMinor, assignedMinor }: Item): number =>
  writtenOffMinor + assignedMinor

const ownNotes = (of: InvoiceId, { corrections, voidedBy }: Invoice): ReadonlyArray<CreditId> =>
  voidedBy === null ? [...corrections.keys()] : [voidNote(of)]

export const laterNotes = (of: InvoiceId, { account }: Found): ReadonlyArray<CreditId> => {
  const notes: CreditId[] = []
  for (let index = 0; account.credits.has(laterNote(of, index)); index += 1)
    notes.push(laterNote(of, index))
  return notes
}

/** What the notes on an invoice say, less what its account has of them. Units: minor units. */
export const missingMinor = (of: InvoiceId, invoice: Invoice, found: Found): number => {
  const saidMinor =
    invoice.voidedBy === null ? correctedMinor(invoice) : (invoice.issued?.totalMinor ?? 0)
  return [...ownNotes(of, invoice), ...laterNotes(of, found)].reduce((sum, id) => {
    const credit = found.account.credits.get(id)
    return credit?.itemId === found.item.itemId ? sum - credit.amountMinor : sum
  }, saidMinor)
}

interface About {
  readonly effectiveOn: CivilDate
  readonly reason: Text | null
}

export const askForCredit = (
  { customerId }: Dossier,
  { account, currency, item }: Found,
  { effectiveOn, reason }: About,
  id: CreditId,
  wantedMinor: number,
): ReadonlyArray<Asked> => {
  const amountMinor = minorUnits(Math.max(0, Math.min(wantedMinor, creditableMinor(account, item))))
  if (amountMinor === 0) return []
  const about = { effectiveOn, customerId, currency, itemId: item.itemId, reason }
  const command = { type: 'IssueCredit', ...about, creditId: id, amountMinor } as const
  return [{ room: 'receivables', key: causedBy('billing', 'credit', id), command }]
}

interface Note {
  readonly creditId: CreditId
  readonly amountMinor: number
  /** What was open when the note was written, as far as the note reaches; null: not said. */
  readonly openMinor: number | null
}

/**
 * Sets a note on an invoice against its item: what is open first, then what was given up, and the rest is
 * owed to the customer.
 *
 * Shape: what falls on a part that was written off or assigned is not asked of the account, which has given
 * that part up already. Source: domain 3.3, policy 8; edge cases 40 and 42.
 */
export const creditItem = (
  dossier: Dossier,
  event: About & { readonly invoiceId: InvoiceId },
  note: Note,
): ReadonlyArray<Asked> => {
  const of = event.invoiceId
  const invoice = invoiceOf(dossier, of)
  const found = findItem(dossier, itemOfInvoice(of))
  if (invoice?.issued?.terms == null || found === undefined) return []
  if (found.account.credits.has(note.creditId)) return []
  const { item } = found
  const missing = missingMinor(of, invoice, found)
  const openPartMinor = Math.min(note.openMinor ?? note.amountMinor, openMinor(item), missing)
  const duesMinor = Math.max(openPartMinor, missing - givenUpMinor(item))
  return askForCredit(dossier, found, event, note.creditId, Math.min(note.amountMinor, duesMinor))
}
