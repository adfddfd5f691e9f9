import * as E from 'fp-ts/lib/Either.js'
import type { AllocatePayment } from '../cash-commands.ts'
import { changeLine } from '../change-line.ts'
import { freeMinor } from '../remembered.ts'
import type { Receivables } from '../state.ts'
import { cashApplied, spread } from './apply.ts'
import { candidatesWithRoom } from './candidates.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'

/**
 * Applies what is left of one payment by an allocation.
 *
 * Shape: for each item one `PaymentApplied`, with `EarlyDiscountTaken` where the cash had come early
 * enough. `[]` if this change was made before.
 * Rejects: `UnknownPayment`, `PaymentIsReversed`, `NothingUnapplied`, `UnknownItem`, `NothingOpen`,
 * `ConflictingDuplicate`.
 */
export const allocatePayment = (command: AllocatePayment, state: Receivables): Decision => {
  const { changeId, paymentId, allocation } = command
  const before = repeatedChange(state, changeId, changeLine('allocate', paymentId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  if (freeMinor(payment) === 0) return reject({ type: 'NothingUnapplied', paymentId })
  const slots = candidatesWithRoom(state, allocation)
  if (E.isLeft(slots)) return slots
  const { freedOn, receivedOn } = payment
  const parts = spread(slots.right, freeMinor(payment), receivedOn)
  const cash = { paymentId, freedOn, changeId, components: allocation.components }
  const facts = about(command)
  return accept(parts.flatMap((part) => cashApplied(facts, cash, part)))
}
