import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  MinorUnits,
  nullable,
  OrderId,
  PaymentTerms,
  Text,
} from '../shared/index.ts'
import { event, moneyEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** Text of a decimal number: quantities may be fractions, and stay exact. */
export const Quantity = t.refinement(t.string, (s) => /^-?\d+(\.\d+)?$/.test(s), 'Quantity')

export const OrderLine = t.strict({ sku: Text, quantity: Quantity, netMinor: MinorUnits })
export type OrderLine = t.TypeOf<typeof OrderLine>

/** A customer's order, or a sale recorded from elsewhere. `netMinor` is the whole order without tax. */
export const OrderPlaced = moneyEvent('OrderPlaced', {
  orderId: OrderId,
  netMinor: MinorUnits,
  lines: t.readonlyArray(OrderLine),
  terms: nullable(PaymentTerms),
})
export const OrderConfirmed = event('OrderConfirmed', { orderId: OrderId })
/** A part of the order left the house; `shipmentId` names the part. */
export const OrderShipped = event('OrderShipped', { orderId: OrderId, shipmentId: Text })
/** The customer has the part; where the terms are anchored on delivery, the due day counts from here. */
export const DeliveryConfirmed = event('DeliveryConfirmed', { orderId: OrderId, shipmentId: Text })
/**
 * The whole order is called off: it counts as no purchase from here on. Carries what it takes away, and
 * from which day: `placedOn` is the day the order was placed on, so that a read model corrects that day
 * without remembering every order. Effective on `placedOn` at the earliest.
 */
export const OrderCancelled = moneyEvent('OrderCancelled', {
  orderId: OrderId,
  changeId: ChangeId,
  placedOn: CivilDate,
  netMinor: MinorUnits,
  reason: nullable(Text),
})

export const OrderEvent = t.union([
  OrderPlaced,
  OrderConfirmed,
  OrderShipped,
  DeliveryConfirmed,
  OrderCancelled,
])
export type OrderEvent = t.TypeOf<typeof OrderEvent>
