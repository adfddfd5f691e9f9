import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  startOfMonth,
  type CivilDate,
  type Currency,
} from '@tenure/core/shared'
import type { MonthSales } from './countback.ts'
import { movementsOf } from './ledger-period.ts'
import { rowsOf, type OverdueRows } from './overdue-rows.ts'

/**
 * The sales of each calendar month up to `asOf`, newest first, back to the first day of the ledger.
 * The month of `asOf` counts with its days so far.
 */
export const monthSales = (
  rows: Pick<OverdueRows, 'ledgerDays'>,
  currency: Currency,
  asOf: CivilDate,
): ReadonlyArray<MonthSales> => {
  const firstDay = rowsOf(rows.ledgerDays, currency)
    .map(({ day }) => day)
    .toSorted()[0]
  const months: Array<MonthSales> = []
  if (firstDay === undefined) return months
  let start = startOfMonth(asOf)
  while (addDays(addMonths(start, 1), -1) >= firstDay) {
    const end = asOf < endOfMonth(start) ? asOf : endOfMonth(start)
    const { salesMinor } = movementsOf(rows, currency, start, end)
    months.push({ salesMinor, days: daysBetween(start, end) + 1 })
    if (start <= '0001-01-01') break
    start = addMonths(start, -1)
  }
  return months
}
