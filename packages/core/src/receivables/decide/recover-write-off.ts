import { laterDay, minorUnits } from '../../shared/index.ts'
import type { RecoverWriteOff } from '../cash-commands.ts'
import { freeMinor } from '../remembered.ts'
import type { Receivables } from '../state.ts'
import { about, accept, alreadySo, reject, type Decision } from './decision.ts'

/**
 * Uses unapplied cash on what was written off: bad debt falls, open stays as it was.
 *
 * Shape: `WriteOffRecovered` over the smaller of both. `[]` if this payment was used on this write-off.
 * Rejects: `UnknownWriteOff`, `UnknownPayment`, `PaymentIsReversed`, `NothingToRecover`,
 * `NothingUnapplied`. Source: domain 3.4, 39; invariant 10.
 */
export const recoverWriteOff = (command: RecoverWriteOff, state: Receivables): Decision => {
  const { writeOffId, paymentId } = command
  const writtenOff = state.writeOffs.get(writeOffId)
  if (writtenOff === undefined) return reject({ type: 'UnknownWriteOff', writeOffId })
  if (writtenOff.recoveredBy.includes(paymentId)) return alreadySo
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  const leftMinor = writtenOff.amountMinor - writtenOff.recoveredMinor
  if (leftMinor <= 0) return reject({ type: 'NothingToRecover', writeOffId })
  if (freeMinor(payment) === 0) return reject({ type: 'NothingUnapplied', paymentId })
  return accept([
    {
      type: 'WriteOffRecovered',
      ...about(command),
      effectiveOn: laterDay(writtenOff.on, payment.freedOn),
      itemId: writtenOff.itemId,
      writeOffId,
      paymentId,
      amountMinor: minorUnits(Math.min(leftMinor, freeMinor(payment))),
    },
  ])
}
