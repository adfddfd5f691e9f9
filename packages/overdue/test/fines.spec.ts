import { readFileSync } from 'node:fs'
import { civilDate } from '@tenure/core/shared'
import { realData } from '@tenure/house-rules/real-data'
import { historyOf, replay } from '@tenure/projection'
import { describe, expect, it } from 'vitest'
import { ageing, overdueModels, type Ageing, type Column, type OverdueRows } from '../src/index.ts'
import { finesLog } from './fines.ts'

const fines = realData('traffic-fines/traffic-fines-10000.csv.gz')
const expected = realData('expected/traffic-fines-10000.json')

const inWordsOfTheFile = ({ count, amountMinor }: Column): unknown => ({
  count,
  cents: amountMinor,
})

/** The part of a published book that the ageing answers; a fine never notified is not due, for ever. */
const bookOf = (answer: Ageing, { openItems }: Pick<OverdueRows, 'openItems'>): unknown => {
  const [notDue, ...overdue] = answer.buckets
  return {
    open_cases: answer.grossOpen.count,
    open_cents: answer.grossOpen.amountMinor,
    credit_cases: [...openItems.values()].filter((row) => row.unappliedMinor > 0).length,
    credit_cents: answer.unappliedCashMinor,
    not_due_cases: (notDue?.count ?? 0) + answer.dueUnknown.count,
    not_due_cents: (notDue?.amountMinor ?? 0) + answer.dueUnknown.amountMinor,
    ageing_days_past_due: Object.fromEntries(
      overdue.map((bucket) => [bucket.bucket, inWordsOfTheFile(bucket)]),
    ),
    with_agency_cases: answer.withAgency.count,
    with_agency_cents: answer.withAgency.amountMinor,
  }
}

describe.runIf(fines !== undefined && expected !== undefined)(
  'the books of 10,000 real fines, paid in parts, overpaid and charged again',
  () => {
    it('are the published ones, all fourteen from one pass over the log', async () => {
      const books: Record<string, Record<string, unknown>> = JSON.parse(
        readFileSync(expected ?? '', 'utf8'),
      )['as_of']
      const cuts = Object.keys(books).map((day) => ({ asOf: civilDate(day) }))
      const answers = await replay(historyOf(finesLog(fines ?? '')), overdueModels, cuts)
      const ours = answers.map(({ cut, rows }) => [
        cut.asOf,
        ageing(rows, { asOf: cut.asOf, boundaries: [30, 60, 90, 180, 365] }).map((answer) =>
          bookOf(answer, rows),
        ),
      ])
      const theirs = Object.entries(books).map(
        // The file's own totals are left aside: they are no ageing.
        ([day, { cases: _cases, charged_cents: _charged, paid_cents: _paid, ...book }]) => [
          day,
          [book],
        ],
      )
      expect(ours).toEqual(theirs)
    })
  },
)
