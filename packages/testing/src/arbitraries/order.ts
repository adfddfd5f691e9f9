import * as fc from 'fast-check'
import type { CreditEvidence, Hold, OrderCommand, Stages } from '@tenure/core/order'
import { agreementId, civilDate, minorUnits, sumMinor, text } from '@tenure/core/shared'
import { foreignLine, lineQuantities, orderLines } from './order-lines.ts'
import { knownContent, quoteHashes, quotes } from './order-quotes.ts'
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

const who = {
  customerId: fc.oneof(
    { weight: 40, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: customerIds(2) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  orderId: fc.oneof({ weight: 12, arbitrary: orderIds(1) }, { weight: 1, arbitrary: orderIds(2) }),
}
const about = { effectiveOn: civilDay, ...who }
const shipment = { ...about, shipmentId: smallPool(3) }
const change = { ...about, changeId: changeIds(4), reason: perhapsText }
const methods = fc.constantFrom(
  ['card', 'transfer'].map(text),
  ['card', 'transfer'].map(text),
  ['card', 'card'].map(text),
)
const milestone = { ...about, milestoneId: fc.constantFrom('research', 'constructor').map(text) }

const rarely = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<A | null> =>
  fc.option(value, { nil: null, freq: 1 })

const credit: fc.Arbitrary<CreditEvidence> = fc.record({
  paidMinor: fc.constantFrom(0, 0, 300, 100_000).map(minorUnits),
  reservedMinor: fc.constantFrom(0, 840, 2_000_000, 2_000_000_000_000).map(minorUnits),
  validUntil: fc.oneof(
    { weight: 3, arbitrary: fc.constant(civilDate('2024-12-31')) },
    { weight: 1, arbitrary: fc.option(civilDay, { nil: null }) },
  ),
  override: fc.option(fc.record({ by: smallPool(2), reason: smallPool(2), until: civilDay }), {
    nil: null,
    freq: 1,
  }),
})
const hold: fc.Arbitrary<Hold | null> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.record({ since: civilDay, reason: smallPool(2) }) },
)

const stagesOf = (netMinor: number): Stages => ({
  payBeforeNext: netMinor % 2 === 0,
  milestones: [
    { milestoneId: text('research'), amountMinor: minorUnits(netMinor) },
    { milestoneId: text('constructor'), amountMinor: minorUnits(netMinor === 101 ? 1 : 0) },
  ],
})

const placeAny: fc.Arbitrary<OrderCommand> = anyCurrency.chain((currency) =>
  fc
    .record({
      ...about,
      lines: orderLines(currency),
      terms: paymentTerms,
      offeredMethods: methods,
      promisedOn: rarely(civilDay),
      staged: fc.boolean(),
    })
    .map(({ staged, ...rest }): OrderCommand => {
      const sum = rest.lines.reduce((total, line) => total + line.netMinor, 0)
      const stages = staged && Number.isSafeInteger(sum) ? stagesOf(sum) : null
      return { type: 'PlaceOrder', currency, ...rest, stages }
    }),
)
const placeKnown: fc.Arbitrary<OrderCommand> = fc
  .record(who)
  .map((whose): OrderCommand => ({ ...knownContent, ...whose }))

const recordSale: fc.Arbitrary<OrderCommand> = fc
  .record({
    ...about,
    currency: anyCurrency,
    lines: fc.array(foreignLine, { maxLength: 3 }),
    netMinor: anyMinor,
    fits: fc.boolean(),
  })
  .map(({ fits, netMinor, ...rest }): OrderCommand => {
    const sum = sumMinor(rest.lines.map((line) => line.netMinor))
    const told = fits ? minorUnits(Math.abs(sum)) : netMinor
    return fits && sum < 0
      ? { type: 'RecordSaleCredit', ...rest, creditedMinor: told }
      : { type: 'RecordSale', ...rest, netMinor: told }
  })

const confirm: fc.Arbitrary<OrderCommand> = fc.record({
  type: fc.constant('ConfirmOrder' as const),
  ...about,
  credit,
  hold,
  agreement: fc.record({
    thresholdMinor: rarely(anyMinor),
    agreementId: fc.option(smallPool(2).map(agreementId), { nil: null, freq: 2 }),
  }),
  checklist: fc.record({
    required: fc.constantFrom([], [], ['reference'].map(text)),
    provided: fc.constantFrom([], ['reference'].map(text)),
  }),
  method: fc
    .constantFrom('card', 'card', 'transfer', null, 'cash')
    .map((name) => name && text(name)),
  quoteHash: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: quoteHashes },
  ),
})

const quoting: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc
    .record({ effectiveOn: fc.constant(civilDate('2024-02-02')), ...who, quote: quotes })
    .map(({ quote, ...rest }): OrderCommand => ({ ...quote, ...rest })),
  fc.record({ type: fc.constant('AcceptTerms' as const), ...about, quoteHash: quoteHashes }),
)
const staged: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.record({
    type: fc.constant('StartMilestone' as const),
    ...milestone,
    paid: fc.constantFrom([], ['research'].map(text)),
  }),
  fc.record({ type: fc.constant('CompleteMilestone' as const), ...milestone }),
  fc.record({ type: fc.constant('AcceptMilestone' as const), ...milestone }),
)

const ending: fc.Arbitrary<OrderCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('CancelOrder' as const), ...change }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('CloseOrder' as const), ...change }) },
  {
    weight: 9,
    arbitrary: fc.record({ type: fc.constant('ReopenOrder' as const), ...change, credit, hold }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('RecordCancellation' as const), ...change }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('RecordSaleCreditWithdrawal' as const), ...change }),
  },
)

/** Commands to few orders, mostly of one customer, through both doors. */
export const orderCommand: fc.Arbitrary<OrderCommand> = fc.oneof(
  { weight: 4, arbitrary: placeAny },
  { weight: 8, arbitrary: placeKnown },
  { weight: 1, arbitrary: recordSale },
  { weight: 4, arbitrary: quoting },
  { weight: 12, arbitrary: confirm },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('ShipOrder' as const),
      ...shipment,
      lines: fc.option(lineQuantities, { nil: null }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('ConfirmDelivery' as const), ...shipment }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('RecordDelivery' as const), ...shipment }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('AcceptGoods' as const), ...shipment }) },
  { weight: 9, arbitrary: staged },
  { weight: 4, arbitrary: ending },
)
