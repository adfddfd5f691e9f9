import { churnEvents } from '@tenure/core/churn'
import { changeId, civilDate, customerId, type Fact } from '@tenure/core/shared'
import { historyOf, replay, type Rows } from '@tenure/projection'
import { describe, expect, it } from 'vitest'
import {
  churnRate,
  customerStanding,
  retentionRate,
  type CustomerStanding,
  type PeriodQuestion,
} from '../src/index.ts'
import { callOff, decided, known, sale } from '@tenure/testing/sales'
import { rowsAt } from './rows-at.ts'

type Commands = Parameters<typeof decided>[0]

const period = async (
  commands: Commands,
  from: string,
  to: string,
  windowDays: number,
): Promise<PeriodQuestion> => ({
  start: { asOf: civilDate(from), rows: await rowsAt(decided(commands), from) },
  end: { asOf: civilDate(to), rows: await rowsAt(decided(commands), to) },
  activity: { kind: 'window', windowDays },
})

const everybody = (from: number, to: number, on: string): Commands =>
  Array.from({ length: to - from }, (_, index) => sale(`customer ${from + index}`, on, 100))

describe('200 customers who become 220, 40 of them new', () => {
  // Source: domain section 4, "Golden 200→220, 40 new: 90 %".
  const commands = [
    ...everybody(0, 200, '2026-01-20'),
    ...everybody(20, 200, '2026-02-20'),
    ...everybody(200, 240, '2026-02-21'),
    sale(null, '2026-02-22', 5),
  ]
  const question = period(commands, '2026-01-31', '2026-02-28', 28)

  it('are retained to 90 %, by sets and by the formula; the naive share is 110 % [1-09] [0-33]', async () => {
    expect(retentionRate(await question)).toEqual({
      definition:
        'Customers active both at the start and at the end, over customers active at the start. ' +
        'Active on a day: bought in the 28 days that end with it.',
      startAsOf: '2026-01-31',
      asOf: '2026-02-28',
      activity: { kind: 'window', windowDays: 28 },
      startCustomers: 200,
      endCustomers: 220,
      kept: 180,
      lost: 20,
      newCustomers: 40,
      reactivated: 0,
      newAtEnd: 40,
      reactivatedAtEnd: 0,
      retention: { num: 180, den: 200, value: 0.9 },
      byFormula: { num: 180, den: 200, value: 0.9 },
      naiveEndOverStart: { num: 220, den: 200, value: 1.1 },
      excluded: { ordersWithoutCustomer: 1 },
    })
  })

  it('are lost to 10 %', async () => {
    expect(churnRate(await question).churn).toEqual({ num: 20, den: 200, value: 0.1 })
  })

  it('are lost to 10 % also where one of the new customers leaves within the period [1-10]', async () => {
    const cameAndWent = [
      ...commands,
      sale('came and went', '2026-02-10', 10, { id: 'regretted' }),
      callOff('came and went', '2026-02-12', 'regretted'),
    ]
    const answer = churnRate(await period(cameAndWent, '2026-01-31', '2026-02-28', 28))
    expect(answer.churn).toEqual({ num: 20, den: 200, value: 0.1 })
  })
})

describe('a customer who comes back', () => {
  it('is no new one, and makes the formula differ from the sets', async () => {
    const commands = [
      sale('old', '2025-06-01', 10),
      sale('stays', '2026-01-20', 10),
      sale('stays', '2026-02-20', 10),
      sale('old', '2026-02-20', 10),
    ]
    const answer = retentionRate(await period(commands, '2026-01-31', '2026-02-28', 28))
    expect([answer.newCustomers, answer.reactivated, answer.reactivatedAtEnd]).toEqual([0, 1, 1])
    expect(answer.retention).toEqual({ num: 1, den: 1, value: 1 })
    expect(answer.byFormula).toEqual({ num: 2, den: 1, value: 2 })
  })
})

describe('the window of activity', () => {
  it('ends with the day itself and starts windowDays before it, that day left out', async () => {
    const commands = [sale('first day', '2026-01-04', 10), sale('too early', '2026-01-03', 10)]
    const answer = retentionRate(await period(commands, '2026-01-10', '2026-01-10', 7))
    expect([answer.startCustomers, answer.kept]).toEqual([1, 1])
  })

  it('is a whole number of days', async () => {
    const nothing = await period([], '2026-01-10', '2026-01-10', 0.5)
    expect(() => retentionRate(nothing)).toThrow('a window is a whole number of days, not 0.5')
  })
})

describe('a period', () => {
  it('without customers at its start has no rate', async () => {
    const empty = await period([], '2026-01-31', '2026-02-28', 28)
    expect(retentionRate(empty).retention).toEqual({ num: 0, den: 0, value: null })
    expect(churnRate(empty).churn).toEqual({ num: 0, den: 0, value: null })
  })

  it('does not run backwards', async () => {
    const backwards = await period([], '2026-02-28', '2026-01-31', 28)
    expect(() => churnRate(backwards)).toThrow(
      'a period that ends on 2026-01-31 does not start on 2026-02-28',
    )
  })

  it('counts an order at its start that is called off before its end', async () => {
    const commands = [
      sale('ada', '2026-01-20', 10, { id: 'one' }),
      callOff('ada', '2026-02-01', 'one'),
    ]
    const answer = churnRate(await period(commands, '2026-01-31', '2026-02-10', 28))
    expect([answer.startCustomers, answer.lost, answer.newCustomers]).toEqual([1, 1, 0])
  })
})

describe('customers recorded as gone', () => {
  const mark = (type: 'CustomerChurned' | 'CustomerReturned', id: string, on: string): Fact => {
    const about = { type, effectiveOn: civilDate(on), customerId: customerId(id) }
    return type === 'CustomerChurned'
      ? Object.assign(about, {
          changeId: changeId(on),
          kind: 'contractual',
          voluntary: true,
          rule: null,
          evidence: null,
        })
      : Object.assign(about, { changeId: changeId(on), rule: null, evidence: null })
  }
  const marks = known([
    mark('CustomerChurned', 'left', '2026-02-10'),
    mark('CustomerChurned', 'back again', '2026-01-05'),
    mark('CustomerReturned', 'back again', '2026-02-20'),
    mark('CustomerChurned', 'never bought', '2026-01-05'),
  ])
  const standingsAt = async (asOf: string): Promise<Rows<CustomerStanding>> => {
    const cuts = [{ asOf: civilDate(asOf) }]
    const [answer] = await replay(historyOf(marks), { customerStanding }, cuts, { guard: true })
    return answer?.rows.customerStanding ?? new Map()
  }

  it('reads back what the churn room writes', () => {
    for (const { body } of marks)
      expect(churnEvents.find(({ type }) => type === body.type)?.codec.is(body)).toBe(true)
  })

  it('stay returned where the earlier loss is learned later', async () => {
    const late = known([
      mark('CustomerReturned', 'ada', '2026-02-20'),
      mark('CustomerChurned', 'ada', '2026-01-05'),
    ])
    const cuts = [{ asOf: civilDate('2026-02-28') }]
    const [answer] = await replay(historyOf(late), { customerStanding }, cuts)
    expect(answer?.rows.customerStanding.get('ada')).toEqual({
      standing: { value: 'returned', since: '2026-02-20' },
    })
  })

  it('are active until then and from their return, however long they buy nothing', async () => {
    const commands = ['left', 'back again', 'silent'].map((id) => sale(id, '2025-01-01', 10))
    const question = {
      ...(await period(commands, '2026-01-31', '2026-02-28', 1)),
      activity: {
        kind: 'recorded',
        start: await standingsAt('2026-01-31'),
        end: await standingsAt('2026-02-28'),
      },
    } as const
    const answer = retentionRate(question)
    expect(answer.activity).toEqual({ kind: 'recorded' })
    expect([answer.startCustomers, answer.endCustomers, answer.kept]).toEqual([2, 2, 1])
    expect([answer.newCustomers, answer.reactivated]).toEqual([0, 1])
    const merged = retentionRate({ ...question, survivors: new Map([['left', 'silent']]) })
    expect(merged.retention).toEqual({ num: 1, den: 1, value: 1 })
  })

  it('are gone under every id that was merged into theirs, unless they bought under it since', async () => {
    const answerFor = async (merged: string, on: string) => {
      const commands = [sale('left', '2025-01-01', 10), sale(merged, on, 10)]
      const { start, end } = await period(commands, '2026-01-31', '2026-02-28', 1)
      const standings = {
        start: await standingsAt('2026-01-31'),
        end: await standingsAt('2026-02-28'),
      }
      const survivors = new Map([[merged, 'left']])
      const activity = { kind: 'recorded', ...standings } as const
      const answer = churnRate({ start, end, activity, survivors })
      return [answer.startCustomers, answer.endCustomers, answer.lost]
    }
    expect(await answerFor('first name', '2025-06-01')).toEqual([1, 0, 1])
    expect(await answerFor('first name', '2026-02-11')).toEqual([1, 1, 0])
    // What was recorded of the id itself holds where it is the later.
    expect(await answerFor('back again', '2025-06-01')).toEqual([1, 1, 0])
  })
})
