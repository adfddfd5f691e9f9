import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits, type CivilDate } from '../../shared/index.ts'
import type { IssueRefund, RecordRefund } from '../commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import type { Receivables } from '../state.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'
import { outflowWithoutSource } from './suspense.ts'

/** What a refund may be paid from, and since when it is there. */
interface Source {
  readonly leftMinor: number
  readonly freedOn: CivilDate
}

const sourceOf = (
  state: Receivables,
  from: IssueRefund['from'],
): E.Either<ReceivablesRejection, Source> => {
  if (from.kind === 'credit') {
    const credit = state.credits.get(from.creditId)
    return credit === undefined
      ? E.left({ type: 'UnknownCredit', creditId: from.creditId })
      : E.right(credit)
  }
  const { paymentId } = from
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return E.left({ type: 'UnknownPayment', paymentId })
  return payment.reversed ? E.left({ type: 'PaymentIsReversed', paymentId }) : E.right(payment)
}

const seen = (command: IssueRefund | RecordRefund, state: Receivables): Decision | undefined => {
  const { refundId, amountMinor } = command
  const known = state.refunds.get(refundId)
  return known === undefined
    ? undefined
    : repeated('refund', refundId, known === amountMinor, known, amountMinor)
}

const refunded = (
  command: IssueRefund | RecordRefund,
  from: IssueRefund['from'],
  source: Source,
  amountMinor: number,
): ReceivablesEvent => ({
  type: 'RefundIssued',
  ...about(command),
  effectiveOn: laterDay(command.effectiveOn, source.freedOn),
  refundId: command.refundId,
  from: { ...from },
  amountMinor: minorUnits(amountMinor),
})

/**
 * Pays unapplied cash or credit balance back.
 *
 * Shape: `RefundIssued`. `[]` if issued before. Rejects: `ZeroAmount` (nothing never means all),
 * `UnknownPayment`, `PaymentIsReversed`, `UnknownCredit`, `ConflictingDuplicate`; `RefundExceedsPaid`
 * beyond what is there. Source: domain 3.4, 35, 36 and 38; invariant 6.
 */
export const issueRefund = (command: IssueRefund, state: Receivables): Decision => {
  const before = seen(command, state) ?? outOfRange(state, command.amountMinor)
  if (before !== undefined) return before
  const { from, amountMinor } = command
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const source = sourceOf(state, from)
  if (E.isLeft(source)) return source
  const availableMinor = source.right.leftMinor
  return amountMinor > availableMinor
    ? reject({ type: 'RefundExceedsPaid', availableMinor, offeredMinor: amountMinor })
    : accept([refunded(command, from, source.right, amountMinor)])
}

/**
 * Money that went out elsewhere: from its source as far as that reaches, the rest opens a `suspense` item.
 *
 * Shape: `RefundIssued` from the source, then `ItemOpened` and `RefundIssued` for the rest; a refund of
 * nothing is remembered too. Rejects: `ConflictingDuplicate`, `AmountOutOfRange`.
 */
export const recordRefund = (command: RecordRefund, state: Receivables): Decision => {
  const before = seen(command, state) ?? outOfRange(state, command.amountMinor)
  if (before !== undefined) return before
  const { from, refundId, amountMinor } = command
  const source = from === null ? undefined : sourceOf(state, from)
  const facts = about(command)
  if (from === null || source === undefined || E.isLeft(source))
    return accept(outflowWithoutSource(facts, state, refundId, amountMinor))
  const coveredMinor = Math.max(0, Math.min(amountMinor, source.right.leftMinor))
  const restMinor = amountMinor - coveredMinor
  return accept([
    ...(coveredMinor > 0 || amountMinor === 0
      ? [refunded(command, from, source.right, coveredMinor)]
      : []),
    ...(restMinor > 0 ? outflowWithoutSource(facts, state, refundId, restMinor) : []),
  ])
}
