import {
  addDays,
  formatMinor,
  minorUnits,
  orderId,
  sumMinor,
  text,
  type Currency,
  type OrderId,
} from '@tenure/core/shared'
import type { OrderLine } from '@tenure/core/order'
import type { Account } from './account.ts'
import type { Company } from './company.ts'
import { accountOf, type Customer, type Sale } from './customer.ts'

/** An order under way. */
export interface Order {
  /** `00042-3`. */
  readonly number: string
  readonly orderId: OrderId
  readonly account: Account
  readonly netMinor: number
  readonly lines: ReadonlyArray<OrderLine>
  readonly placedOn: number
  readonly sale: Sale
  readonly shipments: number
  delivered: number
  billed: boolean
}

const goods = 60

/** The price list: sixty goods between 4 and some 250 units of money. */
const priceMinor = (good: number): number => 490 + good * good * 7 - (good % 5) * 40

/** The ways to pay that the company offers. */
export const offeredMethods = ['card', 'transfer', 'direct debit'].map(text)

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

export const place = async (
  company: Company,
  customer: Customer,
  placedOn: number,
): Promise<Order> => {
  const { random, customerId, currencies, terms, sales, number } = customer
  const [home, second = home] = currencies
  const account = accountOf(customer, random.chance(650) ? home : second)
  const lines = drawLines(customer, account.currency)
  const numbered = `${number}-${sales.length + 1}`
  const sale: Sale = { placedOn: company.days.on(placedOn), cancelled: false }
  const order: Order = {
    number: numbered,
    orderId: orderId(`O-${numbered}`),
    account,
    netMinor: sumMinor(lines.map(({ netMinor }) => netMinor)),
    lines,
    placedOn,
    sale,
    shipments: random.chance(110) && lines.length > 1 ? 2 : 1,
    delivered: 0,
    billed: false,
  }
  await company.desks.orders.give(
    {
      type: 'PlaceOrder',
      effectiveOn: sale.placedOn,
      customerId,
      orderId: order.orderId,
      currency: account.currency,
      lines,
      terms,
      offeredMethods,
      promisedOn: addDays(sale.placedOn, 7),
      stages: null,
    },
    random,
  )
  sales.push(sale)
  return order
}
