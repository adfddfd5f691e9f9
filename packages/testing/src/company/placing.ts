import {
  addDays,
  basisPointsOf,
  formatMinor,
  minorUnits,
  noAnchorDays,
  orderId,
  sumMinor,
  text,
  type Breakdown,
  type CivilDate,
  type Currency,
  type OrderId,
} from '@tenure/core/shared'
import type { OrderCommand, OrderLine } from '@tenure/core/order'
import type { Company } from './company.ts'
import type { Customer } from './customer.ts'
import { offeredMethods } from './house-rules.ts'
import type { Random } from './random.ts'

/** An order under way. */
export interface Order {
  /** `00042-3`. */
  readonly number: string
  readonly orderId: OrderId
  readonly currency: Currency
  readonly netMinor: number
  readonly lines: ReadonlyArray<OrderLine>
  readonly placedOn: CivilDate
  readonly shipments: number
}

const goods = 60

/** The price list: sixty goods between 4 and some 250 units of money. */
const priceMinor = (good: number): number => 490 + good * good * 7 - (good % 5) * 40

const drawLines = ({ random, segment }: Customer, currency: Currency): ReadonlyArray<OrderLine> =>
  Array.from({ length: random.between(...segment.lines) }, (_, index) => {
    const good = random.below(goods)
    const quantity = random.between(...segment.quantity)
    return {
      lineId: text(String(index + 1)),
      sku: text(`SKU-${String(good + 1).padStart(3, '0')}`),
      kind: 'goods',
      quantity: String(quantity),
      unitPrice: formatMinor(priceMinor(good), currency),
      discountMinor: minorUnits(0),
      netMinor: priceMinor(good) * quantity,
      bundleId: null,
    }
  })

const taxBasisPoints = 2000

/** What the buyer is shown: a twentieth off the list price for some, tax on the goods, and the carriage. */
const breakdownOf = (random: Random, netMinor: number): Breakdown => {
  const discountMinor = random.chance(120) ? basisPointsOf(netMinor, 500, 'halfUp') : 0
  return {
    netMinor: minorUnits(netMinor + discountMinor),
    discountMinor: minorUnits(discountMinor),
    taxMinor: minorUnits(basisPointsOf(netMinor, taxBasisPoints, 'halfUp')),
    shippingMinor: minorUnits(random.chance(400) ? 690 : 0),
    feesMinor: minorUnits(0),
    taxRounding: 'global',
  }
}

const draw = (customer: Customer, { days }: Company, placedOn: number): Order => {
  const { random, currencies, orders, number } = customer
  const [home, second = home] = currencies
  const currency = random.chance(650) ? home : second
  const lines = drawLines(customer, currency)
  const numbered = `${number}-${orders.size + 1}`
  return {
    number: numbered,
    orderId: orderId(`O-${numbered}`),
    currency,
    netMinor: sumMinor(lines.map(({ netMinor }) => netMinor)),
    lines,
    placedOn: days.on(placedOn),
    shipments: random.chance(110) && lines.length > 1 ? 2 : 1,
  }
}

/** The buyer orders, is shown what is to be paid and when, and agrees: the house does the rest. */
export const place = async (
  company: Company,
  customer: Customer,
  placedOn: number,
): Promise<void> => {
  const { random, customerId, terms, orders } = customer
  const order = draw(customer, company, placedOn)
  orders.set(order.orderId, order)
  const { placedOn: effectiveOn } = order
  const about = { effectiveOn, customerId, orderId: order.orderId }
  const tell = (command: OrderCommand) => company.house.tell(customer, { room: 'order', command })
  await tell({
    type: 'PlaceOrder',
    ...about,
    currency: order.currency,
    lines: order.lines,
    terms,
    offeredMethods,
    promisedOn: addDays(effectiveOn, 7),
    stages: null,
  })
  const quoted = await tell({
    type: 'QuoteTerms',
    ...about,
    breakdown: breakdownOf(random, order.netMinor),
    extrasTaxMinor: minorUnits(0),
    plans: [terms],
    mayChoose: false,
    days: noAnchorDays,
    validUntil: addDays(effectiveOn, 14),
  })
  for (const event of quoted ?? [])
    for (const { quoteHash } of event.type === 'TermsQuoted' ? event.plans : [])
      await tell({ type: 'AcceptTerms', ...about, quoteHash })
}
