import { changeLine } from '../change-line.ts'
import type { UnapplyPayment } from '../commands.ts'
import { itemOf, type Receivables } from '../state.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { cashTakenBack } from './take-back.ts'

/**
 * Takes one application of a payment back, whole; the payer's word for that item then no longer holds.
 *
 * Shape: `PaymentUnapplied` with the item's original due day. `[]` if this change was made before.
 * Rejects: `UnknownPayment`, `PaymentIsReversed`, `NotApplied`. Source: invariant 8.
 */
export const unapplyPayment = (command: UnapplyPayment, state: Receivables): Decision => {
  const { changeId, paymentId, itemId } = command
  const before = repeatedChange(state, changeId, changeLine('unapply', paymentId, itemId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  const application = payment.applications.find((one) => one.itemId === itemId)
  const item = itemOf(state, itemId)
  if (application === undefined || item === undefined)
    return reject({ type: 'NotApplied', paymentId, itemId })
  return accept([cashTakenBack(about(command), item, paymentId, changeId, application)])
}
