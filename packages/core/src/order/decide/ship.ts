import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { ConfirmDelivery, RecordDelivery, ShipOrder } from '../commands.ts'
import type { Order } from '../state.ts'
import { knownOrder, type Decision } from './decision.ts'

/**
 * Lets a part of a confirmed order leave the house.
 *
 * Shape: nothing where this part left before, or is known to have arrived.
 * Rejects: `UnknownOrder`, `WrongCustomer`, `OrderIsCancelled`, `OrderNotConfirmed`.
 */
export const ship = (command: ShipOrder, order: Order): Decision => {
  const { effectiveOn, customerId, orderId, shipmentId } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  if (order.shipments.has(shipmentId)) return E.right([])
  if (order.cancelled !== null) return E.left({ type: 'OrderIsCancelled', orderId })
  if (order.confirmedOn === null) return E.left({ type: 'OrderNotConfirmed', orderId })
  const on = laterDay(effectiveOn, order.confirmedOn)
  return E.right([{ type: 'OrderShipped', effectiveOn: on, customerId, orderId, shipmentId }])
}

/**
 * The customer has a part that left the house, also of an order that was called off meanwhile.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `NotShipped`.
 */
export const confirmDelivery = (command: ConfirmDelivery, order: Order): Decision => {
  const { effectiveOn, customerId, orderId, shipmentId } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const shipment = order.shipments.get(shipmentId)
  if (shipment === undefined) return E.left({ type: 'NotShipped', orderId, shipmentId })
  if (shipment.deliveredOn !== null) return E.right([])
  const on = laterDay(effectiveOn, shipment.shippedOn ?? effectiveOn)
  return E.right([{ type: 'DeliveryConfirmed', effectiveOn: on, customerId, orderId, shipmentId }])
}

/**
 * Records a delivery note from elsewhere, also of an order not yet known: a sale recorded later completes
 * it. It names the order's customer, where the order is known. Rejects nothing.
 */
export const recordDelivery = (command: RecordDelivery, order: Order): Decision => {
  const { effectiveOn, orderId, shipmentId } = command
  const known = order.shipments.get(shipmentId)?.deliveredOn ?? null
  if (known !== null) return E.right([])
  const { customerId } = order.placed ?? command
  return E.right([{ type: 'DeliveryConfirmed', effectiveOn, customerId, orderId, shipmentId }])
}
