import { currency as asCurrency, type CivilDate, type Currency } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import { combineValues, type CustomerValue } from './customer-value.ts'

/** For every customer id that was merged away, the id that survives. */
export type Survivors = ReadonlyMap<string, string>

/** The rows of one currency: those of customers, merged ones joined, and that of nobody. */
export interface OfCurrency {
  readonly customers: ReadonlyMap<string, CustomerValue>
  readonly withoutCustomer: CustomerValue | undefined
}

/** The currencies that some row is kept in, in order. */
export const currenciesOf = (rows: Rows<CustomerValue>): ReadonlyArray<Currency> =>
  [...new Set([...rows.keys()].map((key) => key.slice(0, key.indexOf('|'))))].sort().map(asCurrency)

export const ofCurrency = (
  rows: Rows<CustomerValue>,
  currency: Currency,
  survivors: Survivors = new Map(),
): OfCurrency => {
  const customers = new Map<string, CustomerValue>()
  const prefix = `${currency}|`
  for (const [key, row] of rows) {
    if (!key.startsWith(prefix) || key === prefix) continue
    const id = key.slice(prefix.length)
    const survivor = survivors.get(id) ?? id
    const held = customers.get(survivor)
    customers.set(survivor, held === undefined ? row : combineValues(held, row))
  }
  return { customers, withoutCustomer: rows.get(prefix) }
}

/** Turns down rows of a later cut: what they hold cannot be taken back to an earlier day. */
export const mustEndBy = (rows: Rows<CustomerValue>, asOf: CivilDate): void => {
  for (const row of rows.values())
    for (const [day, orders] of row.orders)
      if (orders > 0 && day > asOf)
        throw new RangeError(
          `these rows hold a purchase of ${day}: replay them with a cut as of ${asOf}`,
        )
}
