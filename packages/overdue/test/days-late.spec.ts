import { civilDate } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { daysLate, type DaysLate } from '../src/index.ts'
import { applied, assigned, opened, received, rowsOn, unapplied, writtenOff } from './facts.ts'

type Facts = Parameters<typeof rowsOn>[1]

const february = { from: civilDate('2026-02-01'), to: civilDate('2026-02-28') }

const inFebruary = async (facts: Facts): Promise<DaysLate> => {
  const [answer] = daysLate(await rowsOn(february.to, facts), february)
  if (answer === undefined) throw new Error('there is one currency')
  return answer
}

const paid = (on: string, item: string, amount: number) => [
  received(on, `cash for ${item} on ${on}`, amount),
  applied(on, `cash for ${item} on ${on}`, item, amount),
]

const invoice = (item: string, due: string, amount = 100) =>
  opened('2026-01-11', item, [{ amount, due }])

describe('the debts of a February', () => {
  it('counts what was settled, how soon and how late', async () => {
    const answer = await inFebruary([
      invoice('in time', '2026-02-10'),
      ...paid('2026-02-10', 'in time', 100),
      invoice('late', '2026-02-10', 300),
      ...paid('2026-02-16', 'late', 300),
      invoice('earlier', '2026-02-10'),
      ...paid('2026-01-31', 'earlier', 100),
      invoice('open', '2026-02-10'),
    ])
    expect(answer).toEqual({
      definition: expect.any(String),
      asOf: february.to,
      ...february,
      currency: 'EUR',
      settled: {
        count: 2,
        meanDaysToSettle: { num: 30 + 36, den: 2, value: 33 },
        lateShare: { num: 1, den: 2, value: 0.5 },
      },
      fellDue: { count: 4, lateShare: { num: 2, den: 4, value: 0.5 } },
      paid: { amountWeightedDaysLate: { num: 300 * 6, den: 400, value: 4.5 } },
      excluded: { writtenOff: 0, assigned: 0, paidDueUnknownMinor: 0 },
    })
  })

  it('counts an item due on the last day and unpaid at its end as late', async () => {
    const answer = await inFebruary([invoice('i1', '2026-02-28')])
    expect(answer.fellDue).toEqual({ count: 1, lateShare: { num: 1, den: 1, value: 1 } })
  })

  it('counts an item paid on the day of its invoice as settled after no day', async () => {
    const answer = await inFebruary([
      opened('2026-02-03', 'i1', [{ amount: 100, due: '2026-03-05' }]),
      ...paid('2026-02-03', 'i1', 100),
    ])
    expect(answer.settled).toEqual({
      count: 1,
      meanDaysToSettle: { num: 0, den: 1, value: 0 },
      lateShare: { num: 0, den: 1, value: 0 },
    })
  })

  it('has the same settled day whatever was learned first', async () => {
    const facts = [invoice('i1', '2026-02-10'), ...paid('2026-02-16', 'i1', 100)]
    expect((await inFebruary(facts.toReversed())).settled).toEqual(
      (await inFebruary(facts)).settled,
    )
  })

  it('takes the day on which an item was closed for good', async () => {
    const bounced = await inFebruary([
      invoice('i1', '2026-02-10'),
      ...paid('2026-01-20', 'i1', 100),
      unapplied('2026-02-05', 'cash for i1 on 2026-01-20', 'i1', 100, '2026-02-10'),
      ...paid('2026-02-21', 'i1', 100),
    ])
    expect(bounced.settled.meanDaysToSettle).toEqual({ num: 41, den: 1, value: 41 })
  })

  it('leaves what was given up out, and says how many', async () => {
    const answer = await inFebruary([
      invoice('i1', '2026-02-10'),
      writtenOff('2026-02-20', 'i1', 100),
    ])
    expect([answer.settled.count, answer.excluded.writtenOff]).toEqual([0, 1])
    expect(answer.settled.meanDaysToSettle).toEqual({ num: 0, den: 0, value: null })
  })

  it('leaves what was passed to a partner out, and says how many', async () => {
    const answer = await inFebruary([
      invoice('i1', '2026-02-10'),
      assigned('2026-02-05', 'i1', 100),
    ])
    expect([answer.settled.count, answer.excluded.assigned]).toEqual([0, 1])
  })

  it('counts each instalment on its own due day, and cash against the oldest', async () => {
    const answer = await inFebruary([
      opened('2026-01-01', 'i1', [
        { amount: 50, due: '2026-02-01' },
        { amount: 50, due: '2026-02-15' },
      ]),
      ...paid('2026-02-11', 'i1', 60),
    ])
    expect(answer.fellDue).toEqual({ count: 2, lateShare: { num: 2, den: 2, value: 1 } })
    expect(answer.paid.amountWeightedDaysLate).toEqual({ num: 50 * 10, den: 60, value: 500 / 60 })
  })

  it('knows nothing of a month in which nothing happened', async () => {
    const answer = await inFebruary([
      opened('2026-01-01', 'i1', [{ amount: 1, due: '2026-03-01' }]),
    ])
    expect(answer.fellDue.lateShare.value).toBeNull()
    expect(answer.paid.amountWeightedDaysLate.value).toBeNull()
  })
})
