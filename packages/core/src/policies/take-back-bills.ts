import { openMinor } from '../receivables/index.ts'
import { minorUnits, type CivilDate, type OrderId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import { findItem, invoicesOfOrder, itemOfInvoice } from './read-dossier.ts'

/** What was billed of an order that is called off is taken back: whole where nothing was paid on it. */
export const takeBackBills = (
  dossier: Dossier,
  orderId: OrderId,
  on: CivilDate,
  cause: string,
): ReadonlyArray<Asked> =>
  invoicesOfOrder(dossier, orderId).flatMap(({ issued, corrections }): ReadonlyArray<Asked> => {
    const found = findItem(dossier, itemOfInvoice(issued.invoiceId))
    if (found === undefined || openMinor(found.item) === 0) return []
    if (found.item.paidMinor > 0 || corrections.size > 0) return []
    const changeId = causedBy('billing', 'void', issued.invoiceId, cause)
    const { customerId } = dossier
    const about = { effectiveOn: on, customerId, invoiceId: issued.invoiceId, changeId }
    const paidMinor = minorUnits(0)
    const command = { type: 'VoidInvoice', ...about, paidMinor, reason: null } as const
    return [{ room: 'invoice', key: changeId, command }]
  })
