import { addMinor, monthOf, type Currency } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import { nobody, type PurchaseMonths } from './purchase-months.ts'

/** Orders and what they came to, each currency for itself. */
export interface Sums {
  readonly orders: number
  readonly net: ReadonlyArray<{ readonly currency: Currency; readonly netMinor: number }>
}

/** What a table of cohorts does not show, and why. */
export interface CohortExclusions {
  /** Sales that name nobody. */
  readonly withoutCustomer: Sums
  /** What stands in no purchase: cancellations whose order these rows do not know. */
  readonly unexplained: Sums
  /** Purchases after the last month of the table: those of the unfinished month. */
  readonly afterLastMonth: Sums
}

const mutableSums = () => {
  let orders = 0
  const net = new Map<Currency, number>()
  return {
    add: (count: number): void => void (orders = addMinor(orders, count)),
    addNet: (currency: Currency, amountMinor: number): void =>
      void net.set(currency, addMinor(net.get(currency) ?? 0, amountMinor)),
    result: (): Sums => ({
      orders,
      net: [...net]
        .filter(([, netMinor]) => netMinor !== 0)
        .map(([currency, netMinor]) => ({ currency, netMinor }))
        .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    }),
  }
}

/** Sorts what a table up to `lastMonth` leaves out, so that shown and excluded add up to all there is. */
export const exclusionsOf = (rows: Rows<PurchaseMonths>, lastMonth: string): CohortExclusions => {
  const withoutCustomer = mutableSums()
  const unexplained = mutableSums()
  const afterLastMonth = mutableSums()
  for (const [customerId, row] of rows) {
    const active = new Set<string>()
    for (const [day, orders] of row.orders) {
      if (orders > 0) active.add(monthOf(day))
      if (customerId === nobody) withoutCustomer.add(orders)
      else if (orders <= 0) unexplained.add(orders)
      else if (monthOf(day) > lastMonth) afterLastMonth.add(orders)
    }
    for (const [currency, months] of row.netMinor)
      for (const [month, amountMinor] of months) {
        if (customerId === nobody) withoutCustomer.addNet(currency, amountMinor)
        else if (!active.has(month)) unexplained.addNet(currency, amountMinor)
        else if (month > lastMonth) afterLastMonth.addNet(currency, amountMinor)
      }
  }
  return {
    withoutCustomer: withoutCustomer.result(),
    unexplained: unexplained.result(),
    afterLastMonth: afterLastMonth.result(),
  }
}
