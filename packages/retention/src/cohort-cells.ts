import { addMinor, monthsBetween, type CivilDate, type Currency } from '@tenure/core/shared'
import type { Activity } from './activity.ts'
import { isOver, monthsFrom } from './months.ts'
import { ratio, type Ratio } from '@tenure/projection'

export interface CellRevenue {
  readonly currency: Currency
  readonly revenueMinor: number
  readonly cumulativeRevenueMinor: number
  /** Cumulative revenue by customers of the cohort, in minor units. */
  readonly cumulativePerCustomer: Ratio
}

export interface CohortCell {
  readonly month: string
  /** Whole months since the cohort's own month. */
  readonly age: number
  /** Whether the month was over at `asOf`, for every member alike. */
  readonly complete: boolean
  /** Customers with a purchase in this month. */
  readonly active: number
  readonly retention: Ratio
  readonly orders: number
  /** Customers with a purchase in this month or a later one of the table. */
  readonly rollingActive: number
  readonly rollingRetention: Ratio
  readonly revenue: ReadonlyArray<CellRevenue>
}

export interface Cohort {
  readonly month: string
  readonly customers: number
  readonly cells: ReadonlyArray<CohortCell>
}

interface Tally {
  active: number
  orders: number
  /** Customers whose last purchase of the table lies in this month. */
  lastHere: number
  readonly revenueMinor: Map<Currency, number>
}

const tallied = (members: ReadonlyArray<Activity>, month: string, length: number) => {
  const tallies: ReadonlyArray<Tally> = Array.from({ length }, () => ({
    active: 0,
    orders: 0,
    lastHere: 0,
    revenueMinor: new Map(),
  }))
  const of = (other: string): Tally | undefined => tallies[monthsBetween(month, other)]
  for (const member of members) {
    let last = member.firstMonth
    for (const [at, orders] of member.orders) {
      const tally = of(at)
      if (tally === undefined) continue
      tally.active += 1
      tally.orders = addMinor(tally.orders, orders)
      if (at > last) last = at
      for (const [currency, nets] of member.netMinor) {
        const revenueMinor = addMinor(tally.revenueMinor.get(currency) ?? 0, nets.get(at) ?? 0)
        tally.revenueMinor.set(currency, revenueMinor)
      }
    }
    const tally = of(last)
    if (tally !== undefined) tally.lastHere += 1
  }
  return tallies
}

/** The revenue of one cohort's cells in order of age, each with the sum up to it. */
const runningRevenue = (currencies: ReadonlyArray<Currency>, customers: number) => {
  const cumulative = new Map<Currency, number>()
  return ({ revenueMinor: ofCell }: Tally): ReadonlyArray<CellRevenue> =>
    currencies.map((currency) => {
      const revenueMinor = ofCell.get(currency) ?? 0
      const cumulativeRevenueMinor = addMinor(cumulative.get(currency) ?? 0, revenueMinor)
      cumulative.set(currency, cumulativeRevenueMinor)
      const cumulativePerCustomer = ratio(cumulativeRevenueMinor, customers)
      return { currency, revenueMinor, cumulativeRevenueMinor, cumulativePerCustomer }
    })
}

/** One row of the table: the customers whose first purchase lies in `month`, up to `lastMonth`. */
export const cohortOf = (
  month: string,
  members: ReadonlyArray<Activity>,
  table: {
    readonly asOf: CivilDate
    readonly lastMonth: string
    readonly currencies: ReadonlyArray<Currency>
  },
): Cohort => {
  const months = monthsFrom(month, table.lastMonth)
  const customers = members.length
  const revenueOf = runningRevenue(table.currencies, customers)
  let gone = 0
  const cells = tallied(members, month, months.length).map((tally, age): CohortCell => {
    const at = months[age] ?? month
    const rollingActive = customers - gone
    gone += tally.lastHere
    return {
      month: at,
      age,
      complete: isOver(at, table.asOf),
      active: tally.active,
      retention: ratio(tally.active, customers),
      orders: tally.orders,
      rollingActive,
      rollingRetention: ratio(rollingActive, customers),
      revenue: revenueOf(tally),
    }
  })
  return { month, customers, cells }
}
