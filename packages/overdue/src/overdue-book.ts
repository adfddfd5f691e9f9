import { startOfMonth, type CivilDate, type Currency } from '@tenure/core/shared'
import { ageingIn, type Ageing } from './ageing.ts'
import { ceiIn } from './cei.ts'
import { daysLateIn } from './days-late.ts'
import { dsoIn } from './dso.ts'
import { movementsOf } from './ledger-period.ts'
import { currenciesOf, type OverdueRows } from './overdue-rows.ts'
import { overdueSummaryIn } from './overdue-summary.ts'
import type { Ratio } from '@tenure/projection'

const definition =
  'The book of one currency on asOf, beside the movements of the calendar month of asOf up to it: each ' +
  'figure as ageing, overdueSummary, dso, cei and daysLate define it.'

/** Every figure of a month-end, or of any day with its month so far. Units: minor units, days, ratios 0 to 1. */
export interface OverdueBook {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  readonly openCount: number
  readonly openMinor: number
  readonly ageing: Ageing
  readonly overdueCount: number
  readonly overdueMinor: number
  readonly overdueRateByAmount: Ratio
  readonly meanDaysPastDueOfOverdue: Ratio
  readonly amountWeightedDaysPastDue: Ratio
  readonly customersOverdue: number
  readonly disputedOpenMinor: number
  readonly salesMonthMinor: number
  readonly collectedMonthMinor: number
  readonly sales30dMinor: number
  readonly sales90dMinor: number
  readonly dso90: Ratio
  readonly dso30: Ratio
  readonly dsoCountbackDays: number | null
  readonly bestPossibleDso90: Ratio
  readonly averageDaysDelinquent90: Ratio
  /** `value` in percent. */
  readonly collectionEffectivenessIndex: Ratio
  readonly settledCount: number
  readonly meanDaysToSettleOfSettled: Ratio
  readonly lateShareOfSettled: Ratio
  readonly fellDueCount: number
  readonly lateShareOfFellDue: Ratio
  readonly excluded: { readonly withoutCustomer: number; readonly writtenOff: number }
}

const bookIn = (rows: OverdueRows, currency: Currency, asOf: CivilDate): OverdueBook => {
  const from = startOfMonth(asOf)
  const aged = ageingIn(rows, currency, { asOf })
  const summary = overdueSummaryIn(rows, currency, { asOf })
  const quarter = dsoIn(rows, currency, { asOf, days: 90 })
  const month = dsoIn(rows, currency, { asOf, days: 30 })
  const late = daysLateIn(rows, currency, { from, to: asOf })
  const monthMoves = movementsOf(rows, currency, from, asOf)
  return {
    definition,
    asOf,
    currency,
    openCount: summary.open.count,
    openMinor: summary.open.amountMinor,
    ageing: aged,
    overdueCount: summary.overdue.count,
    overdueMinor: summary.overdue.amountMinor,
    overdueRateByAmount: summary.overdueRate,
    meanDaysPastDueOfOverdue: summary.meanDaysPastDue,
    amountWeightedDaysPastDue: summary.amountWeightedDaysPastDue,
    customersOverdue: summary.customersOverdue,
    disputedOpenMinor: aged.disputed.amountMinor,
    salesMonthMinor: monthMoves.salesMinor,
    collectedMonthMinor: monthMoves.cashMinor,
    sales30dMinor: month.salesMinor,
    sales90dMinor: quarter.salesMinor,
    dso90: quarter.simple,
    dso30: month.simple,
    dsoCountbackDays: quarter.countbackDays,
    bestPossibleDso90: quarter.bestPossible,
    averageDaysDelinquent90: quarter.averageDaysDelinquent,
    collectionEffectivenessIndex: ceiIn(rows, currency, { from, to: asOf }).index,
    settledCount: late.settled.count,
    meanDaysToSettleOfSettled: late.settled.meanDaysToSettle,
    lateShareOfSettled: late.settled.lateShare,
    fellDueCount: late.fellDue.count,
    lateShareOfFellDue: late.fellDue.lateShare,
    excluded: { ...summary.excluded, writtenOff: late.excluded.writtenOff },
  }
}

/** The whole book on one day, one for each currency, from rows whose cut has that day as `asOf`. */
export const overdueBook = (rows: OverdueRows, asOf: CivilDate): ReadonlyArray<OverdueBook> =>
  currenciesOf(rows.openItems, rows.itemHistory, rows.ledgerDays).map((currency) =>
    bookIn(rows, currency, asOf),
  )
