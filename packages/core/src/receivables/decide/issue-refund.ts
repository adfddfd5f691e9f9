import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits, type CivilDate } from '../../shared/index.ts'
import type { About } from '../about.ts'
import type { IssueRefund, RequestRefund } from '../credit-commands.ts'
import type { RefundSource } from '../credit-events.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import type { RecordRefund } from '../record-commands.ts'
import { freeMinor } from '../remembered.ts'
import type { Receivables } from '../state.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'
import { outflowWithoutSource } from './suspense.ts'

/** What a refund may be paid from, and since when it is there. */
interface Source {
  readonly leftMinor: number
  readonly heldMinor: number
  readonly freedOn: CivilDate
}

/** Where money to be paid back lies, whatever may be done with it. */
const sourceOf = (
  state: Receivables,
  from: RefundSource,
): E.Either<ReceivablesRejection, Source> => {
  if (from.kind === 'credit') {
    const { creditId } = from
    const credit = state.credits.get(creditId)
    return credit === undefined ? E.left({ type: 'UnknownCredit', creditId }) : E.right(credit)
  }
  const { paymentId } = from
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return E.left({ type: 'UnknownPayment', paymentId })
  return payment.reversed ? E.left({ type: 'PaymentIsReversed', paymentId }) : E.right(payment)
}

const seen = (
  command: IssueRefund | RequestRefund | RecordRefund,
  state: Receivables,
): Decision | undefined => {
  const { refundId, amountMinor } = command
  const known = state.refunds.get(refundId)
  return known === undefined
    ? undefined
    : repeated(
        'refund',
        refundId,
        known.amountMinor === amountMinor,
        known.amountMinor,
        amountMinor,
      )
}

/** The source of a refund of ours: it must be there, free, and no store credit. */
const permitted = (
  command: IssueRefund | RequestRefund,
  state: Receivables,
): E.Either<ReceivablesRejection, Source> => {
  const { from, amountMinor } = command
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  const source = sourceOf(state, from)
  if (E.isLeft(source)) return source
  if (from.kind === 'credit' && state.credits.get(from.creditId)?.kind === 'storeCredit')
    return E.left({ type: 'StoreCreditIsNotPaidOut', creditId: from.creditId })
  const availableMinor = freeMinor(source.right)
  return amountMinor > availableMinor
    ? E.left({ type: 'RefundExceedsPaid', availableMinor, offeredMinor: amountMinor })
    : source
}

/** Cash or credit goes out of its source, on the day on which it is there at the earliest. */
const paidOut = (
  facts: About,
  refundId: IssueRefund['refundId'],
  from: RefundSource,
  { freedOn }: Source,
  amountMinor: number,
): ReceivablesEvent => ({
  type: 'RefundIssued',
  ...facts,
  effectiveOn: laterDay(facts.effectiveOn, freedOn),
  refundId,
  from: { ...from },
  amountMinor: minorUnits(amountMinor),
})

/** Money went out: from its source as far as that reaches; for the rest a `suspense` item opens. */
export const outflow = (
  facts: About,
  state: Receivables,
  refundId: IssueRefund['refundId'],
  from: RefundSource | null,
  amountMinor: number,
): ReadonlyArray<ReceivablesEvent> => {
  const source = from === null ? undefined : sourceOf(state, from)
  if (from === null || source === undefined || E.isLeft(source))
    return outflowWithoutSource(facts, state, refundId, amountMinor)
  const coveredMinor = Math.max(0, Math.min(amountMinor, source.right.leftMinor))
  const restMinor = amountMinor - coveredMinor
  return [
    ...(coveredMinor > 0 || amountMinor === 0
      ? [paidOut(facts, refundId, from, source.right, coveredMinor)]
      : []),
    ...(restMinor > 0 ? outflowWithoutSource(facts, state, refundId, restMinor) : []),
  ]
}

/**
 * Pays unapplied cash or credit balance back.
 *
 * Shape: `RefundIssued`. `[]` if issued or requested before. Rejects: `ZeroAmount` (nothing never means
 * all), `UnknownPayment`, `PaymentIsReversed`, `UnknownCredit`, `StoreCreditIsNotPaidOut`,
 * `ConflictingDuplicate`, `AmountOutOfRange`; `RefundExceedsPaid` beyond what is there and not set aside.
 * Source: domain 3.4, 35, 36 and 38; invariant 6.
 */
export const issueRefund = (command: IssueRefund, state: Receivables): Decision => {
  const before = seen(command, state) ?? outOfRange(state, command.amountMinor)
  if (before !== undefined) return before
  const { from, refundId, amountMinor } = command
  const source = permitted(command, state)
  return E.isLeft(source)
    ? source
    : accept([paidOut(about(command), refundId, from, source.right, amountMinor)])
}

/**
 * Sets money aside that a provider is to pay back.
 *
 * Shape: `RefundRequested`, which moves nothing; what is set aside is used for nothing else until
 * `RecordRefundIssue` or `RecordRefundFailure`. `[]` if requested before. Rejects: as `issueRefund`.
 */
export const requestRefund = (command: RequestRefund, state: Receivables): Decision => {
  const before = seen(command, state) ?? outOfRange(state, command.amountMinor)
  if (before !== undefined) return before
  const { from, refundId, amountMinor, reason } = command
  const source = permitted(command, state)
  if (E.isLeft(source)) return reject(source.left)
  const facts = about(command)
  const effectiveOn = laterDay(facts.effectiveOn, source.right.freedOn)
  const requested = { ...facts, effectiveOn, refundId, from: { ...from }, amountMinor, reason }
  return accept([{ type: 'RefundRequested', ...requested }])
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
  return accept(outflow(about(command), state, refundId, from, amountMinor))
}
