import type { UnapplyPayment } from '../cash-commands.ts'
import { changeLine } from '../change-line.ts'
import { itemOf, type Receivables } from '../state.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { takenBackWhole } from './take-back.ts'

/**
 * Takes one application of a payment back, whole; the payer's word for that item then no longer holds.
 *
 * Shape: `PaymentUnapplied` with the item's original due day, then `EarlyDiscountWithdrawn` for each
 * discount that the cash had earned there. `[]` if this change was made before.
 * Rejects: `UnknownPayment`, `PaymentIsReversed`, `NotApplied`, `ConflictingDuplicate`.
 * Source: invariant 8.
 */
export const unapplyPayment = (command: UnapplyPayment, state: Receivables): Decision => {
  const { changeId, paymentId, itemId } = command
  const before = repeatedChange(state, changeId, changeLine('unapply', paymentId, itemId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  const application = payment.applications.get(itemId)
  const item = itemOf(state, itemId)
  if (application === undefined || item === undefined)
    return reject({ type: 'NotApplied', paymentId, itemId })
  const taking = { why: 'correction', paymentId, changeId } as const
  return accept(takenBackWhole(about(command), item, taking, application))
}
