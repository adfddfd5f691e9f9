import { define } from '../shared/event.ts'
import { unreachable, type Door, type EventDefinition, type Room } from '../shared/index.ts'
import type { OrderCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  OrderPlaced,
  OrderConfirmed,
  OrderShipped,
  DeliveryConfirmed,
  OrderCancelled,
  type OrderEvent,
} from './events.ts'
import { explain, type OrderRejection } from './rejections.ts'
import { evolve, initial, type Order } from './state.ts'

export {
  DeliveryConfirmed,
  OrderCancelled,
  OrderConfirmed,
  OrderEvent,
  OrderLine,
  OrderPlaced,
  OrderShipped,
  Quantity,
} from './events.ts'
export {
  type OrderCommand,
  type PlaceOrder,
  type ConfirmOrder,
  type ShipOrder,
  type ConfirmDelivery,
  type CancelOrder,
  type RecordSale,
  type RecordDelivery,
  type RecordCancellation,
} from './commands.ts'
export { type OrderContent, type OrderRejection } from './rejections.ts'
export { statusOf, type Order, type OrderStatus, type Placed, type Shipment } from './state.ts'

export const orderEvents: ReadonlyArray<EventDefinition> = [
  define(OrderPlaced),
  define(OrderConfirmed),
  define(OrderShipped),
  define(DeliveryConfirmed),
  define(OrderCancelled),
]

const doorOf = ({ type }: OrderCommand): Door => {
  switch (type) {
    case 'PlaceOrder':
    case 'ConfirmOrder':
    case 'ShipOrder':
    case 'ConfirmDelivery':
    case 'CancelOrder':
      return 'ask'
    case 'RecordSale':
    case 'RecordDelivery':
    case 'RecordCancellation':
      return 'record'
    default:
      return unreachable(type)
  }
}

/** An order from placing to delivery, or a sale made elsewhere. One stream an order. */
export const orderRoom: Room<OrderCommand, OrderEvent, Order, OrderRejection> = {
  category: 'order',
  decider: { initial, decide, evolve },
  events: orderEvents,
  streamOf: ({ orderId }) => `order-${orderId}`,
  doorOf,
  explain,
}
