import type { CivilDate, Currency } from '@tenure/core/shared'
import { ratio, type Ratio } from '@tenure/projection'

/** How many periods a customer stays: given, or the inverse of the share lost in a period. */
export type Lifespan =
  | { readonly kind: 'given'; readonly periods: number }
  | { readonly kind: 'fromChurn'; readonly churn: Ratio }

export interface SimpleClvQuestion {
  readonly asOf: CivilDate
  readonly currency: Currency
  /** In minor units, as `averageOrderValue` gives it. */
  readonly averageOrderValue: Ratio
  /** Orders of a customer in one period, as `purchaseFrequency` gives it. */
  readonly frequency: Ratio
  /** Counted in the periods of `frequency`. */
  readonly lifespan: Lifespan
  /** 3000 is 30 %; absent: the value is revenue. */
  readonly marginBasisPoints?: number
}

export interface SimpleClv {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  readonly averageOrderValue: Ratio
  readonly frequency: Ratio
  readonly lifespan: Lifespan
  readonly lifespanPeriods: number | null
  readonly marginBasisPoints: number | null
  /** A model amount: a float, in minor units. */
  readonly revenueModelMinor: number | null
  /** The same by the margin; null where none was given. A float, in minor units. */
  readonly marginModelMinor: number | null
}

const periodsOf = (lifespan: Lifespan): number | null => {
  if (lifespan.kind === 'fromChurn') return ratio(lifespan.churn.den, lifespan.churn.num).value
  if (!(Number.isFinite(lifespan.periods) && lifespan.periods >= 0))
    throw new RangeError(`a lifespan is a number of periods, not ${lifespan.periods}`)
  return lifespan.periods
}

/**
 * Average order value × orders a period × periods a customer stays; by a margin where one is given.
 *
 * Shape: null where a part is undefined, and where nobody was lost, since then no lifespan is known.
 * Units: minor units as floats: the value of a model, not of a ledger.
 * Rejects: throws a RangeError for a lifespan or a margin that is no such number.
 * Source: domain section 4, "Value".
 */
export const simpleClv = (question: SimpleClvQuestion): SimpleClv => {
  const { asOf, currency, averageOrderValue, frequency, lifespan, marginBasisPoints } = question
  if (marginBasisPoints !== undefined && !Number.isSafeInteger(marginBasisPoints))
    throw new RangeError(`a margin is a whole number of basis points, not ${marginBasisPoints}`)
  const lifespanPeriods = periodsOf(lifespan)
  const known =
    averageOrderValue.value !== null && frequency.value !== null && lifespanPeriods !== null
  const revenueModelMinor = known
    ? averageOrderValue.value * frequency.value * lifespanPeriods
    : null
  return {
    definition:
      'Average order value × orders a period × periods a customer stays (given, or 1 / churn a ' +
      'period). A simple model without discounting, not rounded.',
    asOf,
    currency,
    averageOrderValue,
    frequency,
    lifespan,
    lifespanPeriods,
    marginBasisPoints: marginBasisPoints ?? null,
    revenueModelMinor,
    marginModelMinor:
      revenueModelMinor === null || marginBasisPoints === undefined
        ? null
        : (revenueModelMinor * marginBasisPoints) / 10_000,
  }
}
