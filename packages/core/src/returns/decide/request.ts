import * as E from 'fp-ts/lib/Either.js'
import {
  addDays,
  addDecimals,
  compareDecimals,
  daysBetween,
  subtractDecimals,
  type CivilDate,
  type Decimal,
  type Text,
} from '../../shared/index.ts'
import type { DeliveredLine, RequestReturn } from '../commands.ts'
import { failedConditions } from '../conditions.ts'
import type { ReturnedLine, ReturnLine, ReturnsEvent } from '../events.ts'
import type { ReturnPolicy } from '../policy.ts'
import type { ReturnsRejection } from '../rejections.ts'
import type { ReturnCase } from '../state.ts'
import { wordsOfRequest } from '../words.ts'
import { repetition, step, type Decision } from './decision.ts'

/** Each line once, with all that is asked of it. */
const wantedOf = ({ lines }: RequestReturn): ReadonlyArray<ReturnLine> => {
  const wanted = new Map<Text, Decimal>()
  for (const { lineId, quantity } of lines)
    wanted.set(lineId, addDecimals(wanted.get(lineId) ?? '0', quantity))
  return [...wanted].map(([lineId, quantity]) => ({ lineId, quantity }))
}

/** The last day on which a line may be asked back: the house's window or the law's, the later one. */
const lastDayOf = (policy: ReturnPolicy, deliveredOn: CivilDate): CivilDate =>
  addDays(deliveredOn, Math.max(policy.windowDays, policy.coolingOffDays))

const lineOf = (
  { delivered, effectiveOn, policy }: RequestReturn,
  lineId: Text,
  quantity: Decimal,
): E.Either<ReturnsRejection, ReturnedLine> => {
  const known = delivered.find((line: DeliveredLine) => line.lineId === lineId)
  if (known === undefined) return E.left({ type: 'UnknownLine', lineId })
  const { sku, deliveredOn, deliveredQuantity, returnedQuantity } = known
  if (deliveredOn === null || deliveredOn > effectiveOn)
    return E.left({ type: 'NotDelivered', lineId })
  const lastDay = lastDayOf(policy, deliveredOn)
  if (effectiveOn > lastDay)
    return E.left({ type: 'WindowClosed', lineId, lastDay, requestedOn: effectiveOn })
  const left = subtractDecimals(deliveredQuantity, returnedQuantity)
  if (compareDecimals(quantity, left) > 0)
    return E.left({ type: 'TooMany', lineId, left, offered: quantity })
  const afterDays = daysBetween(deliveredOn, effectiveOn)
  const held = { deliveredOn, deliveredQuantity, returnedQuantity, afterDays }
  return E.right({ lineId, sku, quantity, ...held })
}

/** Why the reason, or what the customer says of the goods, speaks against it. */
const refusalOf = (
  { policy, reason, declared }: RequestReturn,
  lines: ReadonlyArray<ReturnedLine>,
): ReturnsRejection | undefined => {
  const accepted = policy.reasons.find(({ code }) => code === reason)
  const isCoolingOff = lines.every(({ afterDays }) => afterDays <= policy.coolingOffDays)
  if (accepted === undefined && !isCoolingOff)
    return { type: 'ReasonNotAccepted', reason, accepted: policy.reasons.map(({ code }) => code) }
  if (declared === null || accepted?.conditionsApply === false) return undefined
  const failed = failedConditions(policy.conditions, declared)
  return failed.length > 0 && policy.onFailedCondition.kind === 'refuse'
    ? { type: 'ReturnConditionFailed', failed }
    : undefined
}

const requestOf = (
  command: RequestReturn,
  wanted: ReadonlyArray<ReturnLine>,
): E.Either<ReturnsRejection, ReturnsEvent> => {
  const { effectiveOn, customerId, returnId, orderId, orderedOn, reason, declared, policy } =
    command
  if (wanted.length === 0 || wanted.some(({ quantity }) => compareDecimals(quantity, '0') <= 0))
    return E.left({ type: 'NothingToReturn', returnId })
  const lines: Array<ReturnedLine> = []
  for (const { lineId, quantity } of wanted) {
    const line = lineOf(command, lineId, quantity)
    if (E.isLeft(line)) return line
    lines.push(line.right)
  }
  const refusal = refusalOf(command, lines)
  if (refusal !== undefined) return E.left(refusal)
  const about = { effectiveOn, customerId, returnId, orderId, orderedOn }
  return E.right({ type: 'ReturnRequested', ...about, reason, lines, declared, policy })
}

/**
 * The customer wants to send goods back.
 *
 * Units: quantities are exact decimals; days count from each line's delivery. The last day of a window
 * belongs to it. Shape: nothing where the same return was requested before, on whatever evidence.
 * Rejects: `NothingToReturn`, `UnknownLine`, `NotDelivered`, `WindowClosed`, `TooMany` (more than was
 * delivered and has not come back), `ReasonNotAccepted`, `ReturnConditionFailed`, `ConflictingDuplicate`,
 * `WrongCustomer`. Source: domain 1-28, 1-29, 0-22.
 */
export const request = (command: RequestReturn, state: ReturnCase): Decision => {
  const { returnId, orderId, reason, declared, policy } = command
  const lines = wantedOf(command)
  const offered = wordsOfRequest({ lines, orderId, reason, declared, policy })
  const repeated = repetition(returnId, 'ReturnRequested', offered, state)
  if (repeated !== undefined) return repeated
  const event = requestOf(command, lines)
  return E.isLeft(event) ? event : step(returnId, [event.right], ['unknown'], state)
}
