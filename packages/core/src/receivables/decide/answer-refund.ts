import { laterDay, minorUnits } from '../../shared/index.ts'
import type { RecordRefundFailure, RecordRefundIssue } from '../record-commands.ts'
import type { Receivables } from '../state.ts'
import { about, accept, alreadySo, outOfRange, reject, type Decision } from './decision.ts'
import { outflow } from './issue-refund.ts'

/**
 * The provider paid out what was requested.
 *
 * Shape: `RefundIssued` from what was set aside; where its source is gone by now, for instance because
 * the payment bounced, the rest opens an item of kind `suspense`. `[]` if it was issued before.
 * Rejects: `UnknownRefund`, `RefundIsFailed`, `AmountOutOfRange`.
 */
export const recordRefundIssue = (command: RecordRefundIssue, state: Receivables): Decision => {
  const { refundId } = command
  const refund = state.refunds.get(refundId)
  if (refund === undefined) return reject({ type: 'UnknownRefund', refundId })
  if (refund.issued) return alreadySo
  if (refund.failed) return reject({ type: 'RefundIsFailed', refundId })
  return (
    outOfRange(state, refund.amountMinor) ??
    accept(outflow(about(command), state, refundId, refund.from, refund.amountMinor))
  )
}

/**
 * A refund did not reach the customer: exactly this refund is undone.
 *
 * Shape: `RefundFailed`; what was set aside is free again, and what had gone out is back in its source.
 * `[]` if it failed before. Rejects: `UnknownRefund`; `RefundHasNoSource` where some of it went out of no
 * known source, to which it cannot return. Source: domain 3.4, edge case 37.
 */
export const recordRefundFailure = (command: RecordRefundFailure, state: Receivables): Decision => {
  const { refundId, reason } = command
  const refund = state.refunds.get(refundId)
  if (refund === undefined) return reject({ type: 'UnknownRefund', refundId })
  if (refund.failed) return alreadySo
  const { from, issued, amountMinor, fromMinor } = refund
  if (from === null || fromMinor !== amountMinor)
    return reject({ type: 'RefundHasNoSource', refundId })
  const effectiveOn = laterDay(command.effectiveOn, refund.on)
  const facts = { ...about(command), effectiveOn, refundId, from: { ...from }, issued, reason }
  return accept([{ type: 'RefundFailed', ...facts, amountMinor: minorUnits(amountMinor) }])
}
