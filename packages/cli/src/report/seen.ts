import {
  averageOrderValue,
  historicClv,
  type AverageOrderValue,
  type HistoricClv,
} from '@tenure/clv'
import { type CivilDate, type Currency } from '@tenure/core/shared'
import {
  ageing,
  dso,
  overdueSummary,
  type Ageing,
  type Dso,
  type OverdueSummary,
} from '@tenure/overdue'
import {
  monthlyCohorts,
  retentionRate,
  survivorsOf,
  type MonthlyCohorts,
  type RetentionRate,
} from '@tenure/retention'
import type { ReportRows } from './models.ts'

/** The answers for one day at one state of knowledge, money in one currency. */
export interface Seen {
  /** Undefined where nothing in this currency was known. */
  readonly ageing: Ageing | undefined
  readonly overdue: OverdueSummary | undefined
  readonly dso: Dso | undefined
  readonly retention: RetentionRate
  readonly cohorts: MonthlyCohorts
  readonly clv: HistoricClv
  readonly orders: AverageOrderValue
}

/** A customer is active who bought within so many days. */
export const activeWithinDays = 90

interface RowsOn {
  readonly asOf: CivilDate
  readonly rows: ReportRows
}

/** Asks every question of the report of one cut; `start` is the cut three months before. */
export const seenAt = (start: RowsOn, end: RowsOn, currency: Currency): Seen => {
  const { asOf, rows } = end
  const survivors = survivorsOf(rows.mergedCustomers)
  const inCurrency = <A extends { readonly currency: Currency }>(
    answers: ReadonlyArray<A>,
  ): A | undefined => answers.find((answer) => answer.currency === currency)
  return {
    ageing: inCurrency(ageing(rows, { asOf })),
    overdue: inCurrency(overdueSummary(rows, { asOf })),
    dso: inCurrency(dso(rows, { asOf })),
    retention: retentionRate({
      start: { asOf: start.asOf, rows: start.rows.purchaseMonths },
      end: { asOf, rows: rows.purchaseMonths },
      activity: { kind: 'window', windowDays: activeWithinDays },
      survivors,
    }),
    cohorts: monthlyCohorts(rows.purchaseMonths, { asOf, maturity: 'complete', survivors }),
    clv: historicClv(rows.customerValue, { currency, asOf, survivors }),
    orders: averageOrderValue(rows.customerValue, { asOf, after: null, currency, survivors }),
  }
}
