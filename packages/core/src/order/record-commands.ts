import type { ChangeId, Currency, MinorUnits, Text } from '../shared/index.ts'
import type { About } from './about.ts'
import type { OrderLine } from './line.ts'

/** A sale made elsewhere: a zero sale and a sale without lines are facts too. */
export interface RecordSale extends About {
  readonly type: 'RecordSale'
  readonly currency: Currency
  readonly netMinor: MinorUnits
  readonly lines: ReadonlyArray<OrderLine>
}
/**
 * A document from elsewhere that took money off the sales, under a number of its own. Its lines are below
 * zero, and what they come to is `creditedMinor` below zero.
 */
export interface RecordSaleCredit extends About {
  readonly type: 'RecordSaleCredit'
  readonly currency: Currency
  readonly creditedMinor: MinorUnits
  readonly lines: ReadonlyArray<OrderLine>
}
/** A document that took money off the sales was wrong: it counts for nothing. */
export interface RecordSaleCreditWithdrawal extends About {
  readonly type: 'RecordSaleCreditWithdrawal'
  readonly changeId: ChangeId
  readonly reason: Text | null
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
