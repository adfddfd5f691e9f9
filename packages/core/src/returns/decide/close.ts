import * as E from 'fp-ts/lib/Either.js'
import { minorUnits, subtractDecimals } from '../../shared/index.ts'
import type { CloseReturn, RecordReturnedGoods } from '../commands.ts'
import { creditLine } from '../credit-line.ts'
import type { CreditLine, ReturnsEvent } from '../events.ts'
import type { ReturnsRejection } from '../rejections.ts'
import type { RequestedReturn, ReturnCase } from '../state.ts'
import { wordsOfClosing } from '../words.ts'
import { knownRequest, repetition, step, type Decision } from './decision.ts'

type Outcome = 'credited' | 'creditedLess' | 'sentBack'

const outcomeOf = ({ failed }: ReturnCase, { onFailedCondition }: RequestedReturn): Outcome =>
  failed.length === 0
    ? 'credited'
    : onFailedCondition.kind === 'refuse'
      ? 'sentBack'
      : 'creditedLess'

const creditLines = (
  command: CloseReturn,
  request: RequestedReturn,
  state: ReturnCase,
  withhold: number,
): E.Either<ReturnsRejection, ReadonlyArray<CreditLine>> => {
  const lines: Array<CreditLine> = []
  for (const { lineId, quantity } of state.received) {
    const asked = request.lines.find((line) => line.lineId === lineId)
    const charged = command.charged.find((line) => line.lineId === lineId)
    if (asked === undefined || charged === undefined) return E.left({ type: 'UnknownLine', lineId })
    const line = creditLine(charged, asked.sku, quantity, withhold)
    if (line === undefined) {
      const left = subtractDecimals(charged.deliveredQuantity, charged.returnedQuantity)
      return E.left({ type: 'TooMany', lineId, left, offered: quantity })
    }
    lines.push(line)
  }
  return E.right(lines)
}

/** The credit note that is due, where it is over something, and the end of the case. */
const endOf = (
  command: CloseReturn | RecordReturnedGoods,
  about: Pick<RequestedReturn, 'orderId' | 'orderedOn' | 'reason'>,
  outcome: Outcome,
  lines: ReadonlyArray<CreditLine>,
): E.Either<ReturnsRejection, ReadonlyArray<ReturnsEvent>> => {
  const { effectiveOn, customerId, returnId, creditId, currency, costMinor } = command
  const amountMinor = lines.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0)
  if (!Number.isSafeInteger(amountMinor)) return E.left({ type: 'AmountOutOfRange', amountMinor })
  const { orderId, orderedOn, reason } = about
  const facts = { effectiveOn, customerId, currency, returnId, orderId, orderedOn, creditId }
  const what = { reason, lines }
  const totalMinor = minorUnits(amountMinor)
  const due: ReturnsEvent = { type: 'CreditDue', ...facts, ...what, totalMinor }
  const end = { outcome, creditedMinor: totalMinor, costMinor }
  const closed: ReturnsEvent = { type: 'ReturnClosed', ...facts, ...what, ...end }
  return E.right(amountMinor > 0 ? [due, closed] : [closed])
}

/**
 * Ends a case: `CreditDue` for what was accepted, then `ReturnClosed`.
 *
 * Shape: each line gives back its share of what the customer was charged, discounts taken off, as the
 * command's evidence says on the day of closing. Goods that fail a condition give nothing and go back to
 * the customer, or give less, by the policy of the request. No `CreditDue` over nothing.
 * Rejects: `UnknownReturn`, `WrongCustomer`, `UnknownLine`, `TooMany`, `AmountOutOfRange`,
 * `ReturnOutOfTurn`. Source: domain 3.2, ReturnCase; edge cases 7 and 44.
 */
export const close = (command: CloseReturn, state: ReturnCase): Decision => {
  const known = knownRequest(command, state)
  if (E.isLeft(known)) return known
  const { returnId } = command
  const repeated = repetition(returnId, 'ReturnClosed', wordsOfClosing(command), state)
  if (repeated !== undefined) return repeated
  const outcome = outcomeOf(state, known.right)
  const { onFailedCondition: onFailed } = known.right
  const withhold =
    outcome === 'creditedLess' && onFailed.kind === 'deduct' ? onFailed.basisPoints : 0
  const lines =
    outcome === 'sentBack' ? E.right([]) : creditLines(command, known.right, state, withhold)
  if (E.isLeft(lines)) return lines
  const events = endOf(command, known.right, outcome, lines.right)
  return E.isLeft(events) ? events : step(returnId, events.right, ['inspected'], state)
}

/**
 * A return that was decided elsewhere, whole: requested, credited and closed on one day.
 *
 * Rejects: `AmountOutOfRange`, `ConflictingDuplicate`; `ReturnOutOfTurn` where the case is under way here.
 */
export const recordReturned = (command: RecordReturnedGoods, state: ReturnCase): Decision => {
  const { effectiveOn, customerId, returnId, orderId, orderedOn, reason, lines } = command
  const about = { effectiveOn, customerId, returnId, orderId, orderedOn, reason }
  const withheld = command.credit.some(
    ({ withheldNetMinor, withheldTaxMinor }) => withheldNetMinor + withheldTaxMinor > 0,
  )
  const end = endOf(command, about, withheld ? 'creditedLess' : 'credited', command.credit)
  if (E.isLeft(end)) return end
  const requested = {
    type: 'ReturnRequested',
    ...about,
    lines,
    declared: null,
    policy: null,
  } as const
  return step(returnId, [requested, ...end.right], ['unknown'], state)
}
