import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  MinorUnits,
  OrderId,
  PaymentTerms,
  Text,
} from '../shared/index.ts'
import type { OrderLine } from './events.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly orderId: OrderId
}
/** Asks: the lines must add up, the terms must be sound, and there must be something to order. */
export interface PlaceOrder extends About {
  readonly type: 'PlaceOrder'
  readonly currency: Currency
  readonly lines: ReadonlyArray<OrderLine>
  readonly terms: PaymentTerms
}
export interface ConfirmOrder extends About {
  readonly type: 'ConfirmOrder'
}
export interface ShipOrder extends About {
  readonly type: 'ShipOrder'
  readonly shipmentId: Text
}
export interface ConfirmDelivery extends About {
  readonly type: 'ConfirmDelivery'
  readonly shipmentId: Text
}
/** Refused once a part was shipped: goods that left come back as a return. */
export interface CancelOrder extends About {
  readonly type: 'CancelOrder'
  readonly changeId: ChangeId
  readonly reason: Text | null
}
/** A sale made elsewhere: a zero sale and a sale without lines are facts too. */
export interface RecordSale extends About {
  readonly type: 'RecordSale'
  readonly currency: Currency
  readonly netMinor: MinorUnits
  readonly lines: ReadonlyArray<OrderLine>
}
/** A delivery note from elsewhere: recorded also where no shipment was. */
export interface RecordDelivery extends About {
  readonly type: 'RecordDelivery'
  readonly shipmentId: Text
}
/** A cancellation made elsewhere: of a known order, shipped or not. */
export interface RecordCancellation extends About {
  readonly type: 'RecordCancellation'
  readonly changeId: ChangeId
  readonly reason: Text | null
}
export type OrderCommand =
  | PlaceOrder
  | ConfirmOrder
  | ShipOrder
  | ConfirmDelivery
  | CancelOrder
  | RecordSale
  | RecordDelivery
  | RecordCancellation
