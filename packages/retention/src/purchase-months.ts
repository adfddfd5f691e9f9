import { orderEvents, type OrderEvent } from '@tenure/core/order'
import { addMinor, monthOf, type CivilDate, type Currency } from '@tenure/core/shared'
import { readModel } from '@tenure/projection'

type PurchaseEvent = Extract<OrderEvent, { type: 'OrderPlaced' | 'OrderCancelled' }>

/**
 * What one customer bought: orders by civil day, net amounts by month and currency. Signed sums only, and
 * a sum of zero leaves the row, so rows do not depend on the order in which facts were learned.
 *
 * A cancelled order is taken off the day it was placed on, from the cancellation's effective day onwards.
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
  consumes: orderEvents.filter(({ type }) => type === 'OrderPlaced' || type === 'OrderCancelled'),
  keysOf: (event) => [event.customerId ?? nobody],
  emptyRow: () => ({ orders: new Map(), netMinor: new Map() }),
  recipe: (row, event) => {
    const placed = event.type === 'OrderPlaced'
    const day = placed ? event.effectiveOn : event.placedOn
    addTo(row.orders, day, placed ? 1 : -1)
    addNet(row.netMinor, event.currency, monthOf(day), placed ? event.netMinor : -event.netMinor)
  },
  combine: combinePurchases,
})
