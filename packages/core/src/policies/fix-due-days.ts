import {
  partDueDay,
  splitByShares,
  type AnchorDays,
  type CivilDate,
  type OrderId,
  type PaymentTerms,
  type TermsPart,
} from '../shared/index.ts'
import { billedBy, daysAtBilling, daysNow } from './billing-days.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import { findItem, invoicesOfOrder, itemOfInvoice, orderOf } from './read-dossier.ts'
import { termsOfOrder } from '../order/index.ts'

/** The parts of terms that had no due day on the bill, in the order in which the schedule numbers them. */
const partsWithoutDay = (
  terms: PaymentTerms,
  totalMinor: number,
  days: AnchorDays,
): ReadonlyArray<TermsPart> => {
  const amounts = splitByShares(terms, totalMinor)
  return terms.parts.filter(
    (part, index, all) =>
      ((amounts[index] ?? 0) > 0 || all.length === 1) && partDueDay(terms, part, days) === null,
  )
}

/**
 * Fixes the due days that waited for a delivery or a stage which has come now.
 *
 * Shape: in a schedule the parts without a due day come last, in the order of the terms: so each is found
 * again by its number.
 */
export const fixDueDays = (
  dossier: Dossier,
  orderId: OrderId,
  on: CivilDate,
): ReadonlyArray<Asked> => {
  const order = orderOf(dossier, orderId)
  const agreed = order === undefined ? null : termsOfOrder(order)
  if (order === undefined || agreed === null) return []
  const by = billedBy(agreed, order)
  return invoicesOfOrder(dossier, orderId).flatMap(({ issued }) => {
    const { invoiceId, terms, billFor, totalMinor, issuedOn: invoicedOn } = issued
    const found = findItem(dossier, itemOfInvoice(invoiceId))
    if (found === undefined || terms === null) return []
    const { currency, item } = found
    if (item.schedule.every(({ dueOn }) => dueOn !== null)) return []
    const before = { ...daysAtBilling(order, billFor, by), invoicedOn }
    const parts = partsWithoutDay(terms, totalMinor, before)
    const first = item.schedule.length - parts.length + 1
    return parts.flatMap((part, index): ReadonlyArray<Asked> => {
      const dueOn = partDueDay(terms, part, { ...daysNow(order, billFor), invoicedOn })
      const instalment = first + index
      const known = item.schedule.find((one) => one.instalment === instalment)
      if (dueOn === null || known === undefined || known.dueOn !== null) return []
      const changeId = causedBy('billing', 'due', invoiceId, instalment)
      const { customerId } = dossier
      const about = { effectiveOn: on, customerId, currency, changeId }
      const { itemId } = item
      const command = { type: 'FixDueDate', ...about, itemId, instalment, dueOn } as const
      return [{ room: 'receivables', key: changeId, command }]
    })
  })
}
