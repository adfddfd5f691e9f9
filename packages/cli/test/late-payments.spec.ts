import { readFileSync } from 'node:fs'
import { realData } from '@tenure/house-rules/real-data'
import { describe, expect, it } from 'vitest'
import {
  answerOf,
  jsonOf,
  mapping,
  spawned,
  tenure,
  testFolder,
  writeLines,
  type Fields,
} from './tenure.ts'

const file = realData('late-payments/late-payments.csv')
const expectedFile = realData('expected/late-payments.json')

interface Value {
  readonly value: number | null
}
interface Amount {
  readonly count: number
  readonly amountMinor: number
}

/** The fields of the independent computation, from those of `overdue book`. */
const asExpected = (book: Fields): Fields => {
  const value = (name: string): number | null => (book[name] as Value).value
  const { buckets } = book['ageing'] as {
    readonly buckets: ReadonlyArray<Amount & { readonly bucket: string }>
  }
  const ageing = buckets.map(({ bucket, count, amountMinor }) => [
    bucket === 'notDue' ? 'current' : bucket,
    { count, cents: amountMinor },
  ])
  return {
    open_count: book['openCount'],
    open_cents: book['openMinor'],
    ageing: Object.fromEntries(ageing),
    overdue_count: book['overdueCount'],
    overdue_cents: book['overdueMinor'],
    overdue_rate_by_amount: value('overdueRateByAmount'),
    mean_days_past_due_of_overdue: value('meanDaysPastDueOfOverdue'),
    amount_weighted_days_past_due: value('amountWeightedDaysPastDue'),
    customers_overdue: book['customersOverdue'],
    disputed_open_cents: book['disputedOpenMinor'],
    sales_month_cents: book['salesMonthMinor'],
    collected_month_cents: book['collectedMonthMinor'],
    sales_30d_cents: book['sales30dMinor'],
    sales_90d_cents: book['sales90dMinor'],
    dso_90: value('dso90'),
    dso_30: value('dso30'),
    dso_countback: book['dsoCountbackDays'],
    best_possible_dso_90: value('bestPossibleDso90'),
    average_days_delinquent_90: value('averageDaysDelinquent90'),
    collection_effectiveness_index: value('collectionEffectivenessIndex'),
    settled_count: book['settledCount'],
    mean_days_to_settle_of_settled: value('meanDaysToSettleOfSettled'),
    late_share_of_settled: value('lateShareOfSettled'),
    fell_due_count: book['fellDueCount'],
    late_share_of_fell_due: value('lateShareOfFellDue'),
  }
}

const isRatio = (expected: unknown): expected is number =>
  typeof expected === 'number' && !Number.isInteger(expected)

/** Whole numbers, zeros and nulls exactly; fractions to 1e-9 relative. */
const expectSame = (actual: Fields, expected: Fields): void => {
  expect(Object.keys(actual).toSorted()).toEqual(Object.keys(expected).toSorted())
  for (const [field, wanted] of Object.entries(expected)) {
    const got = actual[field]
    if (isRatio(wanted) && typeof got === 'number')
      expect(Math.abs(got - wanted) / Math.abs(wanted), field).toBeLessThanOrEqual(1e-9)
    else expect({ [field]: got }).toEqual({ [field]: wanted })
  }
}

const isoDay = (day: string): string => {
  const [month = '', date = '', year = ''] = day.split('/')
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

const importMapped = async (db: string, csv: string, runner = tenure): Promise<void> => {
  const ran = await runner(['import', '--db', db, '--map', mapping('late-payments.json'), csv])
  expect({ code: ran.code, stderr: ran.stderr }).toMatchObject({ code: 0 })
}

/** A copy of the export as it would have been made at the end of a day. */
const asExportedOn = (csv: string, day: string): ReadonlyArray<string> => {
  const [header = '', ...rows] = readFileSync(csv, 'utf8').trimEnd().split(/\r?\n/)
  const names = header.split(',')
  const invoiceDate = names.indexOf('InvoiceDate')
  const settledDate = names.indexOf('SettledDate')
  expect(Math.min(invoiceDate, settledDate)).toBeGreaterThanOrEqual(0)
  const kept = rows.flatMap((row) => {
    const cells = row.split(',')
    if (isoDay(cells[invoiceDate] ?? '') > day) return []
    const isLater = isoDay(cells[settledDate] ?? '') > day
    return [cells.map((cell, index) => (isLater && index === settledDate ? '' : cell)).join(',')]
  })
  return [header, ...kept]
}

describe.runIf(file !== undefined && expectedFile !== undefined)('the invoices of 2012', () => {
  const csv = file ?? ''
  const books: Readonly<Record<string, Fields>> = jsonOf(expectedFile).as_of_month_end ?? {}
  const days = Object.keys(books)

  it('give every figure of all twelve month-ends, from the full log in one pass', async () => {
    const at = testFolder()
    await importMapped(at('full.db'), csv, spawned)
    const asOf = days.flatMap((day) => ['--as-of', day])
    const { results } = await answerOf(['overdue', '--db', at('full.db'), ...asOf], spawned)
    expect(results.map((book) => [book['asOf'], book['currency']])).toEqual(
      days.map((day) => [day, 'USD']),
    )
    expect(days).toHaveLength(12)
    for (const book of results) expectSame(asExpected(book), books[String(book['asOf'])] ?? {})
    // Everything was known at the end of its day, so nothing was learned later about any of them.
    const knownThen = days.flatMap((day) => ['--as-of', day, '--known-at', day])
    const then = await answerOf(['overdue', '--db', at('full.db'), ...knownThen])
    expect(then.results.map(({ knownAt: _, ...book }) => book)).toEqual(
      results.map(({ knownAt: _, ...book }) => book),
    )
  }, 120_000)

  it.each(days)(
    'give the same from the file as it stood at the end of %s',
    async (day) => {
      const at = testFolder()
      await importMapped(at('cut.db'), writeLines(at('cut.csv'), asExportedOn(csv, day)))
      const { results } = await answerOf(['overdue', '--db', at('cut.db'), '--as-of', day])
      expect(results).toHaveLength(1)
      expectSame(asExpected(results[0] ?? {}), books[day] ?? {})
    },
    60_000,
  )
})
