import { laterDay, minorUnits } from '../../shared/index.ts'
import { principalFirst } from '../allocation.ts'
import type { ReverseChargeback } from '../cash-commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { Chargeback, Payment } from '../remembered.ts'
import { itemOf, type Receivables } from '../state.ts'
import { cashApplied, spread } from './apply.ts'
import { slotsOf } from './candidates.ts'
import { about, accept, alreadySo, outOfRange, reject, type Decision } from './decision.ts'

type Reopened = Chargeback['reopened'][number]

/** The cash pays an item again, as far as that is still open or still given up for the chargeback. */
const restored = (
  command: ReverseChargeback,
  state: Receivables,
  { paymentId, on }: Chargeback,
  payment: Payment,
  { itemId, amountMinor, writeOffId }: Reopened,
): ReadonlyArray<ReceivablesEvent> => {
  const facts = about(command)
  const freedOn = laterDay(laterDay(facts.effectiveOn, on), payment.freedOn)
  const item = itemOf(state, itemId)
  if (item === undefined) return []
  if (writeOffId === null) {
    const [part] = spread(slotsOf(item, 'restored'), amountMinor, payment.receivedOn)
    const cash = { paymentId, freedOn, changeId: null, components: principalFirst }
    return part === undefined ? [] : cashApplied(facts, cash, part)
  }
  const writtenOff = state.writeOffs.get(writeOffId)
  if (writtenOff === undefined) return []
  const recoveredMinor = Math.min(amountMinor, writtenOff.amountMinor - writtenOff.recoveredMinor)
  return recoveredMinor <= 0
    ? []
    : [
        {
          type: 'WriteOffRecovered',
          ...facts,
          effectiveOn: laterDay(writtenOff.on, freedOn),
          itemId,
          writeOffId,
          paymentId,
          amountMinor: minorUnits(recoveredMinor),
        },
      ]
}

/**
 * A chargeback was won: the cash is ours again, and pays again what it had paid.
 *
 * Shape: `ChargebackReversed`, then for each item that had lost it `PaymentApplied`, with the discount
 * that it earned, or `WriteOffRecovered` where the loss was given up; what is no longer open stays
 * unapplied. `[]` if it was won before.
 * Rejects: `UnknownChargeback`, `AmountOutOfRange`. Source: domain 3.4, edge case 34.
 */
export const reverseChargeback = (command: ReverseChargeback, state: Receivables): Decision => {
  const { chargebackId } = command
  const chargeback = state.chargebacks.get(chargebackId)
  if (chargeback === undefined) return reject({ type: 'UnknownChargeback', chargebackId })
  if (chargeback.reversed) return alreadySo
  const { paymentId, takenMinor, on, reopened } = chargeback
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  const tooMuch = outOfRange(state, takenMinor)
  if (tooMuch !== undefined) return tooMuch
  const facts = about(command)
  return accept([
    {
      type: 'ChargebackReversed',
      ...facts,
      effectiveOn: laterDay(facts.effectiveOn, on),
      paymentId,
      chargebackId,
      amountMinor: minorUnits(takenMinor),
    },
    ...reopened.flatMap((part) => restored(command, state, chargeback, payment, part)),
  ])
}
