import type { ItemId, PaymentId } from '../shared/index.ts'
import { changeLine } from './change-line.ts'
import type { Receivables } from './state.ts'

/**
 * Whether a person took a payment back from an item: what a bounce, a chargeback or a waived fee takes back is
 * remembered under another name.
 */
export const wasTakenByHand = (
  { changes }: Receivables,
  paymentId: PaymentId,
  itemId: ItemId,
): boolean => {
  const line = changeLine('unapply', paymentId, itemId)
  for (const change of changes.values()) if (change === line) return true
  return false
}
