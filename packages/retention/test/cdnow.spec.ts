import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import * as t from 'io-ts'
import { civilDate } from '@tenure/core/shared'
import { realData } from '@tenure/house-rules/real-data'
import { cdnowSales } from '@tenure/testing/sales'
import { describe, expect, it } from 'vitest'
import { monthlyCohorts, type CohortCell, type Maturity } from '../src/index.ts'
import { rowsAt } from './rows-at.ts'

const table = t.record(t.string, t.array(t.number))
const Expected = t.type({
  monthly_cohorts_sample: t.strict({
    table: t.string,
    customers: t.number,
    counts: table,
    retention: table,
    revenue_cents: table,
    cumulative_revenue_cents: table,
    cumulative_revenue_per_customer: table,
  }),
})

const sales = realData('cdnow-sample/CDNOW_sample.txt')
const numbers = realData('expected/cdnow-sample.json')

// Source of every number: the monthly cohort tables of expected/cdnow-sample.json, computed elsewhere
// from the same file (Fader and Hardie's 1/10 sample of CDNOW).
describe.runIf(sales !== undefined && numbers !== undefined)('the CDNOW sample', () => {
  const parsed = (): t.TypeOf<typeof Expected>['monthly_cohorts_sample'] => {
    const read = Expected.decode(JSON.parse(readFileSync(numbers ?? '', 'utf8')))
    if (E.isLeft(read)) throw new Error('expected/cdnow-sample.json lacks a cohort table')
    return read.right.monthly_cohorts_sample
  }
  const ask = async (asOf: string, maturity: Maturity) =>
    monthlyCohorts(await rowsAt(cdnowSales(readFileSync(sales ?? '', 'utf8')), asOf), {
      asOf: civilDate(asOf),
      maturity,
    })

  for (const maturity of ['complete', 'observed'] as const)
    it(`gives every cell of the cohort tables, ${maturity}`, async () => {
      const answer = await ask('1998-06-30', maturity)
      const tableOf = (of: (cell: CohortCell) => number | null | undefined) =>
        Object.fromEntries(answer.cohorts.map(({ month, cells }) => [month, cells.map(of)]))
      const { table: _note, ...expected } = parsed()
      const shown = {
        counts: tableOf(({ active }) => active),
        retention: tableOf(({ retention }) => retention.value),
        revenue_cents: tableOf(({ revenue }) => revenue[0]?.revenueMinor),
        cumulative_revenue_cents: tableOf(({ revenue }) => revenue[0]?.cumulativeRevenueMinor),
        cumulative_revenue_per_customer: tableOf(
          ({ revenue }) => revenue[0]?.cumulativePerCustomer.value,
        ),
      }
      expect({ customers: answer.customers, ...shown }).toEqual(expected)
      expect(answer.currencies).toEqual(['USD'])
      expect(answer.cohorts.map(({ customers }) => customers)).toEqual([781, 857, 719])
      expect(answer.cohorts.every(({ cells }) => cells.every(({ complete }) => complete))).toBe(
        true,
      )
    })

  it('leaves nothing out: orders and revenue of all cells are those of the file', async () => {
    const { cohorts, excluded } = await ask('1998-06-30', 'observed')
    const cells = cohorts.flatMap((cohort) => cohort.cells)
    const none = { orders: 0, net: [] }
    expect({
      orders: cells.reduce((sum, { orders }) => sum + orders, 0),
      revenueMinor: cells.reduce((sum, { revenue }) => sum + (revenue[0]?.revenueMinor ?? 0), 0),
      excluded,
    }).toEqual({
      orders: 6919,
      revenueMinor: 24409194,
      excluded: { withoutCustomer: none, unexplained: none, afterLastMonth: none },
    })
  })

  it('asked in the middle of a month, marks that month or leaves it out', async () => {
    const observed = await ask('1998-06-29', 'observed')
    const complete = await ask('1998-06-29', 'complete')
    const last = (cells: ReadonlyArray<CohortCell> | undefined) => {
      const cell = cells?.at(-1)
      return [cell?.month, cell?.complete]
    }
    expect(last(observed.cohorts[0]?.cells)).toEqual(['1998-06', false])
    expect(last(complete.cohorts[0]?.cells)).toEqual(['1998-05', true])
    expect(complete.cohorts[0]?.cells.map(({ active }) => active)).toEqual(
      parsed().counts['1997-01']?.slice(0, -1),
    )
  })
})
