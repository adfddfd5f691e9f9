import { addDays, type CivilDate, type Currency } from '@tenure/core/shared'
import { countback } from './countback.ts'
import { movementsOf } from './ledger-period.ts'
import { monthSales } from './month-sales.ts'
import { currenciesOf, type OverdueRows } from './overdue-rows.ts'
import { overdueSummaryIn } from './overdue-summary.ts'
import { ratio, type Ratio } from '@tenure/projection'

const definition =
  'simple: gross open on asOf over the sales of the last n days, times n. bestPossible: the same of what ' +
  'is not overdue. averageDaysDelinquent: the same of what is overdue (simple less bestPossible). ' +
  'countback: whole calendar months of sales off gross open, newest first. Sales are gross, by invoice date.'

export interface Dso {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  /** The n of the window. */
  readonly days: number
  readonly openMinor: number
  readonly overdueMinor: number
  readonly salesMinor: number
  /** Each `value` is in days: num / den × n. */
  readonly simple: Ratio
  readonly bestPossible: Ratio
  readonly averageDaysDelinquent: Ratio
  /** In days; null where open reaches beyond the sales of the history. */
  readonly countbackDays: number | null
  readonly excluded: Readonly<Record<string, number>>
}

export interface DsoOptions {
  readonly asOf: CivilDate
  /** The n of the window; 90 where absent. */
  readonly days?: number
}

/** Days sales outstanding of one currency. */
export const dsoIn = (
  rows: Pick<OverdueRows, 'openItems' | 'ledgerDays'>,
  currency: Currency,
  { asOf, days = 90 }: DsoOptions,
): Dso => {
  const { open, overdue } = overdueSummaryIn(rows, currency, { asOf })
  const openMinor = open.amountMinor
  const overdueMinor = overdue.amountMinor
  const { salesMinor } = movementsOf(rows, currency, addDays(asOf, 1 - days), asOf)
  return {
    definition,
    asOf,
    currency,
    days,
    openMinor,
    overdueMinor,
    salesMinor,
    simple: ratio(openMinor, salesMinor, days),
    bestPossible: ratio(openMinor - overdueMinor, salesMinor, days),
    averageDaysDelinquent: ratio(overdueMinor, salesMinor, days),
    countbackDays: countback(openMinor, monthSales(rows, currency, asOf)),
    excluded: {},
  }
}

/**
 * Days sales outstanding in its four kinds, one answer for each currency.
 *
 * Shape: bestPossible <= simple; values are null without sales. Source: domain 4 and invariant 34.
 */
export const dso = (
  rows: Pick<OverdueRows, 'openItems' | 'ledgerDays'>,
  options: DsoOptions,
): ReadonlyArray<Dso> =>
  currenciesOf(rows.openItems, rows.ledgerDays).map((currency) => dsoIn(rows, currency, options))
