import { orderEvents, type OrderEvent } from '@tenure/core/order'
import { addMinor, monthOf, unreachable, type CivilDate, type Currency } from '@tenure/core/shared'
import { readModel } from '@tenure/projection'

type PurchaseEvent = Extract<
  OrderEvent,
  { type: 'OrderPlaced' | 'OrderCancelled' | 'OrderReopened' }
>

const consumed: ReadonlySet<string> = new Set<PurchaseEvent['type']>([
  'OrderPlaced',
  'OrderCancelled',
  'OrderReopened',
])

/** One order more, one less, or none: a closed order that is reopened was never taken off. */
const signOf = (event: PurchaseEvent): 1 | 0 | -1 => {
  switch (event.type) {
    case 'OrderPlaced':
      return 1
    case 'OrderCancelled':
      return -1
    case 'OrderReopened':
      return event.wasCancelled ? 1 : 0
    default:
      return unreachable(event)
  }
}

/**
 * What one customer bought: orders by civil day, net amounts by month and currency. Signed sums only, and
 * a sum of zero leaves the row, so rows do not depend on the order in which facts were learned.
 *
 * A cancelled order is taken off the day it was placed on, from the cancellation's effective day onwards;
 * one that is reopened counts there again from that day.
 * A day is a purchase where its orders are more than zero: a sale of nothing is one too.
 * The row grows with the customer's days of purchase, not with orders or lines.
 */
export interface PurchaseMonths {
  readonly orders: ReadonlyMap<CivilDate, number>
  /** By currency, then by `YYYY-MM`. */
  readonly netMinor: ReadonlyMap<Currency, ReadonlyMap<string, number>>
}

/** The key of the row for sales that name no customer: no id is empty. */
export const nobody = ''

const addTo = <Key>(sums: Map<Key, number>, key: Key, amount: number): void => {
  const sum = addMinor(sums.get(key) ?? 0, amount)
  if (sum === 0) sums.delete(key)
  else sums.set(key, sum)
}

const addNet = (
  nets: Map<Currency, Map<string, number>>,
  currency: Currency,
  month: string,
  amountMinor: number,
): void => {
  const months = nets.get(currency) ?? new Map<string, number>()
  addTo(months, month, amountMinor)
  if (months.size === 0) nets.delete(currency)
  else nets.set(currency, months)
}

/** The purchases of two customers as those of one. */
export const combinePurchases = (a: PurchaseMonths, b: PurchaseMonths): PurchaseMonths => {
  const orders = new Map(a.orders)
  for (const [day, count] of b.orders) addTo(orders, day, count)
  const netMinor = new Map<Currency, Map<string, number>>()
  for (const [currency, months] of [...a.netMinor, ...b.netMinor])
    for (const [month, amountMinor] of months) addNet(netMinor, currency, month, amountMinor)
  return { orders, netMinor }
}

/** Purchases by customer, keyed by customer id; `nobody` for sales without one. */
export const purchaseMonths = readModel<PurchaseEvent, PurchaseMonths>({
  name: 'purchase-months',
  version: 1,
  consumes: orderEvents.filter(({ type }) => consumed.has(type)),
  keysOf: (event) => [event.customerId ?? nobody],
  emptyRow: () => ({ orders: new Map(), netMinor: new Map() }),
  recipe: (row, event) => {
    const sign = signOf(event)
    if (sign === 0) return
    const day = event.type === 'OrderPlaced' ? event.effectiveOn : event.placedOn
    addTo(row.orders, day, sign)
    addNet(row.netMinor, event.currency, monthOf(day), sign * event.netMinor)
  },
  combine: combinePurchases,
})
