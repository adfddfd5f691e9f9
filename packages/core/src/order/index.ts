import { define } from '../shared/event.ts'
import type { EventDefinition } from '../shared/index.ts'
import {
  OrderPlaced,
  OrderConfirmed,
  OrderShipped,
  DeliveryConfirmed,
  OrderCancelled,
} from './events.ts'

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
export { type OrderRejection } from './rejections.ts'

export const orderEvents: ReadonlyArray<EventDefinition> = [
  define(OrderPlaced),
  define(OrderConfirmed),
  define(OrderShipped),
  define(DeliveryConfirmed),
  define(OrderCancelled),
]
