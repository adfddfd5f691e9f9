import { laterDay, minorUnits } from '../../shared/index.ts'
import { changeLine } from '../change-line.ts'
import type { RecordReversal, ReversePayment } from '../commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import { itemOf, type Payment, type Receivables } from '../state.ts'
import { about, accept, outOfRange, reject, repeatedChange, type Decision } from './decision.ts'
import { outflowRefundId, outflowWithoutSource } from './suspense.ts'
import { cashTakenBack } from './take-back.ts'

const reversed = (
  command: ReversePayment | RecordReversal,
  state: Receivables,
  payment: Payment,
): ReadonlyArray<ReceivablesEvent> => {
  const { paymentId, changeId, reason } = command
  const facts = about(command)
  const appliedMinor = payment.applications.reduce((sum, one) => sum + one.amountMinor, 0)
  const takenBack = payment.applications.flatMap((application) => {
    const item = itemOf(state, application.itemId)
    return item === undefined ? [] : [cashTakenBack(facts, item, paymentId, changeId, application)]
  })
  return [
    ...takenBack,
    {
      type: 'PaymentReversed',
      ...facts,
      // Cash leaves when it is there and free: on no day is less than nothing unapplied.
      effectiveOn: takenBack
        .map(({ effectiveOn }) => effectiveOn)
        .reduce(laterDay, laterDay(facts.effectiveOn, payment.freedOn)),
      paymentId,
      changeId,
      amountMinor: minorUnits(payment.leftMinor + appliedMinor),
      reason,
    },
  ]
}

/**
 * The bank took the cash back: what it paid stands open again, due as it was at first.
 *
 * Shape: one `PaymentUnapplied` for each item it had paid (recoveries too), then `PaymentReversed` over
 * what of the payment was not refunded before. `[]` if this change was made before.
 * Rejects: `UnknownPayment`, `PaymentIsReversed`; `NothingUnapplied` where all of it was refunded.
 * Source: domain 3.4, 33 to 35; invariants 6 and 9.
 */
export const reversePayment = (command: ReversePayment, state: Receivables): Decision => {
  const { paymentId, changeId } = command
  const before = repeatedChange(state, changeId, changeLine('reverse', paymentId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  return payment.refundedMinor === payment.amountMinor
    ? reject({ type: 'NothingUnapplied', paymentId })
    : accept(reversed(command, state, payment))
}

/**
 * As `reversePayment`, for a reversal that happened elsewhere: what had been refunded before it went
 * out twice, and opens an item of kind `suspense`. A second reversal of a payment takes nothing.
 * Rejects: `UnknownPayment`, `AmountOutOfRange`.
 */
export const recordReversal = (command: RecordReversal, state: Receivables): Decision => {
  const { paymentId, changeId } = command
  const before = repeatedChange(state, changeId, changeLine('reverse', paymentId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  const twiceOutMinor = payment.reversed ? 0 : payment.refundedMinor
  const tooMuch = outOfRange(state, twiceOutMinor)
  if (tooMuch !== undefined) return tooMuch
  const outflow =
    twiceOutMinor === 0
      ? []
      : outflowWithoutSource(about(command), state, outflowRefundId(state, changeId), twiceOutMinor)
  return accept([...reversed(command, state, payment), ...outflow])
}
