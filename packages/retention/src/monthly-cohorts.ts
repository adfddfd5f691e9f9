import { monthOf, type CivilDate, type Currency } from '@tenure/core/shared'
import { ratio, type Ratio, type Rows } from '@tenure/projection'
import { activitiesOf, mustEndBy, type Activity } from './activity.ts'
import { cohortOf, type Cohort } from './cohort-cells.ts'
import { growthOf, type MonthGrowth } from './growth.ts'
import { joinMerged } from './join-merged.ts'
import type { Survivors } from './merged-customers.ts'
import { lastFinishedMonth } from './months.ts'
import { combinePurchases, type PurchaseMonths } from './purchase-months.ts'
import { exclusionsOf, type CohortExclusions } from './sums.ts'

/** `complete`: the table of finished months only. `observed`: the unfinished month too, marked as such. */
export type Maturity = 'complete' | 'observed'

export interface AgeRetention {
  readonly age: number
  /** Whether every cell that it pools was complete. */
  readonly complete: boolean
  /** Active customers over sizes, both over the cohorts that have reached this age. */
  readonly retention: Ratio
}

export interface MonthlyCohorts {
  readonly definition: string
  readonly asOf: CivilDate
  readonly maturity: Maturity
  readonly lastMonth: string
  readonly customers: number
  readonly currencies: ReadonlyArray<Currency>
  readonly cohorts: ReadonlyArray<Cohort>
  readonly weightedRetention: ReadonlyArray<AgeRetention>
  readonly growth: ReadonlyArray<MonthGrowth>
  readonly excluded: CohortExclusions
}

const definition =
  'Cohort: customers whose first purchase lies in a calendar month. Retention at age k: those with a ' +
  'purchase in the k-th month after it, over the size of the cohort. Rolling: in that month or a later one. ' +
  'A purchase is an order placed and not cancelled by asOf, also one of nothing; revenue is net of tax, ' +
  'in the month of the order. With maturity complete, an unfinished month counts for nothing.'

const byFirstMonth = (activities: ReadonlyArray<Activity>): Map<string, Array<Activity>> => {
  const cohorts = new Map<string, Array<Activity>>()
  for (const activity of activities) {
    const members = cohorts.get(activity.firstMonth)
    if (members === undefined) cohorts.set(activity.firstMonth, [activity])
    else members.push(activity)
  }
  return cohorts
}

const pooled = (cohorts: ReadonlyArray<Cohort>): ReadonlyArray<AgeRetention> => {
  const ages = cohorts.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: ages }, (_, age) => {
    const cells = cohorts.flatMap(({ cells }) => cells[age] ?? [])
    const active = cells.reduce((sum, cell) => sum + cell.active, 0)
    const customers = cells.reduce((sum, cell) => sum + cell.retention.den, 0)
    return {
      age,
      complete: cells.every(({ complete }) => complete),
      retention: ratio(active, customers),
    }
  })
}

/**
 * Who came in which month, and how many of them bought again in each later month.
 *
 * Shape: a cohort for each month in which somebody first bought, with a cell for each month from there to
 * the last of the table, empty ones too; growth for every month from the first cohort's.
 * Units: revenue in minor units, each currency for itself. `rows` are those of a cut as of `asOf`.
 * Rejects: throws a RangeError where the rows hold a later purchase; that is a bug of the caller.
 * Source: domain section 4, "Cohort table".
 */
export const monthlyCohorts = (
  rows: Rows<PurchaseMonths>,
  question: {
    readonly asOf: CivilDate
    readonly maturity: Maturity
    readonly survivors?: Survivors
  },
): MonthlyCohorts => {
  const { asOf, maturity, survivors = new Map() } = question
  mustEndBy(rows, asOf)
  const lastMonth = maturity === 'observed' ? monthOf(asOf) : lastFinishedMonth(asOf)
  const joined = joinMerged(rows, survivors, combinePurchases)
  const activities = activitiesOf(joined).filter(({ firstMonth }) => firstMonth <= lastMonth)
  const members = byFirstMonth(activities)
  const currencies = [...new Set(activities.flatMap(({ netMinor }) => [...netMinor.keys()]))].sort()
  const cohorts = [...members]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, cohort]) => cohortOf(month, cohort, { asOf, lastMonth, currencies }))
  const firstMonth = cohorts[0]?.month
  return {
    definition,
    asOf,
    maturity,
    lastMonth,
    customers: activities.length,
    currencies,
    cohorts,
    weightedRetention: pooled(cohorts),
    growth: firstMonth === undefined ? [] : growthOf(activities, firstMonth, lastMonth, asOf),
    excluded: exclusionsOf(joined, lastMonth),
  }
}
