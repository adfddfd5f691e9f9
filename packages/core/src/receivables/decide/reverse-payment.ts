import { laterDay, minorUnits } from '../../shared/index.ts'
import type { BounceFee, ReversePayment } from '../cash-commands.ts'
import { changeLine } from '../change-line.ts'
import type { ReceivablesEvent } from '../events.ts'
import { itemDueOn, type Item } from '../item.ts'
import type { RecordReversal } from '../record-commands.ts'
import type { Payment } from '../remembered.ts'
import { itemOf, type Receivables } from '../state.ts'
import { about, accept, outOfRange, reject, repeatedChange, type Decision } from './decision.ts'
import { outflowRefundId, outflowWithoutSource } from './suspense.ts'
import { takenBackWhole } from './take-back.ts'

const appliedMinor = ({ applications }: Payment): number =>
  [...applications.values()].reduce((sum, { amountMinor }) => sum + amountMinor, 0)

const reversed = (
  command: ReversePayment | RecordReversal,
  state: Receivables,
  payment: Payment,
): ReadonlyArray<ReceivablesEvent> => {
  const { paymentId, changeId, reason } = command
  const facts = about(command)
  const taking = { why: 'reversal', paymentId, changeId } as const
  const takenBack = [...payment.applications].flatMap(([itemId, application]) => {
    const item = itemOf(state, itemId)
    return item === undefined ? [] : takenBackWhole(facts, item, taking, application)
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
      amountMinor: minorUnits(payment.leftMinor + appliedMinor(payment)),
      reason,
    },
  ]
}

/** The fee comes onto its item after the cash has left it. */
const bounceFee = (
  command: ReversePayment,
  item: Item,
  { ruleId, chargeId, amountMinor }: BounceFee,
): ReceivablesEvent => ({
  type: 'BounceFeeAssessed',
  ...about(command),
  itemId: item.itemId,
  chargeId,
  paymentId: command.paymentId,
  ruleId,
  amountMinor,
  dueOn: itemDueOn({ ...item, feesMinor: item.feesMinor + amountMinor }),
})

const withoutCash = (item: Item, { applications }: Payment): Item => ({
  ...item,
  paidMinor: item.paidMinor - (applications.get(item.itemId)?.amountMinor ?? 0),
})

/**
 * The bank took the cash back: what it paid stands open again, due as it was at first.
 *
 * Shape: one `PaymentUnapplied` for each item it had paid (recoveries too), with `EarlyDiscountWithdrawn`
 * for what it had earned there, then `PaymentReversed` over what of the payment had not gone out before,
 * then `BounceFeeAssessed` where a fee was agreed. `[]` if this change was made before.
 * Rejects: `UnknownPayment`, `PaymentIsReversed`; `NothingUnapplied` where all of it had gone out; for
 * the fee `UnknownItem`, `ConflictingDuplicate` and `AmountOutOfRange`, a fee of nothing is none.
 * Source: domain 3.4, 33 to 35 and 80; invariants 6 and 9.
 */
export const reversePayment = (command: ReversePayment, state: Receivables): Decision => {
  const { paymentId, changeId, fee } = command
  const before = repeatedChange(state, changeId, changeLine('reverse', paymentId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  if (payment.leftMinor + appliedMinor(payment) === 0)
    return reject({ type: 'NothingUnapplied', paymentId })
  const events = reversed(command, state, payment)
  if (fee === null || fee.amountMinor === 0) return accept(events)
  const item = itemOf(state, fee.itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId: fee.itemId })
  const known = state.charges.get(fee.chargeId)
  if (known !== undefined) return conflictingCharge(fee, known.amountMinor)
  return (
    outOfRange(state, fee.amountMinor) ??
    accept([...events, bounceFee(command, withoutCash(item, payment), fee)])
  )
}

const conflictingCharge = (
  { chargeId: id, amountMinor: offeredMinor }: BounceFee,
  recordedMinor: number,
): Decision =>
  reject({ type: 'ConflictingDuplicate', what: 'charge', id, recordedMinor, offeredMinor })

/**
 * As `reversePayment`, for a reversal that happened elsewhere: what had gone out before it went out
 * twice, and opens an item of kind `suspense`. A second reversal of a payment takes nothing.
 * Rejects: `UnknownPayment`, `AmountOutOfRange`, `ConflictingDuplicate`.
 */
export const recordReversal = (command: RecordReversal, state: Receivables): Decision => {
  const { paymentId, changeId } = command
  const before = repeatedChange(state, changeId, changeLine('reverse', paymentId))
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  const goneMinor = Math.max(0, payment.refundedMinor + payment.chargedBackMinor)
  const twiceOutMinor = payment.reversed ? 0 : goneMinor
  const tooMuch = outOfRange(state, twiceOutMinor)
  if (tooMuch !== undefined) return tooMuch
  const outflow =
    twiceOutMinor === 0
      ? []
      : outflowWithoutSource(
          about(command),
          state,
          outflowRefundId(state, 'reversal', changeId),
          twiceOutMinor,
        )
  return accept([...reversed(command, state, payment), ...outflow])
}
