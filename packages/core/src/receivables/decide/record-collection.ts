import type { RecordFailedPayment, RecordPendingPayment } from '../record-commands.ts'
import type { Collection } from '../remembered.ts'
import type { Receivables } from '../state.ts'
import { about, accept, alreadySo, outOfRange, repeated, type Decision } from './decision.ts'

/** Whether a source's word comes after the last one known; of two of one number a failure is the later. */
const isNews = (known: Collection, sequence: number, failed: boolean): boolean =>
  sequence === known.sequence ? failed && !known.failed : sequence > known.sequence

/**
 * A collection was begun, or came to nothing, as its source says.
 *
 * Shape: `PaymentPending` or `PaymentFailed`, which move no money. `[]` where that source's later word is
 * known, and where the payment was received: so the order in which words arrive makes no difference.
 * Rejects: `ConflictingDuplicate`, `AmountOutOfRange`.
 * Source: domain 3.4, 25 and 32; invariant 45.
 */
export const recordCollection = (
  command: RecordPendingPayment | RecordFailedPayment,
  state: Receivables,
): Decision => {
  const { paymentId, amountMinor, method, forItemId, sequence } = command
  const failed = command.type === 'RecordFailedPayment'
  if (state.payments.has(paymentId)) return alreadySo
  const last = state.collections.get(paymentId)
  if (last !== undefined && last.amountMinor !== amountMinor)
    return repeated('payment', paymentId, false, last.amountMinor, amountMinor)
  if (last !== undefined && !isNews(last, sequence, failed)) return alreadySo
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const facts = { ...about(command), paymentId, amountMinor, method, forItemId, sequence }
  return accept([
    command.type === 'RecordFailedPayment'
      ? { type: 'PaymentFailed', ...facts, reason: command.reason }
      : { type: 'PaymentPending', ...facts },
  ])
}
