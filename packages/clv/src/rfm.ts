import { daysBetween, type CivilDate, type Currency } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import type { CustomerValue } from './customer-value.ts'
import { mustEndBy, ofCurrency, type Survivors } from './of-currency.ts'
import {
  sumOf,
  transactionsOf,
  unexplainedOf,
  type OrderSums,
  type Transaction,
} from './transactions.ts'

/** Recency, frequency and money of one customer, as the probability models take them. */
export interface CustomerRfm {
  readonly customerId: string
  readonly firstOn: CivilDate
  /** Frequency: transactions after the first, up to the end of calibration. */
  readonly x: number
  /** Recency: days from the first transaction to the last. */
  readonly txDays: number
  /** Age: days from the first transaction to the end of calibration. */
  readonly ageDays: number
  readonly firstSpendMinor: number
  readonly repeatSpendMinor: number
  /** A model amount, a float in minor units: mean of the repeat transactions, 0 where x is 0. */
  readonly zbarMinor: number
  /** Transactions of the holdout; null where none was asked for. */
  readonly xStar: number | null
  readonly holdoutSpendMinor: number | null
}

export interface Rfm {
  readonly definition: string
  /** The end of calibration. */
  readonly asOf: CivilDate
  readonly holdoutEnd: CivilDate | null
  readonly currency: Currency
  /** In order of customer id, by code units. */
  readonly customers: ReadonlyArray<CustomerRfm>
  readonly excluded: {
    /** Sales that name nobody, up to the end of calibration. */
    readonly withoutCustomer: OrderSums
    /** Customers whose first transaction lies in the holdout. */
    readonly customersOfHoldoutOnly: number
    /** Cancellations whose order the calibration rows do not know. */
    readonly unexplained: OrderSums
  }
}

export interface RfmQuestion {
  readonly currency: Currency
  /** The end of calibration; the rows are those of a cut as of this day. */
  readonly asOf: CivilDate
  /** The days after calibration up to `end`, from the rows of a cut as of that day. */
  readonly holdout?: { readonly end: CivilDate; readonly rows: Rows<CustomerValue> }
  readonly survivors?: Survivors
}

const definition =
  'A transaction is one customer on one civil day, in one currency; one of nothing counts and adds 0. ' +
  'x: transactions after the first, up to asOf. txDays: first to last. ageDays: first to asOf. ' +
  'zbarMinor: mean of the repeat transactions. Holdout: the days after asOf up to holdoutEnd.'

const check = (rows: Rows<CustomerValue>, { asOf, holdout }: RfmQuestion): void => {
  mustEndBy(rows, asOf)
  if (holdout === undefined) return
  mustEndBy(holdout.rows, holdout.end)
  if (holdout.end < asOf)
    throw new RangeError(`a holdout that ends on ${holdout.end} does not follow ${asOf}`)
}

const rfmOf = (
  customerId: string,
  transactions: ReadonlyArray<Transaction>,
  asOf: CivilDate,
  holdout: ReadonlyArray<Transaction> | undefined,
): CustomerRfm | undefined => {
  const [first, ...repeats] = transactions
  if (first === undefined) return undefined
  const last = repeats.at(-1) ?? first
  const repeatSpendMinor = sumOf(repeats).netMinor
  return {
    customerId,
    firstOn: first.day,
    x: repeats.length,
    txDays: daysBetween(first.day, last.day),
    ageDays: daysBetween(first.day, asOf),
    firstSpendMinor: first.netMinor,
    repeatSpendMinor,
    zbarMinor: repeats.length === 0 ? 0 : repeatSpendMinor / repeats.length,
    xStar: holdout === undefined ? null : holdout.length,
    holdoutSpendMinor: holdout === undefined ? null : sumOf(holdout).netMinor,
  }
}

/**
 * The calibration table, and what the holdout held.
 *
 * Shape: one entry for each customer with a transaction by `asOf`. Calibration sees its own cut only, so
 * that an order called off later still counts in it.
 * Units: minor units of `currency`, whole days.
 * Rejects: throws a RangeError for rows of a later cut or a holdout that ends too early.
 */
export const rfm = (rows: Rows<CustomerValue>, question: RfmQuestion): Rfm => {
  check(rows, question)
  const { currency, asOf, holdout, survivors } = question
  const { customers, withoutCustomer } = ofCurrency(rows, currency, survivors)
  const later = holdout && ofCurrency(holdout.rows, currency, survivors).customers
  const held = (id: string): ReadonlyArray<Transaction> => {
    const row = later?.get(id)
    return row === undefined ? [] : transactionsOf(row).filter(({ day }) => day > asOf)
  }
  const entries = [...customers].flatMap(([id, row]) => {
    const holdoutOf = later === undefined ? undefined : held(id)
    return rfmOf(id, transactionsOf(row), asOf, holdoutOf) ?? []
  })
  const known = new Set(entries.map(({ customerId }) => customerId))
  const holdoutOnly = [...(later?.keys() ?? [])].filter(
    (id) => !known.has(id) && held(id).length > 0,
  )
  return {
    definition,
    asOf,
    holdoutEnd: holdout?.end ?? null,
    currency,
    customers: entries.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1)),
    excluded: {
      withoutCustomer: sumOf(withoutCustomer === undefined ? [] : transactionsOf(withoutCustomer)),
      customersOfHoldoutOnly: holdoutOnly.length,
      unexplained: unexplainedOf(customers.values()),
    },
  }
}
