import {
  explainTermsFault,
  unreachable,
  type Currency,
  type CustomerId,
  type OrderId,
  type Text,
} from '../shared/index.ts'
import type { TermsFault } from '../shared/index.ts'

/** What a repeated order is compared by. */
export interface OrderContent {
  readonly netMinor: number
  readonly currency: Currency
  readonly customerId: CustomerId | null
}

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type OrderRejection =
  | {
      readonly type: 'UnknownOrder' | 'EmptyOrder' | 'OrderNotConfirmed'
      readonly orderId: OrderId
    }
  /** The same sum for the same customer, but not on these terms. */
  | { readonly type: 'OrderAlreadyPlaced'; readonly orderId: OrderId }
  | { readonly type: 'TermsUnsound'; readonly orderId: OrderId; readonly fault: TermsFault }
  /** The lines come to more than can be summed exactly. */
  | {
      readonly type: 'AmountOutOfRange'
      readonly orderId: OrderId
      readonly amountMinor: number
    }
  | { readonly type: 'OrderIsCancelled'; readonly orderId: OrderId }
  | {
      readonly type: 'AlreadyShipped'
      readonly orderId: OrderId
      readonly shipmentIds: ReadonlyArray<Text>
    }
  | { readonly type: 'NotShipped'; readonly orderId: OrderId; readonly shipmentId: Text }
  | {
      readonly type: 'WrongCustomer'
      readonly orderId: OrderId
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly orderId: OrderId
      readonly recorded: OrderContent
      readonly offered: OrderContent
    }

const whose = (customerId: CustomerId | null): string =>
  customerId === null ? 'nobody named' : `customer ${customerId}`

const wordsOfContent = ({ netMinor, currency, customerId }: OrderContent): string =>
  `${netMinor} minor units of ${currency} by ${whose(customerId)}`

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: OrderRejection): string => {
  const { orderId } = rejection
  switch (rejection.type) {
    case 'UnknownOrder':
      return `Order ${orderId} was never placed.`
    case 'EmptyOrder':
      return `Order ${orderId} has no lines.`
    case 'OrderNotConfirmed':
      return `Order ${orderId} is not confirmed yet.`
    case 'OrderAlreadyPlaced':
      return `Order ${orderId} was placed before, on other terms.`
    case 'TermsUnsound':
      return `Order ${orderId} cannot be placed: ${explainTermsFault(rejection.fault)}.`
    case 'AmountOutOfRange':
      return `Order ${rejection.orderId} comes to ${rejection.amountMinor} minor units, too much to be summed exactly.`
    case 'OrderIsCancelled':
      return `Order ${orderId} was cancelled.`
    case 'AlreadyShipped':
      return `Order ${orderId} cannot be cancelled: ${rejection.shipmentIds.join(', ')} left the house.`
    case 'NotShipped':
      return `Shipment ${rejection.shipmentId} of order ${orderId} was never shipped.`
    case 'WrongCustomer':
      return `Order ${orderId} belongs to ${whose(rejection.expected)}, not to ${whose(rejection.offered)}.`
    case 'ConflictingDuplicate':
      return `Order ${orderId} is recorded with ${wordsOfContent(rejection.recorded)}, and was offered with ${wordsOfContent(rejection.offered)}.`
    default:
      return unreachable(rejection)
  }
}
