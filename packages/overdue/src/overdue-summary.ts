import type { CivilDate, Currency, CustomerId } from '@tenure/core/shared'
import { nothing, plus, type Column } from './column.ts'
import { debtsOf } from './debts.ts'
import { currenciesOf, rowsOf, type OverdueRows } from './overdue-rows.ts'
import { ratio, type Ratio } from '@tenure/projection'

const definition =
  'Overdue: open and asOf is after the due day; counted per item and due day. The rate is overdue over ' +
  'gross open, by amount. Days past due are means over what is overdue only, plain and weighted by amount.'

export interface OverdueSummary {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  readonly open: Column
  readonly overdue: Column
  readonly overdueRate: Ratio
  readonly customersOpen: number
  readonly customersOverdue: number
  readonly meanDaysPastDue: Ratio
  /** num: Σ amount × days past due. */
  readonly amountWeightedDaysPastDue: Ratio
  /** Overdue debts that name no customer: in the totals, not among the customers. */
  readonly excluded: { readonly withoutCustomer: number }
}

interface AsOf {
  readonly asOf: CivilDate
}

/** What is open and what of it is overdue in one currency. */
export const overdueSummaryIn = (
  rows: Pick<OverdueRows, 'openItems'>,
  currency: Currency,
  { asOf }: AsOf,
): OverdueSummary => {
  const customersOpen = new Set<CustomerId>()
  const customersOverdue = new Set<CustomerId>()
  let [open, overdue] = [nothing, nothing]
  let [days, amountDays, withoutCustomer] = [0, 0, 0]
  for (const row of rowsOf(rows.openItems, currency)) {
    for (const { openMinor, daysPastDue } of debtsOf(row, asOf).debts) {
      open = plus(open, openMinor)
      if (row.customerId !== null) customersOpen.add(row.customerId)
      if (daysPastDue === null || daysPastDue <= 0) continue
      overdue = plus(overdue, openMinor)
      days += daysPastDue
      amountDays += daysPastDue * openMinor
      if (row.customerId === null) withoutCustomer += 1
      else customersOverdue.add(row.customerId)
    }
  }
  return {
    definition,
    asOf,
    currency,
    open,
    overdue,
    overdueRate: ratio(overdue.amountMinor, open.amountMinor),
    customersOpen: customersOpen.size,
    customersOverdue: customersOverdue.size,
    meanDaysPastDue: ratio(days, overdue.count),
    amountWeightedDaysPastDue: ratio(amountDays, overdue.amountMinor),
    excluded: { withoutCustomer },
  }
}

/** What is open and what of it is overdue, one answer for each currency. Units: minor units, whole days. */
export const overdueSummary = (
  rows: Pick<OverdueRows, 'openItems'>,
  options: AsOf,
): ReadonlyArray<OverdueSummary> =>
  currenciesOf(rows.openItems).map((currency) => overdueSummaryIn(rows, currency, options))
