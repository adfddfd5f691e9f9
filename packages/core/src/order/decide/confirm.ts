import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits, type Text } from '../../shared/index.ts'
import type { ConfirmOrder } from '../commands.ts'
import { agreementRequired } from '../credit-needed.ts'
import { termsOfOrder, totalOfOrder } from '../questions.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Order } from '../state.ts'
import { coverOf } from './credit.ts'
import { endedRefusal, knownOrder, type Decision } from './decision.ts'

/** The ways to pay that were offered and go with the terms; null where anything does. */
const allowedMethods = (order: Order): ReadonlyArray<Text> | null => {
  const offered = order.placed?.offeredMethods ?? []
  const fitting = termsOfOrder(order)?.methods ?? null
  if (offered.length === 0) return fitting
  return fitting === null ? offered : offered.filter((method) => fitting.includes(method))
}

/** What a confirmation lacks besides credit, undefined where nothing. */
const missing = (command: ConfirmOrder, order: Order): OrderRejection | undefined => {
  const { orderId, quoteHash, agreement, checklist, method } = command
  const { accepted: acceptedHash } = order
  const quoted = quoteHash !== null || order.plans.size > 0
  if (quoted && (acceptedHash === null || acceptedHash !== quoteHash))
    return { type: 'TermsNotAccepted', orderId, quoteHash, acceptedHash }
  const totalMinor = totalOfOrder(order)
  const { thresholdMinor, agreementId } = agreement
  if (
    thresholdMinor !== null &&
    agreementRequired(totalMinor, thresholdMinor) &&
    agreementId === null
  )
    return { type: 'AgreementNotSigned', orderId, totalMinor, thresholdMinor }
  const lacking = checklist.required.filter((item) => !checklist.provided.includes(item))
  if (lacking.length > 0) return { type: 'ChecklistIncomplete', orderId, missing: lacking }
  const allowed = allowedMethods(order)
  const restricted = termsOfOrder(order)?.methods ?? null
  const fits = method === null ? restricted === null : (allowed?.includes(method) ?? true)
  return fits ? undefined : { type: 'MethodNotAllowed', orderId, method, allowed: allowed ?? [] }
}

/**
 * Confirms a placed order, once. Effective on the day it was placed at the earliest.
 *
 * Shape: `OrderConfirmed` with what it was confirmed on. Rejects: `UnknownOrder`, `WrongCustomer`,
 * `OrderIsCancelled`, `OrderIsClosed`, `TermsNotAccepted` (a plan was quoted, and not the one confirmed
 * was accepted), `AgreementNotSigned`, `ChecklistIncomplete`, `MethodNotAllowed`, `AccountOnHold`,
 * `CreditNotReserved`, `CreditDecisionExpired`.
 * Source: domain 3.2, Order; 0-27, 0-35, 0-36, 1-43, 2-06, 2-13; edge case 69.
 */
export const confirm = (command: ConfirmOrder, order: Order): Decision => {
  const { customerId, orderId, quoteHash, method, agreement } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  if (order.confirmedOn !== null) return E.right([])
  const ended = endedRefusal(command, order)
  if (ended !== undefined) return ended
  const lack = missing(command, order)
  if (lack !== undefined) return E.left(lack)
  const totalMinor = totalOfOrder(order)
  const credit = coverOf(command, order, totalMinor)
  if (E.isLeft(credit)) return credit
  const { on, currency } = placed.right
  const effectiveOn = laterDay(command.effectiveOn, on)
  const about = { effectiveOn, customerId, currency, orderId }
  const decided = { totalMinor: minorUnits(totalMinor), credit: credit.right }
  const { agreementId } = agreement
  return E.right([{ type: 'OrderConfirmed', ...about, ...decided, quoteHash, method, agreementId }])
}
