import type {
  CivilDate,
  CreditId,
  Currency,
  CustomerId,
  Decimal,
  MinorUnits,
  OrderId,
  ReturnId,
  Text,
  TicketId,
} from '../shared/index.ts'
import type { CreditLine, GoodsCondition, ReturnedLine, ReturnLine } from './events.ts'
import type { ReturnPolicy } from './policy.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly returnId: ReturnId
}
/**
 * What the order tells of a line: how much of it arrived, the last of it on which day, and how much other
 * returns hold, open or credited.
 */
export interface DeliveredLine {
  readonly lineId: Text
  readonly sku: Text
  readonly deliveredQuantity: Decimal
  /** Null while nothing of it arrived. */
  readonly deliveredOn: CivilDate | null
  readonly returnedQuantity: Decimal
}
/**
 * What a line cost its customer, and what other returns have settled of it. `netMinor` and `taxMinor` are
 * what the customer was charged for `deliveredQuantity`: a bundle's share, and an early discount, taken
 * off. `settled…` is what other returns, closed by now, gave back or withheld.
 */
export interface ChargedLine {
  readonly lineId: Text
  readonly deliveredQuantity: Decimal
  readonly returnedQuantity: Decimal
  readonly netMinor: MinorUnits
  readonly taxMinor: MinorUnits
  readonly settledNetMinor: MinorUnits
  readonly settledTaxMinor: MinorUnits
}
/** Asks: the window must be open, the reason accepted, the goods as they must be, and not too many. */
export interface RequestReturn extends About {
  readonly type: 'RequestReturn'
  readonly orderId: OrderId
  readonly orderedOn: CivilDate
  readonly reason: Text
  readonly lines: ReadonlyArray<ReturnLine>
  readonly delivered: ReadonlyArray<DeliveredLine>
  /** What the customer says of the goods; null where nobody asked. */
  readonly declared: GoodsCondition | null
  readonly policy: ReturnPolicy
}
export interface ApproveReturn extends About {
  readonly type: 'ApproveReturn'
  readonly sendBy: CivilDate | null
}
export interface RejectReturn extends About {
  readonly type: 'RejectReturn'
  readonly why: Text
}
/** The customer keeps the goods. */
export interface WithdrawReturn extends About {
  readonly type: 'WithdrawReturn'
  readonly reason: Text
  readonly ticketId: TicketId | null
}
export interface ReceiveGoods extends About {
  readonly type: 'ReceiveGoods'
  readonly lines: ReadonlyArray<ReturnLine>
}
export interface InspectGoods extends About {
  readonly type: 'InspectGoods'
  readonly found: GoodsCondition
}
/** `charged` is what is known on the day of closing: a discount may have been taken after the request. */
export interface CloseReturn extends About {
  readonly type: 'CloseReturn'
  readonly creditId: CreditId
  readonly currency: Currency
  readonly charged: ReadonlyArray<ChargedLine>
  readonly costMinor: MinorUnits
}
/** A return decided elsewhere, of goods that our history may not know. */
export interface RecordReturnedGoods extends About {
  readonly type: 'RecordReturnedGoods'
  readonly orderId: OrderId
  readonly orderedOn: CivilDate
  readonly reason: Text
  readonly creditId: CreditId
  readonly currency: Currency
  readonly lines: ReadonlyArray<ReturnedLine>
  readonly credit: ReadonlyArray<CreditLine>
  readonly costMinor: MinorUnits
}
export type ReturnsCommand =
  | RequestReturn
  | ApproveReturn
  | RejectReturn
  | WithdrawReturn
  | ReceiveGoods
  | InspectGoods
  | CloseReturn
  | RecordReturnedGoods
