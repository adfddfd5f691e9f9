import { creditId, minorUnits, type CivilDate, type OrderId } from '../shared/index.ts'
import { correctInvoice, creditRoomMinor, type Issued } from './correct-invoice.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked } from './policy.ts'
import { findItem, invoicesOfOrder, itemOfInvoice } from './read-dossier.ts'

interface Cancelled {
  readonly on: CivilDate
  /** The change by which the order was called off. */
  readonly cause: string
}

const voidBill = (dossier: Dossier, { issued }: Issued, { on, cause }: Cancelled): Asked => {
  const changeId = causedBy('billing', 'void', issued.invoiceId, cause)
  const { customerId } = dossier
  const about = { effectiveOn: on, customerId, invoiceId: issued.invoiceId, changeId }
  const command = { type: 'VoidInvoice', ...about, paidMinor: minorUnits(0), reason: null } as const
  return { room: 'invoice', key: changeId, command }
}

/** A note over all that no other note took back: what was paid becomes credit balance. */
const creditBill = (
  dossier: Dossier,
  invoice: Issued,
  { on, cause }: Cancelled,
): ReadonlyArray<Asked> => {
  const id = creditId(joined('cancelled', invoice.issued.invoiceId, cause))
  const amountMinor = creditRoomMinor(invoice)
  if (amountMinor === 0 || invoice.corrections.has(id)) return []
  const key = causedBy('billing', id)
  const note = { key, creditId: id, effectiveOn: on, reason: null, amountMinor, taxMinor: null }
  return [correctInvoice(dossier, invoice, note)]
}

/**
 * What was billed of an order that is called off is taken back: whole where nothing was paid on it, else by a
 * credit note over what is left of it.
 */
export const takeBackBills = (
  dossier: Dossier,
  orderId: OrderId,
  on: CivilDate,
  cause: string,
): ReadonlyArray<Asked> =>
  invoicesOfOrder(dossier, orderId).flatMap((invoice): ReadonlyArray<Asked> => {
    const found = findItem(dossier, itemOfInvoice(invoice.issued.invoiceId))
    if (found === undefined) return []
    return found.item.paidMinor === 0 && invoice.corrections.size === 0
      ? [voidBill(dossier, invoice, { on, cause })]
      : creditBill(dossier, invoice, { on, cause })
  })
