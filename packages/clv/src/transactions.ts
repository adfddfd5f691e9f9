import { addMinor, type CivilDate } from '@tenure/core/shared'
import type { CustomerValue } from './customer-value.ts'

/** One customer's purchases of one civil day, taken together. */
export interface Transaction {
  readonly day: CivilDate
  readonly orders: number
  readonly netMinor: number
}

/** The transactions of a row in order of day. A sale of nothing is one, and adds 0. */
export const transactionsOf = (row: CustomerValue): ReadonlyArray<Transaction> =>
  [...row.orders]
    .filter(([, orders]) => orders > 0)
    .map(([day, orders]) => ({ day, orders, netMinor: row.netMinor.get(day) ?? 0 }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** Orders and money together. */
export interface OrderSums {
  readonly orders: number
  readonly netMinor: number
}

export const sumOf = (transactions: Iterable<OrderSums>): OrderSums => {
  let orders = 0
  let netMinor = 0
  for (const transaction of transactions) {
    orders = addMinor(orders, transaction.orders)
    netMinor = addMinor(netMinor, transaction.netMinor)
  }
  return { orders, netMinor }
}

/** What stands in no transaction: cancellations whose order these rows do not know. */
export const unexplainedOf = (rows: Iterable<CustomerValue>): OrderSums => {
  let orders = 0
  let netMinor = 0
  for (const row of rows) {
    for (const count of row.orders.values()) if (count <= 0) orders = addMinor(orders, count)
    for (const [day, amount] of row.netMinor)
      if ((row.orders.get(day) ?? 0) <= 0) netMinor = addMinor(netMinor, amount)
  }
  return { orders, netMinor }
}
