import {
  daysBetween,
  endOfMonth,
  startOfMonth,
  type CivilDate,
  type Currency,
} from '@tenure/core/shared'
import type { MonthSales } from './countback.ts'
import { rowsOf, type OverdueRows } from './overdue-rows.ts'

/** What each month of the ledger sold by `asOf`, by its first day. */
const salesByMonth = (
  rows: Pick<OverdueRows, 'ledgerDays'>,
  currency: Currency,
  asOf: CivilDate,
): ReadonlyMap<CivilDate, number> => {
  const sales = new Map<CivilDate, number>()
  for (const { day, salesMinor } of rowsOf(rows.ledgerDays, currency)) {
    if (day > asOf) continue
    const start = startOfMonth(day)
    sales.set(start, (sales.get(start) ?? 0) + salesMinor)
  }
  return sales
}

/**
 * The sales of the calendar months up to `asOf`, newest first, back to the first month of the ledger.
 *
 * The month of `asOf` counts with its days so far; a stretch of months without any movement is one
 * entry of no sales and all its days.
 */
export const monthSales = (
  rows: Pick<OverdueRows, 'ledgerDays'>,
  currency: Currency,
  asOf: CivilDate,
): ReadonlyArray<MonthSales> => {
  const sales = [...salesByMonth(rows, currency, asOf)].toSorted(([a], [b]) => (a < b ? 1 : -1))
  let countedFrom: CivilDate | undefined
  return sales.flatMap(([start, salesMinor]) => {
    const monthEnd = endOfMonth(start)
    const end = monthEnd < asOf ? monthEnd : asOf
    const emptyDays =
      countedFrom === undefined ? daysBetween(end, asOf) : daysBetween(end, countedFrom) - 1
    countedFrom = start
    const month = { salesMinor, days: daysBetween(start, end) + 1 }
    return emptyDays > 0 ? [{ salesMinor: 0, days: emptyDays }, month] : [month]
  })
}
