import { correctedMinor, type CorrectInvoice, type Invoice } from '../invoice/index.ts'
import { openMinor } from '../receivables/index.ts'
import { minorUnits, ratioOf, type ChangeId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import type { Asked } from './policy.ts'
import { findItem, itemOfInvoice } from './read-dossier.ts'

/** An invoice that was issued. */
export type Issued = Invoice & { readonly issued: NonNullable<Invoice['issued']> }

/** What of an invoice no note has taken back. Units: minor units. */
export const creditRoomMinor = (invoice: Issued): number =>
  invoice.voidedBy === null ? invoice.issued.totalMinor - correctedMinor(invoice) : 0

/** The share of an invoice's tax that a part of its total bears. Units: minor units. */
export const taxShareMinor = (
  { issued: { taxMinor, totalMinor } }: Issued,
  amountMinor: number,
): number =>
  ratioOf(amountMinor, { numerator: taxMinor, denominator: Math.max(1, totalMinor) }, 'halfUp')

/** What a note says. Null tax: the invoice's own share. */
export interface NoteOn extends Pick<CorrectInvoice, 'creditId' | 'effectiveOn' | 'reason'> {
  readonly key: ChangeId
  readonly amountMinor: number
  readonly taxMinor: number | null
}

/** Asks for a credit note over an amount of an invoice, with what is open on it as evidence. */
export const correctInvoice = (dossier: Dossier, invoice: Issued, note: NoteOn): Asked => {
  const { key, creditId, effectiveOn, reason, amountMinor } = note
  const { invoiceId, taxRounding } = invoice.issued
  const found = findItem(dossier, itemOfInvoice(invoiceId))
  return {
    room: 'invoice',
    key,
    command: {
      type: 'CorrectInvoice',
      effectiveOn,
      customerId: dossier.customerId,
      invoiceId,
      creditId,
      amountMinor: minorUnits(amountMinor),
      taxMinor: minorUnits(note.taxMinor ?? taxShareMinor(invoice, amountMinor)),
      taxRounding,
      lines: [],
      openMinor: minorUnits(found === undefined ? 0 : openMinor(found.item)),
      reason,
    },
  }
}
