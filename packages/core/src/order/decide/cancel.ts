import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { CancelOrder, RecordCancellation } from '../commands.ts'
import type { OrderEvent } from '../events.ts'
import type { Order, Placed } from '../state.ts'
import { knownOrder, type Decision } from './decision.ts'

const cancelled = (command: CancelOrder | RecordCancellation, placed: Placed): OrderEvent => {
  const { orderId, changeId, reason } = command
  const { customerId, currency, netMinor, on: placedOn } = placed
  const effectiveOn = laterDay(command.effectiveOn, placedOn)
  const about = { effectiveOn, customerId, currency, orderId, changeId }
  return { type: 'OrderCancelled', ...about, placedOn, netMinor, reason }
}

/**
 * Calls off a whole order while all of it is in the house.
 *
 * Shape: nothing where it is cancelled already, by whichever change: an order is cancelled once.
 * Rejects: `UnknownOrder`, `WrongCustomer`, `AlreadyShipped` (goods that left come back as a return).
 */
export const cancel = (command: CancelOrder, order: Order): Decision => {
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  if (order.cancelled !== null) return E.right([])
  const shipmentIds = [...order.shipments.keys()]
  if (shipmentIds.length > 0)
    return E.left({ type: 'AlreadyShipped', orderId: command.orderId, shipmentIds })
  return E.right([cancelled(command, placed.right)])
}

/** Records a cancellation made elsewhere, of goods shipped or not. Rejects: `UnknownOrder`. */
export const recordCancellation = (command: RecordCancellation, order: Order): Decision => {
  if (order.placed === null) return E.left({ type: 'UnknownOrder', orderId: command.orderId })
  return order.cancelled !== null ? E.right([]) : E.right([cancelled(command, order.placed)])
}
