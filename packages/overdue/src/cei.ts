import type { CivilDate, Currency } from '@tenure/core/shared'
import { movementsOf, openBefore } from './ledger-period.ts'
import { currenciesOf, type OverdueRows } from './overdue-rows.ts'
import { overdueSummaryIn } from './overdue-summary.ts'
import { ratio, type Ratio } from '@tenure/projection'

const definition =
  'Collection effectiveness index in percent: (beginning + sales / N - open at the end) / (beginning + ' +
  'sales / N - open and not overdue at the end) x 100. N is the number of months that the sales are spread over.'

export interface CeiInput {
  readonly beginningMinor: number
  readonly salesMinor: number
  readonly endTotalMinor: number
  readonly endCurrentMinor: number
}

/**
 * The index from its four amounts. `periods` is the N that writers disagree on: 1, or the months of the
 * window. Num and den are N times the amounts, so that both stay whole; null where there was nothing to collect.
 * Source: domain 4 (6,200, 10,890, 6,340, 3,590: 55.93 with N = 3, 79.63 with N = 1).
 */
export const collectionEffectiveness = (input: CeiInput, periods = 1): Ratio => {
  const toCollect = input.beginningMinor * periods + input.salesMinor
  return ratio(
    toCollect - input.endTotalMinor * periods,
    toCollect - input.endCurrentMinor * periods,
    100,
  )
}

export interface Cei extends CeiInput {
  readonly definition: string
  readonly from: CivilDate
  readonly asOf: CivilDate
  readonly currency: Currency
  readonly periods: number
  /** `value` in percent: 100 when nothing is overdue. */
  readonly index: Ratio
  readonly excluded: Readonly<Record<string, number>>
}

export interface CeiOptions {
  readonly from: CivilDate
  /** The last day of the period, and the `asOf` of the rows. */
  readonly to: CivilDate
  readonly periods?: number
}

/** How much of what could be collected in a period was collected, in one currency. */
export const ceiIn = (
  rows: Pick<OverdueRows, 'openItems' | 'ledgerDays'>,
  currency: Currency,
  { from, to, periods = 1 }: CeiOptions,
): Cei => {
  const { open, overdue } = overdueSummaryIn(rows, currency, { asOf: to })
  const input = {
    beginningMinor: openBefore(rows, currency, from),
    salesMinor: movementsOf(rows, currency, from, to).salesMinor,
    endTotalMinor: open.amountMinor,
    endCurrentMinor: open.amountMinor - overdue.amountMinor,
  }
  const index = collectionEffectiveness(input, periods)
  return { definition, from, asOf: to, currency, periods, ...input, index, excluded: {} }
}

/** How much of what could be collected in a period was collected, one answer for each currency. */
export const cei = (
  rows: Pick<OverdueRows, 'openItems' | 'ledgerDays'>,
  options: CeiOptions,
): ReadonlyArray<Cei> =>
  currenciesOf(rows.openItems, rows.ledgerDays).map((currency) => ceiIn(rows, currency, options))
