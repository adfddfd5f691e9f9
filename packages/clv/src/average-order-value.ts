import type { CivilDate, Currency } from '@tenure/core/shared'
import { ratio, type Ratio, type Rows } from '@tenure/projection'
import type { CustomerValue } from './customer-value.ts'
import { askedOf, within, type OrderQuestion } from './order-period.ts'
import { sumOf, unexplainedOf, type OrderSums } from './transactions.ts'

export interface AverageOrderValue {
  readonly definition: string
  readonly asOf: CivilDate
  readonly after: CivilDate | null
  readonly currency: Currency
  readonly orders: number
  readonly netMinor: number
  /** Net over orders, in minor units. */
  readonly averageOrderValue: Ratio
  readonly excluded: { readonly unexplained: OrderSums }
}

/**
 * What an order came to on average: Σ net of tax / orders, those that name no customer included.
 *
 * Shape: null where nothing was ordered; an order of nothing counts.
 * Rejects: throws a RangeError for rows of a later cut, or a period that runs backwards.
 * Source: domain section 4, "Value".
 */
export const averageOrderValue = (
  rows: Rows<CustomerValue>,
  question: OrderQuestion,
): AverageOrderValue => {
  const { customers, withoutCustomer } = askedOf(rows, question)
  const { asOf, after, currency } = question
  const all = [...customers.values(), ...(withoutCustomer === undefined ? [] : [withoutCustomer])]
  const { orders, netMinor } = sumOf(all.flatMap((row) => within(row, after)))
  return {
    definition:
      'Net of tax of all orders placed in the period and not cancelled by asOf, with or without a ' +
      'customer, over their number. An order of nothing counts.',
    asOf,
    after,
    currency,
    orders,
    netMinor,
    averageOrderValue: ratio(netMinor, orders),
    excluded: { unexplained: unexplainedOf(all) },
  }
}
