import type { CivilDate, Currency } from '@tenure/core/shared'
import { fellDue, type FellDue } from './fell-due.ts'
import { currenciesOf, type OverdueRows } from './overdue-rows.ts'
import { paidLate, type PaidLate } from './paid-late.ts'
import { settledItems, type Period, type SettledItems } from './settled-items.ts'

const definition =
  'settled: items that came to nothing in the period, days from their own day, late when after their last ' +
  'due day. fellDue: debts due in the period, late when open at the end of the due day. paid: cash applied ' +
  'in the period, days late weighted by amount. Due days are those known at the cut; unexplained outflows are left out.'

export interface DaysLate extends Period {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  readonly settled: Omit<SettledItems, 'writtenOff' | 'assigned'>
  readonly fellDue: FellDue
  readonly paid: Omit<PaidLate, 'dueUnknownMinor'>
  /** Items written off, or passed to a partner, at least in part; amounts paid for parts without a due day. */
  readonly excluded: {
    readonly writtenOff: number
    readonly assigned: number
    readonly paidDueUnknownMinor: number
  }
}

export interface DaysLateOptions extends Period {
  /** The cut of the rows; the period's last day where absent. */
  readonly asOf?: CivilDate
}

/** How late a period's debts were paid, in one currency. */
export const daysLateIn = (
  rows: Pick<OverdueRows, 'itemHistory'>,
  currency: Currency,
  { from, to, asOf = to }: DaysLateOptions,
): DaysLate => {
  const period = { from, to }
  const { writtenOff, assigned, ...settled } = settledItems(rows, currency, period)
  const { dueUnknownMinor, ...paid } = paidLate(rows, currency, period)
  return {
    definition,
    asOf,
    from,
    to,
    currency,
    settled,
    fellDue: fellDue(rows, currency, period),
    paid,
    excluded: { writtenOff, assigned, paidDueUnknownMinor: dueUnknownMinor },
  }
}

/** How late a period's debts were paid, one answer for each currency. Units: whole days, minor units. */
export const daysLate = (
  rows: Pick<OverdueRows, 'itemHistory'>,
  options: DaysLateOptions,
): ReadonlyArray<DaysLate> =>
  currenciesOf(rows.itemHistory).map((currency) => daysLateIn(rows, currency, options))
