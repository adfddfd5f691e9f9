import type { Draft } from 'immer'
import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type MinorUnits,
  type OrderId,
  type Text,
} from '../shared/index.ts'
import type { OrderEvent } from './events.ts'

/** One order, or a sale from elsewhere. A delivery may be known before the order is. */
export interface Order {
  readonly placed: Placed | null
  readonly confirmedOn: CivilDate | null
  readonly shipments: ReadonlyMap<Text, Shipment>
  readonly cancelled: { readonly changeId: ChangeId; readonly on: CivilDate } | null
}

export interface Placed {
  readonly orderId: OrderId
  readonly customerId: CustomerId | null
  readonly on: CivilDate
  readonly netMinor: MinorUnits
  readonly currency: Currency
  /** Which terms in which version; null for a sale recorded from elsewhere. */
  readonly terms: { readonly termsId: Text; readonly version: number } | null
}

/** A part of the order. `shippedOn` is null where only its delivery is known. */
export interface Shipment {
  readonly shippedOn: CivilDate | null
  readonly deliveredOn: CivilDate | null
}

export type OrderStatus = 'unknown' | 'placed' | 'confirmed' | 'shipped' | 'delivered' | 'cancelled'

export const initial = (): Order => ({
  placed: null,
  confirmedOn: null,
  shipments: new Map(),
  cancelled: null,
})

const shipmentOf = (order: Draft<Order>, shipmentId: Text): Draft<Shipment> => {
  const known = order.shipments.get(shipmentId)
  if (known !== undefined) return known
  order.shipments.set(shipmentId, { shippedOn: null, deliveredOn: null })
  return order.shipments.get(shipmentId) ?? { shippedOn: null, deliveredOn: null }
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (order: Draft<Order>, event: OrderEvent): void => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { orderId, customerId, effectiveOn, netMinor, currency, terms } = event
      const kept = terms === null ? null : { termsId: terms.termsId, version: terms.version }
      order.placed ??= { orderId, customerId, on: effectiveOn, netMinor, currency, terms: kept }
      return
    }
    case 'OrderConfirmed':
      order.confirmedOn ??= event.effectiveOn
      return
    case 'OrderShipped':
      shipmentOf(order, event.shipmentId).shippedOn ??= event.effectiveOn
      return
    case 'DeliveryConfirmed':
      shipmentOf(order, event.shipmentId).deliveredOn ??= event.effectiveOn
      return
    case 'OrderCancelled':
      order.cancelled ??= { changeId: event.changeId, on: event.effectiveOn }
      return
    default:
      return unreachable(event)
  }
}

/**
 * Where the order stands. `shipped`: a part left the house; `delivered`: every part that left, or was
 * heard of, has arrived. Whether more parts are to come, the order does not know.
 */
export const statusOf = (order: Order): OrderStatus => {
  if (order.placed === null) return 'unknown'
  if (order.cancelled !== null) return 'cancelled'
  const shipments = [...order.shipments.values()]
  if (shipments.length === 0) return order.confirmedOn === null ? 'placed' : 'confirmed'
  return shipments.every(({ deliveredOn }) => deliveredOn !== null) ? 'delivered' : 'shipped'
}
