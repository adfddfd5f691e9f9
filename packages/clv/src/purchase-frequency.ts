import { addDays, daysBetween, type CivilDate, type Currency } from '@tenure/core/shared'
import { ratio, type Ratio, type Rows } from '@tenure/projection'
import type { CustomerValue } from './customer-value.ts'
import { askedOf, within, type OrderQuestion } from './order-period.ts'
import { sumOf, unexplainedOf, type OrderSums } from './transactions.ts'

export interface PurchaseFrequency {
  readonly definition: string
  readonly asOf: CivilDate
  /** The day before the period; null where nobody ever ordered. */
  readonly after: CivilDate | null
  readonly currency: Currency
  readonly perDays: number
  readonly periodDays: number
  readonly orders: number
  /** Customers with an order in the period. */
  readonly customers: number
  /** Orders over customers, for the whole period. */
  readonly ordersPerCustomer: Ratio
  /** The same for `perDays` days: orders × perDays / (customers × periodDays). */
  readonly frequency: Ratio
  readonly excluded: { readonly withoutCustomer: OrderSums; readonly unexplained: OrderSums }
}

export interface FrequencyQuestion extends OrderQuestion {
  /** The unit of the answer: 365 for orders a year. */
  readonly perDays: number
}

const firstDayOf = (rows: Iterable<CustomerValue>): CivilDate | undefined => {
  let first: CivilDate | undefined
  for (const row of rows)
    for (const { day } of within(row, null)) if (first === undefined || day < first) first = day
  return first
}

/**
 * How often a customer of the period orders.
 *
 * Shape: null where no customer ordered. With `after: null` the period starts on the first order.
 * Rejects: throws a RangeError for rows of a later cut, a period that runs backwards, or a unit of no days.
 * Source: domain section 4, "Value": orders / customers / period.
 */
export const purchaseFrequency = (
  rows: Rows<CustomerValue>,
  question: FrequencyQuestion,
): PurchaseFrequency => {
  const { asOf, currency, perDays } = question
  if (!(Number.isSafeInteger(perDays) && perDays > 0))
    throw new RangeError(`a frequency is per a whole number of days, not ${perDays}`)
  const { customers, withoutCustomer } = askedOf(rows, question)
  const first = question.after === null ? firstDayOf(customers.values()) : undefined
  const after = first === undefined ? question.after : addDays(first, -1)
  const periodDays = after === null ? 0 : daysBetween(after, asOf)
  const ordering = [...customers.values()]
    .map((row) => sumOf(within(row, after)))
    .filter(({ orders }) => orders > 0)
  const { orders } = sumOf(ordering)
  return {
    definition:
      'Orders of named customers in the period, over the customers who ordered in it, ' +
      `for each ${perDays} days. Orders of one day count one by one.`,
    asOf,
    after,
    currency,
    perDays,
    periodDays,
    orders,
    customers: ordering.length,
    ordersPerCustomer: ratio(orders, ordering.length),
    frequency: ratio(orders * perDays, ordering.length * periodDays),
    excluded: {
      withoutCustomer: sumOf(within(withoutCustomer, after)),
      unexplained: unexplainedOf(customers.values()),
    },
  }
}
