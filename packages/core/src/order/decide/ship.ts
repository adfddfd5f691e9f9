import * as E from 'fp-ts/lib/Either.js'
import { addDecimals, compareDecimals, laterDay, subtractDecimals } from '../../shared/index.ts'
import type { ShipOrder } from '../commands.ts'
import type { LineQuantity } from '../line.ts'
import { isLeft, netOf } from '../questions.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Order, Placed, Shipment } from '../state.ts'
import { endedRefusal, firstTwice, knownOrder, type Decision } from './decision.ts'

type Part = E.Either<OrderRejection, Pick<Shipment, 'lines'> & { readonly netMinor: number }>

/** The refusal of so much of a line; undefined where it may leave. */
const faultOf = (
  { orderId }: ShipOrder,
  { lines }: Order,
  { lineId, quantity }: LineQuantity,
): OrderRejection | undefined => {
  const line = lines.get(lineId)
  if (line === undefined) return { type: 'UnknownLine', orderId, lineId }
  if (compareDecimals(quantity, '0') <= 0) {
    const fault = { type: 'QuantityNotPositive' as const, quantity }
    return { type: 'LineUnsound', orderId, lineId, fault }
  }
  if (compareDecimals(addDecimals(line.shippedQuantity, quantity), line.quantity) <= 0)
    return undefined
  return {
    type: 'ShippedAboveOrdered',
    orderId,
    lineId,
    orderedQuantity: line.quantity,
    shippedQuantity: line.shippedQuantity,
    offeredQuantity: quantity,
  }
}

/** Σ over the lines of what their share has grown by: all parts of a line together are its net. */
const netOfPart = (order: Order, part: ReadonlyArray<LineQuantity>): number =>
  part.reduce((sum, { lineId, quantity }) => {
    const line = order.lines.get(lineId)
    if (line === undefined) return sum
    const { shippedQuantity } = line
    return sum + netOf(line, addDecimals(shippedQuantity, quantity)) - netOf(line, shippedQuantity)
  }, 0)

const alreadyShipped = ({ orderId }: ShipOrder, { shipments }: Order): Part =>
  E.left({ type: 'AlreadyShipped', orderId, shipmentIds: [...shipments.keys()] })

/** All that has not left yet. An order without lines leaves whole. */
const rest = (command: ShipOrder, order: Order, { netMinor }: Placed): Part => {
  if (order.lines.size === 0)
    return [...order.shipments.values()].some(({ shippedOn }) => shippedOn !== null)
      ? alreadyShipped(command, order)
      : E.right({ lines: [], netMinor })
  const lines = [...order.lines].flatMap(([lineId, line]) =>
    isLeft(line)
      ? [{ lineId, quantity: subtractDecimals(line.quantity, line.shippedQuantity) }]
      : [],
  )
  if (lines.length === 0) return alreadyShipped(command, order)
  return E.right({ lines, netMinor: netOfPart(order, lines) })
}

const partOf = (command: ShipOrder, order: Order, placed: Placed): Part => {
  const { orderId, shipmentId, lines } = command
  if (lines === null) return rest(command, order, placed)
  if (lines.length === 0) return E.left({ type: 'EmptyShipment', orderId, shipmentId })
  const name = firstTwice(lines.map(({ lineId }) => lineId))
  if (name !== undefined) return E.left({ type: 'NamedTwice', orderId, name })
  for (const line of lines) {
    const fault = faultOf(command, order, line)
    if (fault !== undefined) return E.left(fault)
  }
  return E.right({ lines, netMinor: netOfPart(order, lines) })
}

/** Whether the part that left under this id is the one that the command names. */
const isSamePart = ({ lines }: ShipOrder, { shippedOn, lines: left }: Shipment): boolean => {
  if (lines === null || shippedOn === null) return true
  const quantities = new Map(left.map(({ lineId, quantity }) => [lineId, quantity]))
  return (
    lines.length === left.length &&
    lines.every(({ lineId, quantity }) => {
      const known = quantities.get(lineId)
      return known !== undefined && compareDecimals(known, quantity) === 0
    })
  )
}

/**
 * Lets a part of a confirmed order leave the house: so much of these lines, or all that is left.
 *
 * Units: quantities as exact decimals; `netMinor` is the part's share of the order, and all parts together
 * are the order's net. Shape: nothing where this part left before, or is known to have arrived.
 * Rejects: `UnknownOrder`, `WrongCustomer`, `ShipmentDiffers`, `OrderIsCancelled`, `OrderIsClosed`,
 * `OrderNotConfirmed`, `EmptyShipment`, `NamedTwice`, `UnknownLine`, `LineUnsound`,
 * `ShippedAboveOrdered`, `AlreadyShipped` (nothing is left). Source: domain 3.2, Order; edge case 70.
 */
export const ship = (command: ShipOrder, order: Order): Decision => {
  const { effectiveOn, customerId, orderId, shipmentId } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const known = order.shipments.get(shipmentId)
  if (known !== undefined)
    return isSamePart(command, known)
      ? E.right([])
      : E.left({ type: 'ShipmentDiffers', orderId, shipmentId })
  const ended = endedRefusal(command, order)
  if (ended !== undefined) return ended
  if (order.confirmedOn === null) return E.left({ type: 'OrderNotConfirmed', orderId })
  const part = partOf(command, order, placed.right)
  if (E.isLeft(part)) return part
  const { currency, promisedOn } = placed.right
  const on = laterDay(effectiveOn, order.confirmedOn)
  const about = { effectiveOn: on, customerId, currency, orderId, shipmentId }
  return E.right([{ type: 'OrderShipped', ...about, ...part.right, promisedOn }])
}
