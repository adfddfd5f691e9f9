import { addMinor, type CivilDate, type Currency } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import { addCash, noCash, type CashSums, type CustomerValue } from './customer-value.ts'
import { mustEndBy, ofCurrency, type Survivors } from './of-currency.ts'

/** Cash and bad debt, and the value that they come to. */
export interface Value extends CashSums {
  /** paid - refunded - reversed. */
  readonly cashMinor: number
  /** written off - recovered. */
  readonly badDebtMinor: number
  /** cash - bad debt. */
  readonly valueMinor: number
}

export interface CustomerClv extends Value {
  readonly customerId: string
}

export interface HistoricClv {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  /** In order of customer id, by code units. */
  readonly customers: ReadonlyArray<CustomerClv>
  /** Everybody, nobody included: the customers and `excluded.withoutCustomer` add up to it. */
  readonly total: Value
  readonly excluded: { readonly withoutCustomer: Value }
}

const valueOf = (cash: CashSums): Value => {
  const cashMinor = addMinor(addMinor(cash.paidMinor, -cash.refundedMinor), -cash.reversedMinor)
  const badDebtMinor = addMinor(cash.writtenOffMinor, -cash.recoveredMinor)
  // Named one by one: a row holds more than its cash.
  const {
    paidMinor,
    refundedMinor,
    reversedMinor,
    creditedMinor,
    writtenOffMinor,
    recoveredMinor,
  } = cash
  return {
    paidMinor,
    refundedMinor,
    reversedMinor,
    creditedMinor,
    writtenOffMinor,
    recoveredMinor,
    cashMinor,
    badDebtMinor,
    valueMinor: addMinor(cashMinor, -badDebtMinor),
  }
}

/**
 * What each customer has been worth so far: Σ (paid − refunded − reversed − bad debt).
 *
 * Shape: one entry for each customer with a fact in this currency by the cut of `rows`; values may be
 * negative. No costs and no partner's fees are recorded yet, so it is a value before costs.
 * Units: minor units of `currency`.
 * Rejects: throws a RangeError for rows that hold a purchase after `asOf`.
 * Source: domain section 4, "Historic CLV".
 */
export const historicClv = (
  rows: Rows<CustomerValue>,
  question: {
    readonly currency: Currency
    readonly asOf: CivilDate
    readonly survivors?: Survivors
  },
): HistoricClv => {
  const { currency, asOf, survivors } = question
  mustEndBy(rows, asOf)
  const { customers, withoutCustomer = noCash } = ofCurrency(rows, currency, survivors)
  let total: CashSums = withoutCustomer
  for (const row of customers.values()) total = addCash(total, row)
  return {
    definition:
      'Cash paid, less refunds and reversed payments, less bad debt (written off and not recovered), by ' +
      'asOf. Costs and fees to partners are not recorded yet: this is a value before costs. A credit note ' +
      'changes what is owed, and counts only once it is paid out as a refund.',
    asOf,
    currency,
    customers: [...customers]
      .map(([customerId, row]) => ({ customerId, ...valueOf(row) }))
      .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1)),
    total: valueOf(total),
    excluded: { withoutCustomer: valueOf(withoutCustomer) },
  }
}
