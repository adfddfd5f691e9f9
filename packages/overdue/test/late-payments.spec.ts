import { readFileSync } from 'node:fs'
import { civilDate, endOfDay, type CivilDate } from '@tenure/core/shared'
import { realData } from '@tenure/house-rules/real-data'
import { historyOf, replay } from '@tenure/projection'
import { beforeAll, describe, expect, it } from 'vitest'
import { overdueBook, overdueModels, type OverdueBook } from '../src/index.ts'
import { latePaymentsLog } from './late-payments.ts'

const invoices = realData('late-payments/late-payments.csv')
const expected = realData('expected/late-payments.json')

/** The book in the words of the expected file. */
const inWordsOfTheFile = (book: OverdueBook): Record<string, unknown> => ({
  open_count: book.openCount,
  open_cents: book.openMinor,
  ageing: Object.fromEntries(
    book.ageing.buckets.map(({ bucket, count, amountMinor }) => [
      bucket === 'notDue' ? 'current' : bucket,
      { count, cents: amountMinor },
    ]),
  ),
  overdue_count: book.overdueCount,
  overdue_cents: book.overdueMinor,
  overdue_rate_by_amount: book.overdueRateByAmount.value,
  mean_days_past_due_of_overdue: book.meanDaysPastDueOfOverdue.value,
  amount_weighted_days_past_due: book.amountWeightedDaysPastDue.value,
  customers_overdue: book.customersOverdue,
  disputed_open_cents: book.disputedOpenMinor,
  sales_month_cents: book.salesMonthMinor,
  collected_month_cents: book.collectedMonthMinor,
  sales_30d_cents: book.sales30dMinor,
  sales_90d_cents: book.sales90dMinor,
  dso_90: book.dso90.value,
  dso_30: book.dso30.value,
  dso_countback: book.dsoCountbackDays,
  best_possible_dso_90: book.bestPossibleDso90.value,
  average_days_delinquent_90: book.averageDaysDelinquent90.value,
  collection_effectiveness_index: book.collectionEffectivenessIndex.value,
  settled_count: book.settledCount,
  mean_days_to_settle_of_settled: book.meanDaysToSettleOfSettled.value,
  late_share_of_settled: book.lateShareOfSettled.value,
  fell_due_count: book.fellDueCount,
  late_share_of_fell_due: book.lateShareOfFellDue.value,
})

/** Whole numbers and nulls are exact; every other number is within 1e-9 of its size. */
const about = (value: unknown): unknown => {
  if (typeof value === 'number' && !Number.isInteger(value))
    return expect.closeTo(value, 9 - Math.ceil(Math.log10(Math.abs(value) + 1e-300)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, about(held)]))
}

describe.runIf(invoices !== undefined && expected !== undefined)(
  'the month-end books of 2012 of 2,466 real invoices',
  () => {
    // Read before the tests and not while they are listed: a skipped suite is listed too.
    let facts: ReturnType<typeof latePaymentsLog> = []
    let books: Record<string, unknown> = {}
    let monthEnds: ReadonlyArray<CivilDate> = []
    beforeAll(() => {
      facts = latePaymentsLog(invoices ?? '')
      books = JSON.parse(readFileSync(expected ?? '', 'utf8'))['as_of_month_end']
      monthEnds = Object.keys(books).map(civilDate)
    })

    it('are the published ones, all twelve from one pass over the log', async () => {
      const cuts = monthEnds.map((asOf) => ({ asOf }))
      const answers = await replay(historyOf(facts), overdueModels, cuts)
      const ours = answers.map(({ cut, rows }) => [
        cut.asOf,
        overdueBook(rows, cut.asOf).map(inWordsOfTheFile),
      ])
      expect(ours).toEqual(monthEnds.map((day) => [day, [about(books[day])]]))
    })

    it('are the same known on the day itself, and from a log that ends with the day', async () => {
      const cuts = monthEnds.map((asOf) => ({ asOf, knownAt: endOfDay(asOf, 'UTC') }))
      const whole = await replay(historyOf(facts), overdueModels, cuts)
      for (const { cut, rows } of whole) {
        const log = facts.filter(({ body }) => body.effectiveOn <= cut.asOf)
        const [short] = await replay(historyOf(log), overdueModels, [{ asOf: cut.asOf }])
        expect(short?.rows).toEqual(rows)
        expect(overdueBook(rows, cut.asOf).map(inWordsOfTheFile)).toEqual([about(books[cut.asOf])])
      }
    })
  },
)
