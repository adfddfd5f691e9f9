import { daysBetween, civilDate } from '@tenure/core/shared'
import { realData } from '@tenure/house-rules/real-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  balanceOf,
  casesOf,
  chargedAgain,
  chargedOf,
  dayOf,
  paidOf,
  sum,
  until,
  type Case,
} from './fines-ledger.ts'
import { answerOf, jsonOf, makeFolder, mapping, tenure, type Fields } from './tenure.ts'

const file = realData('traffic-fines/traffic-fines-10000.csv.gz')
const expectedFile = realData('expected/traffic-fines-10000.json')
const expected = jsonOf(expectedFile)

interface Column {
  readonly count: number
  readonly amountMinor: number
}

const inWords = ({ count, amountMinor }: Column) => ({ count, cents: amountMinor })

/** The published book, from `overdue ageing`: a fine never notified is not due, for ever. */
const bookOf = (ageing: Fields): Fields => {
  const column = (name: string): Column => ageing[name] as Column
  const [notDue, ...overdue] = ageing['buckets'] as ReadonlyArray<Column & { bucket: string }>
  return {
    open_cases: column('grossOpen').count,
    open_cents: column('grossOpen').amountMinor,
    credit_cents: ageing['unappliedCashMinor'],
    not_due_cases: (notDue?.count ?? 0) + column('dueUnknown').count,
    not_due_cents: (notDue?.amountMinor ?? 0) + column('dueUnknown').amountMinor,
    ageing_days_past_due: Object.fromEntries(overdue.map((one) => [one.bucket, inWords(one)])),
    with_agency_cases: column('withAgency').count,
    with_agency_cents: column('withAgency').amountMinor,
  }
}

describe.runIf(file !== undefined && expectedFile !== undefined)(
  '10,000 real fines, imported by the ready mapping',
  () => {
    const { at, remove } = makeFolder()
    const db = at('fines.db')
    let said = { code: 0, stdout: '', stderr: '' }
    let cases: ReadonlyMap<string, Case> = new Map()
    const all = (): ReadonlyArray<Case> => [...cases.values()]

    beforeAll(async () => {
      said = await tenure([
        'import',
        '--db',
        db,
        '--map',
        mapping('traffic-fines.json'),
        file ?? '',
        '--json',
      ])
      cases = casesOf((await tenure(['events', '--db', db, '--ndjson'])).stdout)
    }, 60_000)
    afterAll(remove)

    it('come in without a reject, appeals counted and left aside', () => {
      const { activities, events } = expected.raw
      const { rows, facts } = JSON.parse(said.stdout).result
      expect(rows).toEqual({
        read: events,
        rejected: 0,
        ignored: [
          ['appeal to the prefecture: date inserted', 'Insert Date Appeal to Prefecture'],
          ['appeal to the prefecture: sent', 'Send Appeal to Prefecture'],
          ['appeal to the prefecture: result received', 'Receive Result Appeal from Prefecture'],
          ['appeal to the prefecture: offender told', 'Notify Result Appeal to Offender'],
          ['appeal to a judge', 'Appeal to Judge'],
        ]
          .map(([rule, activity]) => ({ rule, rows: activities[activity ?? ''] }))
          .toSorted((a, b) => b.rows - a.rows),
      })
      expect(facts.map((fact: Fields) => [fact['kind'], fact['made']])).toEqual([
        ['payment', activities['Payment']],
        ['charge', activities['Create Fine'] + activities['Send Fine'] + activities['Add penalty']],
        ['dueDate', activities['Insert Fine Notification']],
        ['handOver', activities['Send for Credit Collection']],
      ])
    })

    it('answer the fourteen published books, in one pass', async () => {
      const books: Readonly<Record<string, Fields>> = expected.as_of
      const days = Object.keys(books)
      const { results } = await answerOf([
        'overdue',
        'ageing',
        '--db',
        db,
        '--boundaries',
        '30,60,90,180,365',
        ...days.flatMap((day) => ['--as-of', day]),
      ])
      const ours = days.map((day, place) => {
        const then = all()
          .map((one) => until(one, day))
          .filter(({ movements }) => movements.length > 0)
        const book = {
          cases: then.length,
          charged_cents: sum(then.map(chargedOf)),
          paid_cents: sum(then.map(paidOf)),
          credit_cases: then.filter((one) => balanceOf(one) < 0).length,
          ...bookOf(results[place] ?? {}),
        }
        return [day, book]
      })
      expect(Object.fromEntries(ours)).toEqual(books)
    })

    it('answer the same books as they were known on their own days', async () => {
      const days = Object.keys(expected.as_of)
      const { results } = await answerOf([
        'overdue',
        'ageing',
        '--db',
        db,
        '--boundaries',
        '30,60,90,180,365',
        ...days.flatMap((day) => ['--as-of', day, '--known-at', day]),
      ])
      const published = days.map((day) => expected.as_of[day])
      results.forEach((ageing, place) =>
        expect(published[place]).toEqual(expect.objectContaining(bookOf(ageing))),
      )
      expect(results).toHaveLength(days.length)
    })

    it('come to the published totals', () => {
      const of = (kind: string): number =>
        sum(
          all().flatMap(({ movements }) =>
            movements.filter((one) => one.kind === kind).map(({ cents }) => cents),
          ),
        )
      const payments = (one: Case): number =>
        one.movements.filter(({ kind }) => kind === 'payment').length
      const counted = (holds: (one: Case) => boolean): number => all().filter(holds).length
      const balances = all().map(balanceOf)
      expect({
        create_amount_cents: of('fine'),
        expense_cents: of('posting expense'),
        penalty_increase_cents: of('penalty'),
        charged_cents: sum(all().map(chargedOf)),
        paid_cents: sum(all().map(paidOf)),
        open_balance_cents: sum(balances.filter((cents) => cents > 0)),
        overpaid_cents: -sum(balances.filter((cents) => cents < 0)),
        cases_paid_in_full: counted((one) => balanceOf(one) <= 0),
        cases_exactly_zero: counted((one) => balanceOf(one) === 0),
        cases_overpaid: counted((one) => balanceOf(one) < 0),
        cases_partly_paid: counted((one) => payments(one) > 0 && balanceOf(one) > 0),
        cases_never_paid: counted((one) => payments(one) === 0),
        payments_per_case: Object.fromEntries(
          [0, 1, 2, 3].map((n) => [n, counted((one) => payments(one) === n)]),
        ),
        penalty_cases: counted((one) => dayOf(one, 'penalty') !== undefined),
      }).toEqual(expected.totals)
    })

    it('went through the published process', () => {
      const handed = all().filter((one) => one.handed_over !== null)
      const waited = handed
        .flatMap((one) => {
          const penalty = dayOf(one, 'penalty')
          return penalty === undefined || one.handed_over === null
            ? []
            : [daysBetween(civilDate(penalty), civilDate(one.handed_over))]
        })
        .toSorted((a, b) => a - b)
      const middle = waited.length / 2
      const median = ((waited[Math.ceil(middle) - 1] ?? 0) + (waited[Math.floor(middle)] ?? 0)) / 2
      const { cases_with_appeal_rows: _, ...process } = expected.process
      expect({
        paid_before_send: all().filter(
          (one) => (dayOf(one, 'payment') ?? 'never') < (dayOf(one, 'posting expense') ?? 'never'),
        ).length,
        sent: all().filter((one) => dayOf(one, 'posting expense') !== undefined).length,
        share_sent_to_agency: handed.length / all().length,
        paid_something_and_sent_to_collection: handed.filter((one) => paidOf(one) > 0).length,
        paid_in_full_yet_sent_to_collection: handed.filter((one) => balanceOf(one) <= 0).length,
        open_at_collection_cents: sum(
          handed.map((one) => Math.max(0, balanceOf(until(one, one.handed_over ?? '')))),
        ),
        penalty_to_collection_days_median: median,
        penalty_to_collection_days_min: waited[0],
      }).toEqual(process)
    })

    it('show the fifteen that were charged again after they were paid', () => {
      const again = all().flatMap((one) => {
        const found = chargedAgain(one)
        return found === undefined ? [] : [[one.id, found] as const]
      })
      expect(Object.fromEntries(again)).toEqual(expected.charged_again_after_paid_in_full)
    })

    it('show the published examples movement by movement, those paid in parts too', () => {
      const examples: Readonly<Record<string, Fields>> = {
        ...expected.examples,
        ...expected.examples_instalments,
      }
      expect(Object.keys(examples)).toHaveLength(21)
      for (const [id, { why: _, ...example }] of Object.entries(examples)) {
        const one = cases.get(id)
        if (one === undefined) throw new Error(`${id} is not in the log`)
        const { movements, notified, due, handed_over } = one
        expect({
          created: movements[0]?.date,
          notified,
          due,
          handed_over,
          movements,
          charged_cents: chargedOf(one),
          paid_cents: paidOf(one),
          open_cents: Math.max(0, balanceOf(one)),
          credit_cents: Math.max(0, -balanceOf(one)),
        }).toEqual(example)
      }
    })
  },
)
