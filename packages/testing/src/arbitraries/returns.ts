import * as fc from 'fast-check'
import {
  civilDate,
  creditId,
  minorUnits,
  orderId,
  returnId,
  type Decimal,
} from '@tenure/core/shared'
import type {
  ChargedLine,
  DeliveredLine,
  GoodsCondition,
  ReturnLine,
  ReturnsCommand,
} from '@tenure/core/returns'
import { returnPolicy } from './return-policy.ts'
import { smallPool, text } from './text.ts'
import { anyCurrency, anyMinor, civilDay, civilDayBetween, customerIds } from './words.ts'

const reason = fc.constantFrom(text('broken'), text('wrong size'), text('no reason'))

const condition: fc.Arbitrary<GoodsCondition> = fc.record({
  opened: fc.boolean(),
  originalPackage: fc.boolean(),
})
const lineId = smallPool(2, 'l')
const quantity: fc.Arbitrary<Decimal> = fc.constantFrom('1', '0.5', '2', '0')
const line: fc.Arbitrary<ReturnLine> = fc.record({ lineId, quantity })
const lines = fc.array(line, { maxLength: 3 })
const someLines = fc.uniqueArray(fc.record({ lineId, quantity: fc.constantFrom('1', '0.5') }), {
  minLength: 1,
  maxLength: 2,
  selector: (known) => known.lineId,
})
const delivered: fc.Arbitrary<DeliveredLine> = fc.record({
  lineId,
  sku: smallPool(2),
  deliveredQuantity: fc.constantFrom('3', '2', '1'),
  deliveredOn: fc.option(civilDayBetween('2024-01-10', '2024-02-05'), { nil: null }),
  returnedQuantity: fc.constantFrom('0', '0', '0.5'),
})
const charged: fc.Arbitrary<ChargedLine> = fc.record({
  lineId,
  deliveredQuantity: fc.constantFrom('3', '4'),
  returnedQuantity: fc.constantFrom('0', '0', '0.5'),
  netMinor: anyMinor,
  taxMinor: anyMinor,
  settledNetMinor: fc.constantFrom(0, 1, 50).map(minorUnits),
  settledTaxMinor: fc.constantFrom(0, 1).map(minorUnits),
})
const allLines = <A extends { readonly lineId: string }>(one: fc.Arbitrary<A>) =>
  fc.uniqueArray(one, { maxLength: 2, minLength: 1, selector: (known) => known.lineId })

const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 20, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  returnId: smallPool(1, 'r').map(returnId),
}
const order = { orderId: smallPool(2, 'o').map(orderId), orderedOn: civilDay, reason }
const credit = { creditId: smallPool(2, 'n').map(creditId), currency: anyCurrency }
const named = <T extends string>(type: T) => ({ type: fc.constant(type) })

/** Two lines that arrived, asked back in time: what most requests are like. */
const bothLines = ['__proto__', 'constructor'].map(text)
const wellFounded: fc.Arbitrary<ReturnsCommand> = fc.record({
  ...named('RequestReturn'),
  ...about,
  ...order,
  lines: someLines,
  delivered: fc.constant(
    bothLines.map((id) => ({
      lineId: id,
      sku: id,
      deliveredQuantity: '3',
      deliveredOn: civilDate('2024-01-24'),
      returnedQuantity: '1.5',
    })),
  ),
  declared: fc.constant(null),
  policy: returnPolicy.map((policy) => ({ ...policy, windowDays: 60, coolingOffDays: 60 })),
})
const bothCharged = fc
  .tuple(charged, charged)
  .map((pair) => pair.map((one, index) => ({ ...one, lineId: bothLines[index] ?? one.lineId })))

/** Commands to few returns, in an order that often leads from the wish to the credit note. */
export const returnsCommand: fc.Arbitrary<ReturnsCommand> = fc.oneof(
  { weight: 8, arbitrary: wellFounded },
  {
    weight: 4,
    arbitrary: fc.record({
      ...named('RequestReturn'),
      ...about,
      ...order,
      lines,
      delivered: allLines(delivered),
      declared: fc.option(condition, { nil: null }),
      policy: returnPolicy,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      ...named('ApproveReturn'),
      ...about,
      sendBy: fc.oneof(
        { weight: 5, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: civilDay },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...named('RejectReturn'), ...about, why: smallPool(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...named('WithdrawReturn'),
      ...about,
      reason,
      ticketId: fc.constant(null),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      ...named('ReceiveGoods'),
      ...about,
      lines: fc.oneof({ weight: 3, arbitrary: someLines }, { weight: 1, arbitrary: lines }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ ...named('InspectGoods'), ...about, found: condition }) },
  {
    weight: 8,
    arbitrary: fc.record({
      ...named('CloseReturn'),
      ...about,
      ...credit,
      charged: fc.oneof(
        { weight: 3, arbitrary: bothCharged },
        { weight: 1, arbitrary: allLines(charged) },
      ),
      costMinor: anyMinor,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...named('RecordReturnedGoods'),
      ...about,
      ...order,
      ...credit,
      lines: fc.array(
        fc.record({
          lineId,
          sku: smallPool(2),
          quantity,
          deliveredOn: civilDay,
          deliveredQuantity: quantity,
          returnedQuantity: quantity,
          afterDays: fc.nat({ max: 40 }),
        }),
        { maxLength: 2 },
      ),
      credit: fc.array(
        fc.record({
          lineId,
          sku: smallPool(2),
          quantity,
          netMinor: anyMinor,
          taxMinor: anyMinor,
          withheldNetMinor: anyMinor,
          withheldTaxMinor: anyMinor,
        }),
        { maxLength: 2 },
      ),
      costMinor: anyMinor,
    }),
  },
)
