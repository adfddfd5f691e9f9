import * as fc from 'fast-check'
import type { OrderCommand, OrderLine } from '@tenure/core/order'
import { smallPool } from './text.ts'
import {
  anyCurrency,
  anyMinor,
  changeIds,
  civilDay,
  customerIds,
  orderIds,
  paymentTerms,
  perhapsText,
} from './words.ts'

const line: fc.Arbitrary<OrderLine> = fc.record({
  sku: smallPool(3),
  quantity: fc.constantFrom('1', '0.5', '-2', '100'),
  netMinor: anyMinor,
})
const lines = fc.array(line, { maxLength: 3 })
const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 8, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: customerIds(2) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  orderId: orderIds(2),
}
const shipment = { ...about, shipmentId: smallPool(3) }
const change = { ...about, changeId: changeIds(3), reason: perhapsText }

/** Commands to few orders, mostly of one customer, through both doors. */
export const orderCommand: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.record({
    type: fc.constant('PlaceOrder' as const),
    ...about,
    currency: anyCurrency,
    lines,
    terms: paymentTerms,
  }),
  fc.record({
    type: fc.constant('RecordSale' as const),
    ...about,
    currency: anyCurrency,
    netMinor: anyMinor,
    lines,
  }),
  fc.record({ type: fc.constant('ConfirmOrder' as const), ...about }),
  fc.record({ type: fc.constant('ShipOrder' as const), ...shipment }),
  fc.record({ type: fc.constant('ConfirmDelivery' as const), ...shipment }),
  fc.record({ type: fc.constant('RecordDelivery' as const), ...shipment }),
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ type: fc.constant('CancelOrder' as const), ...change }),
      fc.record({ type: fc.constant('RecordCancellation' as const), ...change }),
    ),
  },
)
