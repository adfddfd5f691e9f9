import type { ItemId, PaymentId } from '../shared/index.ts'
import { changeLine } from './change-line.ts'
import type { Receivables } from './state.ts'

/**
 * Whether a person took a payment back from an item; item null: from any. What a bounce, a chargeback or a
 * waived fee takes back is remembered under another name.
 */
export const wasTakenByHand = (
  { changes }: Receivables,
  paymentId: PaymentId,
  itemId: ItemId | null,
): boolean => {
  const fromAny = `${changeLine('unapply', paymentId).slice(0, -1)},`
  const line = itemId === null ? null : changeLine('unapply', paymentId, itemId)
  for (const change of changes.values())
    if (line === null ? change.startsWith(fromAny) : change === line) return true
  return false
}
