import * as E from 'fp-ts/lib/Either.js'
import { changeLine } from '../change-line.ts'
import type { AllocatePayment } from '../commands.ts'
import type { Receivables } from '../state.ts'
import { cashApplied, spread } from './apply.ts'
import { candidatesWithRoom } from './candidates.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'

/**
 * Applies what is left of one payment by an allocation.
 *
 * Shape: one `PaymentApplied` an item. `[]` if this change was made before.
 * Rejects: `UnknownPayment`, `PaymentIsReversed`, `NothingUnapplied`, `UnknownItem`, `NothingOpen`.
 */
export const allocatePayment = (command: AllocatePayment, state: Receivables): Decision => {
  const { changeId, paymentId, allocation } = command
  const before = repeatedChange(state, changeId, changeLine('allocate', paymentId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  if (payment.leftMinor <= 0) return reject({ type: 'NothingUnapplied', paymentId })
  const slots = candidatesWithRoom(state, allocation)
  if (E.isLeft(slots)) return slots
  const parts = spread(slots.right, payment.leftMinor)
  const facts = about(command)
  return accept(parts.map((part) => cashApplied(facts, paymentId, payment.freedOn, part, changeId)))
}
