import * as fc from 'fast-check'
import { grossOf, type LineQuantity, type OrderLine } from '@tenure/core/order'
import { minorUnits, text, type Currency } from '@tenure/core/shared'
import { smallPool } from './text.ts'
import { anyMinor } from './words.ts'

const prices = ['1', '0.70', '12.34', '0.001', '100', '90071992547409.91']

/** What a line of some currency says, before it is priced. */
interface Draft {
  readonly quantity: string
  readonly unitPrice: string
  readonly off: 'nothing' | 'one' | 'all'
  /** By how much its net is wrong; nearly always nothing. */
  readonly wrong: number
}

const draft: fc.Arbitrary<Draft> = fc.record({
  quantity: fc.constantFrom('1', '2', '3', '0.5', '1.50'),
  unitPrice: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...prices.slice(0, 5)) },
    { weight: 1, arbitrary: fc.constantFrom(...prices) },
  ),
  off: fc.constantFrom('nothing', 'nothing', 'one', 'all'),
  wrong: fc.oneof(
    { weight: 20, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(1) },
  ),
})

const priced = (lineId: string, { off, wrong, ...rest }: Draft, of: Currency): OrderLine => {
  const gross = Math.max(0, grossOf(rest, of) ?? 0)
  const discount = off === 'all' ? gross : off === 'one' ? Math.min(1, gross) : 0
  return {
    lineId: text(lineId),
    sku: text(`sku-${lineId}`),
    kind: lineId === '__proto__' ? 'warranty' : 'goods',
    ...rest,
    discountMinor: minorUnits(discount),
    netMinor: gross - discount + wrong,
    bundleId: off === 'one' ? text('set') : null,
  }
}

/** Names of lines; the first one is hostile to plain objects. */
const lineNames = ['__proto__', 'b', 'c']

/** Lines as they are ordered, few of them wrong. */
export const orderLines = (of: Currency): fc.Arbitrary<ReadonlyArray<OrderLine>> =>
  fc
    .array(draft, { maxLength: 3 })
    .map((drafts) => drafts.map((one, index) => priced(lineNames[index] ?? 'd', one, of)))

/** Lines as they come from elsewhere: quantities, prices and nets of either sign. */
export const foreignLine: fc.Arbitrary<OrderLine> = fc.record({
  lineId: smallPool(3),
  sku: smallPool(3),
  kind: fc.constantFrom('goods', 'service', 'addOn', 'warranty'),
  quantity: fc.constantFrom('1', '-2', '0', '100'),
  unitPrice: fc.constantFrom('0.001', '-3', '12.50'),
  discountMinor: fc.constant(minorUnits(0)),
  netMinor: fc.tuple(anyMinor, fc.boolean()).map(([net, off]) => (off ? 0 - net : net)),
  bundleId: fc.constant(null),
})

/** So much of some lines; some unknown, some too much, some named twice. */
export const lineQuantities: fc.Arbitrary<ReadonlyArray<LineQuantity>> = fc.array(
  fc.record({
    lineId: fc.constantFrom(...lineNames, 'a').map(text),
    quantity: fc.constantFrom('0.5', '1', '1', '-1'),
  }),
  { maxLength: 2 },
)
