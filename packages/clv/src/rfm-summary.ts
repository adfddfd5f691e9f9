import { addMinor, type CivilDate, type Currency } from '@tenure/core/shared'
import { ratio, type Ratio } from '@tenure/projection'
import type { CustomerRfm, Rfm } from './rfm.ts'

export interface FrequencyBin {
  readonly x: number
  /** Whether the bin holds all greater frequencies too. */
  readonly orMore: boolean
  readonly customers: number
}

export interface RfmSummary {
  readonly definition: string
  readonly asOf: CivilDate
  readonly holdoutEnd: CivilDate | null
  readonly currency: Currency
  readonly customers: number
  /** Customers with x > 0. */
  readonly repeaters: number
  readonly repeatShare: Ratio
  readonly repeatTransactions: number
  readonly maxX: number
  readonly frequencies: ReadonlyArray<FrequencyBin>
  /** Means over all customers. */
  readonly meanTxDays: Ratio
  readonly meanAgeDays: Ratio
  readonly firstSpendMinor: number
  readonly repeatSpendMinor: number
  /** Repeat spend over repeat transactions, in minor units. */
  readonly meanRepeatSpend: Ratio
  readonly holdoutTransactions: number | null
  readonly holdoutSpendMinor: number | null
  readonly excluded: Rfm['excluded']
}

const sum = (
  customers: ReadonlyArray<CustomerRfm>,
  of: (customer: CustomerRfm) => number,
): number => customers.reduce((total, customer) => addMinor(total, of(customer)), 0)

const binned = (
  customers: ReadonlyArray<CustomerRfm>,
  orMoreFrom: number,
): ReadonlyArray<FrequencyBin> => {
  const counts = Array.from({ length: orMoreFrom + 1 }, () => 0)
  for (const { x } of customers) {
    const bin = Math.min(x, orMoreFrom)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, x) => ({ x, orMore: x === orMoreFrom, customers: count }))
}

/**
 * The calibration table in a few numbers.
 *
 * Shape: one bin for each frequency from 0, and the last one from `orMoreFrom` (7 where absent) upwards.
 */
export const rfmSummary = (
  table: Rfm,
  { orMoreFrom = 7 }: { readonly orMoreFrom?: number } = {},
): RfmSummary => {
  if (!(Number.isSafeInteger(orMoreFrom) && orMoreFrom >= 0 && orMoreFrom <= 10_000))
    throw new RangeError(`frequencies are binned from 0 to 10000, not ${orMoreFrom}`)
  const { definition, asOf, holdoutEnd, currency, customers, excluded } = table
  const repeaters = customers.filter(({ x }) => x > 0).length
  const repeatTransactions = sum(customers, ({ x }) => x)
  const repeatSpendMinor = sum(customers, (customer) => customer.repeatSpendMinor)
  const withHoldout = holdoutEnd !== null
  return {
    definition,
    asOf,
    holdoutEnd,
    currency,
    customers: customers.length,
    repeaters,
    repeatShare: ratio(repeaters, customers.length),
    repeatTransactions,
    maxX: customers.reduce((most, { x }) => Math.max(most, x), 0),
    frequencies: binned(customers, orMoreFrom),
    meanTxDays: ratio(
      sum(customers, ({ txDays }) => txDays),
      customers.length,
    ),
    meanAgeDays: ratio(
      sum(customers, ({ ageDays }) => ageDays),
      customers.length,
    ),
    firstSpendMinor: sum(customers, ({ firstSpendMinor }) => firstSpendMinor),
    repeatSpendMinor,
    meanRepeatSpend: ratio(repeatSpendMinor, repeatTransactions),
    holdoutTransactions: withHoldout ? sum(customers, ({ xStar }) => xStar ?? 0) : null,
    holdoutSpendMinor: withHoldout ? sum(customers, (one) => one.holdoutSpendMinor ?? 0) : null,
    excluded,
  }
}
