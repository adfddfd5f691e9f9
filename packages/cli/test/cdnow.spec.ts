import { readFileSync } from 'node:fs'
import { realData } from '@tenure/house-rules/real-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, jsonOf, makeFolder, mapping, tenure, type Fields } from './tenure.ts'

const file = realData('cdnow-sample/CDNOW_sample.txt')
const rowsFile = realData('expected/cdnow-sample-rfm-days.csv')
const numbersFile = realData('expected/cdnow-sample.json')
const isThere = [file, rowsFile, numbersFile].every((path) => path !== undefined)

interface Cell {
  readonly active: number
  readonly retention: { readonly value: number | null }
  readonly revenue: ReadonlyArray<{
    readonly currency: string
    readonly revenueMinor: number
    readonly cumulativeRevenueMinor: number
    readonly cumulativePerCustomer: { readonly value: number | null }
  }>
}

interface Cohorts {
  readonly customers: number
  readonly lastMonth: string
  readonly cohorts: ReadonlyArray<{ readonly month: string; readonly cells: ReadonlyArray<Cell> }>
}

const close = (actual: unknown, expected: unknown): void => {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    expect(actual).toHaveLength(expected.length)
    expected.forEach((one, index) => close(actual[index], one))
  } else if (typeof expected === 'number' && typeof actual === 'number' && expected !== 0)
    expect(Math.abs(actual - expected) / Math.abs(expected)).toBeLessThanOrEqual(1e-9)
  else expect(actual).toEqual(expected)
}

describe.runIf(isThere)('the purchases of the CD shop', () => {
  const folder = makeFolder()
  const db = folder.at('cdnow.db')
  const numbers = jsonOf(numbersFile)

  beforeAll(async () => {
    const ran = await tenure(['import', '--db', db, '--map', mapping('cdnow.json'), file ?? ''])
    expect({ code: ran.code, stderr: ran.stderr }).toMatchObject({ code: 0 })
  }, 120_000)
  afterAll(folder.remove)

  it('give every column of the calibration table for all 2,357 customers, and the holdout', async () => {
    const { results } = await answerOf([
      'clv',
      'rfm',
      '--db',
      db,
      '--calibration-end',
      '1997-09-30',
      '--holdout-end',
      '1998-06-30',
    ])
    expect(results).toHaveLength(1)
    const [table = {}] = results
    const customers = table['customers'] as ReadonlyArray<Fields>
    const columns = [
      'customerId',
      'firstOn',
      'x',
      'txDays',
      'ageDays',
      'firstSpendMinor',
      'repeatSpendMinor',
      'xStar',
      'holdoutSpendMinor',
    ]
    const lines = customers.map((customer) => columns.map((column) => customer[column]).join(','))
    const [, ...expected] = readFileSync(rowsFile ?? '', 'utf8')
      .trimEnd()
      .split(/\r?\n/)
    expect(lines).toEqual(expected)
    expect(lines).toHaveLength(2357)

    const summary = table['summary'] as {
      readonly frequencies: ReadonlyArray<{ x: number; orMore: boolean; customers: number }>
      readonly holdoutTransactions: number
    }
    const histogram = summary.frequencies.map((bin) => [
      bin.orMore ? `${bin.x}+` : String(bin.x),
      bin.customers,
    ])
    expect(Object.fromEntries(histogram)).toEqual(numbers.calibration_frequency_histogram)
    expect(summary.holdoutTransactions).toBe(numbers.holdout_transactions_total)
  }, 60_000)

  it.each(['complete', 'observed'])(
    'give every cell of the %s cohort tables',
    async (maturity) => {
      const { results } = await answerOf([
        'retention',
        'cohorts',
        '--db',
        db,
        '--maturity',
        maturity,
        '--as-of',
        '1998-06-30',
        '--currency',
        'USD',
      ])
      expect(results).toHaveLength(1)
      const table = results[0] as unknown as Cohorts
      const expected = numbers.monthly_cohorts_sample
      expect(Object.keys(expected).toSorted()).toEqual([
        'counts',
        'cumulative_revenue_cents',
        'cumulative_revenue_per_customer',
        'customers',
        'retention',
        'revenue_cents',
        'table',
      ])
      const byCohort = (figure: (cell: Cell) => unknown): Fields =>
        Object.fromEntries(
          table.cohorts.flatMap(({ month, cells }) =>
            // Months in which nobody came stand in our table without customers.
            cells[0]?.active === 0 ? [] : [[month, cells.map(figure)]],
          ),
        )
      const money = (cell: Cell) => cell.revenue[0]
      expect(table.customers).toBe(expected.customers)
      expect(table.lastMonth).toBe(numbers.last_complete_month)
      expect(byCohort(({ active }) => active)).toEqual(expected.counts)
      expect(byCohort((cell) => money(cell)?.revenueMinor)).toEqual(expected.revenue_cents)
      expect(byCohort((cell) => money(cell)?.cumulativeRevenueMinor)).toEqual(
        expected.cumulative_revenue_cents,
      )
      const shares = byCohort(({ retention }) => retention.value)
      const perCustomer = byCohort((cell) => money(cell)?.cumulativePerCustomer.value)
      for (const month of Object.keys(expected.retention)) {
        close(shares[month], expected.retention[month])
        close(perCustomer[month], expected.cumulative_revenue_per_customer[month])
      }
    },
    60_000,
  )
})
