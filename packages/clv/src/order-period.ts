import type { CivilDate, Currency } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import type { CustomerValue } from './customer-value.ts'
import { mustEndBy, ofCurrency, type OfCurrency, type Survivors } from './of-currency.ts'
import { transactionsOf, type Transaction } from './transactions.ts'

/** Which orders a question is about: those after `after`, up to and including `asOf`. */
export interface OrderQuestion {
  readonly currency: Currency
  /** The rows are those of a cut as of this day. */
  readonly asOf: CivilDate
  /** Exclusive; null: since the first order. */
  readonly after: CivilDate | null
  readonly survivors?: Survivors
}

/** The rows of the question's currency, checked. */
export const askedOf = (rows: Rows<CustomerValue>, question: OrderQuestion): OfCurrency => {
  const { currency, asOf, after, survivors } = question
  mustEndBy(rows, asOf)
  if (after !== null && after > asOf)
    throw new RangeError(`a period that ends on ${asOf} does not start after ${after}`)
  return ofCurrency(rows, currency, survivors)
}

/** The row's transactions that lie in the period. */
export const within = (
  row: CustomerValue | undefined,
  after: CivilDate | null,
): ReadonlyArray<Transaction> =>
  row === undefined ? [] : transactionsOf(row).filter(({ day }) => after === null || day > after)
