import { addMinor, type CivilDate, type Currency } from '@tenure/core/shared'
import type { LedgerDay } from './ledger-days.ts'
import { rowsOf, type OverdueRows } from './overdue-rows.ts'

/** The movements of a stretch of days. */
export type Movements = Pick<LedgerDay, 'salesMinor' | 'cashMinor' | 'openChangeMinor'>

const sum = (days: ReadonlyArray<LedgerDay>): Movements => ({
  salesMinor: days.reduce((total, { salesMinor }) => addMinor(total, salesMinor), 0),
  cashMinor: days.reduce((total, { cashMinor }) => addMinor(total, cashMinor), 0),
  openChangeMinor: days.reduce((total, { openChangeMinor }) => addMinor(total, openChangeMinor), 0),
})

/** Sales, cash and the change of gross open from one day to another, both within. */
export const movementsOf = (
  rows: Pick<OverdueRows, 'ledgerDays'>,
  currency: Currency,
  from: CivilDate,
  to: CivilDate,
): Movements => sum(rowsOf(rows.ledgerDays, currency).filter(({ day }) => from <= day && day <= to))

/** What was open at the end of the day before `day`. */
export const openBefore = (
  rows: Pick<OverdueRows, 'ledgerDays'>,
  currency: Currency,
  day: CivilDate,
): number =>
  sum(rowsOf(rows.ledgerDays, currency).filter((ledgerDay) => ledgerDay.day < day)).openChangeMinor
