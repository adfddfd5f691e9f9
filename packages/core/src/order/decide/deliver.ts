import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { AcceptGoods, ConfirmDelivery, RecordDelivery } from '../commands.ts'
import type { OrderEvent } from '../events.ts'
import type { Order } from '../state.ts'
import { knownOrder, type Decision } from './decision.ts'

/** The part with what is known to be in it, and when it was promised. */
const delivered = (command: ConfirmDelivery | RecordDelivery, order: Order): OrderEvent => {
  const { effectiveOn, orderId, shipmentId } = command
  const { customerId } = order.placed ?? command
  const { lines = [], netMinor = null } = order.shipments.get(shipmentId) ?? {}
  const currency = netMinor === null ? null : (order.placed?.currency ?? null)
  const promisedOn = order.placed?.promisedOn ?? null
  const about = { effectiveOn, customerId, orderId, shipmentId }
  return { type: 'DeliveryConfirmed', ...about, lines, netMinor, currency, promisedOn }
}

/**
 * The customer has a part that left the house, also of an order that ended meanwhile.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `NotShipped`. Source: domain 0-01, 0-34; edge case 21.
 */
export const confirmDelivery = (command: ConfirmDelivery, order: Order): Decision => {
  const { orderId, shipmentId } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const shipment = order.shipments.get(shipmentId)
  if (shipment === undefined) return E.left({ type: 'NotShipped', orderId, shipmentId })
  if (shipment.deliveredOn !== null) return E.right([])
  const effectiveOn = laterDay(command.effectiveOn, shipment.shippedOn ?? command.effectiveOn)
  return E.right([delivered({ ...command, effectiveOn }, order)])
}

/**
 * Records a delivery note from elsewhere, also of an order not yet known: a sale recorded later completes
 * it. It names the order's customer, where the order is known. Rejects nothing.
 */
export const recordDelivery = (command: RecordDelivery, order: Order): Decision => {
  const known = order.shipments.get(command.shipmentId)?.deliveredOn ?? null
  return known !== null ? E.right([]) : E.right([delivered(command, order)])
}

/**
 * The customer looked at the part and keeps it. Effective on the day of delivery at the earliest.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `NotDelivered`. Source: domain 0-04.
 */
export const acceptGoods = (command: AcceptGoods, order: Order): Decision => {
  const { customerId, orderId, shipmentId } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const { deliveredOn = null, acceptedOn = null } = order.shipments.get(shipmentId) ?? {}
  if (acceptedOn !== null) return E.right([])
  if (deliveredOn === null) return E.left({ type: 'NotDelivered', orderId, shipmentId })
  const effectiveOn = laterDay(command.effectiveOn, deliveredOn)
  return E.right([{ type: 'GoodsAccepted', effectiveOn, customerId, orderId, shipmentId }])
}
