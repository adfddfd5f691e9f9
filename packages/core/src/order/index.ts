import { define } from '../shared/event.ts'
import { unreachable, type Door, type EventDefinition, type Room } from '../shared/index.ts'
import type { OrderCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { OrderEvent } from './events.ts'
import { explain, type OrderRejection } from './rejections.ts'
import { evolve, initial, type Order } from './state.ts'

export { agreementRequired, creditNeeded } from './credit-needed.ts'
export {
  CreditCover,
  DeliveryConfirmed,
  GoodsAccepted,
  MilestoneAccepted,
  MilestoneCompleted,
  MilestoneStarted,
  OrderCancelled,
  OrderClosed,
  OrderConfirmed,
  OrderEvent,
  OrderPlaced,
  OrderReopened,
  OrderShipped,
  QuotedPlan,
  Stages,
  TermsAccepted,
  TermsQuoted,
} from './events.ts'
export { SaleCredited, SaleCreditWithdrawn } from './sale-credit-events.ts'
export {
  type OrderCommand,
  type PlaceOrder,
  type QuoteTerms,
  type AcceptTerms,
  type ConfirmOrder,
  type ShipOrder,
  type ConfirmDelivery,
  type AcceptGoods,
  type StartMilestone,
  type CompleteMilestone,
  type AcceptMilestone,
  type CancelOrder,
  type CloseOrder,
  type ReopenOrder,
  type RecordSale,
  type RecordSaleCredit,
  type RecordSaleCreditWithdrawal,
  type RecordDelivery,
  type RecordCancellation,
} from './commands.ts'
export { type Agreed, type Checklist, type CreditEvidence, type Hold } from './evidence.ts'
export { grossOf, LineKind, LineQuantity, OrderLine, Quantity } from './line.ts'
export { type LineFault } from './line-fault.ts'
export { goodsLine, nothingElseAsked, reservedCredit } from './plain.ts'
export { acceptedPlan, statusOf, termsOfOrder, totalOfOrder } from './questions.ts'
export {
  type ConfirmationRejection,
  type EndingRejection,
  type FulfilmentRejection,
  type OrderContent,
  type OrderRejection,
  type PlacingRejection,
  type QuoteRejection,
} from './rejections.ts'
export {
  type Line,
  type Milestone,
  type Order,
  type OrderStatus,
  type Placed,
  type Plan,
  type Shipment,
} from './state.ts'

export const orderEvents: ReadonlyArray<EventDefinition> = OrderEvent.types.map(define)

const doorOf = ({ type }: OrderCommand): Door => {
  switch (type) {
    case 'PlaceOrder':
    case 'QuoteTerms':
    case 'AcceptTerms':
    case 'ConfirmOrder':
    case 'ShipOrder':
    case 'ConfirmDelivery':
    case 'AcceptGoods':
    case 'StartMilestone':
    case 'CompleteMilestone':
    case 'AcceptMilestone':
    case 'CancelOrder':
    case 'CloseOrder':
    case 'ReopenOrder':
      return 'ask'
    case 'RecordSale':
    case 'RecordSaleCredit':
    case 'RecordSaleCreditWithdrawal':
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
