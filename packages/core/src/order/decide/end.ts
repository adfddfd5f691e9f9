import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { CancelOrder, CloseOrder, RecordCancellation, ReopenOrder } from '../commands.ts'
import type { OrderEvent } from '../events.ts'
import { shippedMinor, totalOfOrder } from '../questions.ts'
import type { Change, Order, Placed } from '../state.ts'
import { coverOf } from './credit.ts'
import { endedRefusal, knownOrder, type Decision } from './decision.ts'

type Changing = CancelOrder | CloseOrder | ReopenOrder | RecordCancellation

const madeBefore = ({ orderId, changeId }: Changing, order: Order, change: Change) => {
  const recorded = order.changes.get(changeId)
  if (recorded === undefined) return undefined
  const answer: Decision =
    recorded === change
      ? E.right([])
      : E.left({ type: 'ConflictingChange', orderId, changeId, recorded })
  return answer
}

const changed = ({ orderId, changeId, reason, effectiveOn }: Changing, placed: Placed) => ({
  effectiveOn: laterDay(effectiveOn, placed.on),
  customerId: placed.customerId,
  currency: placed.currency,
  orderId,
  changeId,
  reason,
})

const cancelled = (command: CancelOrder | RecordCancellation, placed: Placed): OrderEvent => {
  const { netMinor, on: placedOn } = placed
  return { type: 'OrderCancelled', ...changed(command, placed), placedOn, netMinor }
}

/**
 * Calls off a whole order while all of it is in the house and no stage of it was accepted.
 *
 * Shape: nothing where this change was made. Rejects: `UnknownOrder`, `WrongCustomer`,
 * `ConflictingChange`, `OrderIsCancelled`, `OrderIsClosed`, `AlreadyShipped` (goods that left come back
 * as a return), `StageAccepted`.
 */
export const cancel = (command: CancelOrder, order: Order): Decision => {
  const { orderId } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const answer = madeBefore(command, order, 'cancelled') ?? endedRefusal(command, order)
  if (answer !== undefined) return answer
  const shipmentIds = [...order.shipments.keys()]
  if (shipmentIds.length > 0) return E.left({ type: 'AlreadyShipped', orderId, shipmentIds })
  const milestoneIds = [...order.milestones].flatMap(([id, { acceptedOn }]) =>
    acceptedOn === null ? [] : [id],
  )
  if (milestoneIds.length > 0) return E.left({ type: 'StageAccepted', orderId, milestoneIds })
  return E.right([cancelled(command, placed.right)])
}

/**
 * Records a cancellation made elsewhere, of goods shipped or not, once.
 *
 * Rejects: `UnknownOrder`, `ConflictingChange`, `OrderIsCancelled` (by another change).
 */
export const recordCancellation = (command: RecordCancellation, order: Order): Decision => {
  const { orderId } = command
  if (order.placed === null) return E.left({ type: 'UnknownOrder', orderId })
  const answer = madeBefore(command, order, 'cancelled')
  if (answer !== undefined) return answer
  if (order.ended === 'cancelled') return E.left({ type: 'OrderIsCancelled', orderId })
  return E.right([cancelled(command, order.placed)])
}

/**
 * Says that nothing more of a placed order will be shipped. What stays behind needs no credit any more.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `ConflictingChange`, `OrderIsCancelled`, `OrderIsClosed`.
 * Source: domain 3.4, edge case 70.
 */
export const close = (command: CloseOrder, order: Order): Decision => {
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const answer = madeBefore(command, order, 'closed') ?? endedRefusal(command, order)
  if (answer !== undefined) return answer
  const unshippedMinor = placed.right.netMinor - shippedMinor(order)
  return E.right([{ type: 'OrderClosed', ...changed(command, placed.right), unshippedMinor }])
}

/**
 * Goes on with a cancelled or closed order. What is still to be shipped asks for credit anew, so that an
 * order closed and reopened cannot pass the limit; an order not yet confirmed will ask then.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `ConflictingChange`, `OrderNotEnded`, `AccountOnHold`,
 * `CreditNotReserved`, `CreditDecisionExpired`. Source: domain 3.4, edge case 67.
 */
export const reopen = (command: ReopenOrder, order: Order): Decision => {
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const answer = madeBefore(command, order, 'reopened')
  if (answer !== undefined) return answer
  if (order.ended === null) return E.left({ type: 'OrderNotEnded', orderId: command.orderId })
  const leftMinor = Math.max(0, totalOfOrder(order) - shippedMinor(order))
  const credit = coverOf(command, order, order.confirmedOn === null ? 0 : leftMinor)
  if (E.isLeft(credit)) return credit
  const { netMinor, on: placedOn } = placed.right
  const again = { wasCancelled: order.ended === 'cancelled', placedOn, netMinor }
  return E.right([
    { type: 'OrderReopened', ...changed(command, placed.right), ...again, credit: credit.right },
  ])
}
