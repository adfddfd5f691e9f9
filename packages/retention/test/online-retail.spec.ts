import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import * as t from 'io-ts'
import { civilDate } from '@tenure/core/shared'
import { realData } from '@tenure/house-rules/real-data'
import { describe, expect, it } from 'vitest'
import { monthlyCohorts, type CohortCell } from '../src/index.ts'
import { rowsAt } from './rows-at.ts'
import { onlineRetailSales } from './online-retail.ts'

const table = t.record(t.string, t.array(t.number))
const Tables = t.strict({
  last_month: t.string,
  customers: t.number,
  counts: table,
  retention: table,
  revenue_pence: table,
  invoices: table,
  weighted_retention_by_age_counts: t.array(t.array(t.number)),
  weighted_retention_by_age: t.array(t.number),
  rolling_counts: table,
  rolling_retention: table,
  growth_accounting: t.record(t.string, t.record(t.string, t.number)),
})
const Expected = t.type({ B_purchases_only: t.type({ observed: Tables, complete: Tables }) })

const sales = realData('online-retail/online-retail.csv.gz')
const numbers = realData('expected/online-retail.json')

// Source of every number: B_purchases_only of expected/online-retail.json, computed elsewhere from the
// same file (UCI Online Retail). The file ends on 2011-12-09, within its last month.
describe.runIf(sales !== undefined && numbers !== undefined)('the Online Retail file', () => {
  it('gives every cohort, rolling, pooled and growth number, observed and complete', async () => {
    const read = Expected.decode(JSON.parse(readFileSync(numbers ?? '', 'utf8')))
    if (E.isLeft(read)) throw new Error('expected/online-retail.json lacks a table')
    const asOf = civilDate('2011-12-09')
    const rows = await rowsAt(onlineRetailSales(sales ?? ''), asOf)
    for (const maturity of ['observed', 'complete'] as const) {
      const answer = monthlyCohorts(rows, { asOf, maturity })
      const tableOf = (of: (cell: CohortCell) => number | null | undefined) =>
        Object.fromEntries(answer.cohorts.map(({ month, cells }) => [month, cells.map(of)]))
      const weighted = answer.weightedRetention.map(({ retention }) => retention)
      expect({
        last_month: answer.lastMonth,
        customers: answer.customers,
        counts: tableOf(({ active }) => active),
        retention: tableOf(({ retention }) => retention.value),
        revenue_pence: tableOf(({ revenue }) => revenue[0]?.revenueMinor),
        invoices: tableOf(({ orders }) => orders),
        weighted_retention_by_age_counts: weighted.map(({ num, den }) => [num, den]),
        weighted_retention_by_age: weighted.map(({ value }) => value),
        rolling_counts: tableOf(({ rollingActive }) => rollingActive),
        rolling_retention: tableOf(({ rollingRetention }) => rollingRetention.value),
        growth_accounting: Object.fromEntries(
          answer.growth.map((month) => [
            month.month,
            {
              active: month.active,
              new: month.new,
              retained: month.retained,
              resurrected: month.resurrected,
              churned: month.churned,
            },
          ]),
        ),
      }).toEqual(read.right.B_purchases_only[maturity])
      expect(answer.growth.at(-1)?.complete).toBe(maturity === 'complete')
    }
  })
})
