import { civilDate } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { monthlyCohorts, type Maturity } from '../src/index.ts'
import { callOff, decided, sale } from '@tenure/testing/sales'
import { rowsAt } from './rows-at.ts'

const asked = async (
  commands: Parameters<typeof decided>[0],
  asOf: string,
  maturity: Maturity,
  survivors: ReadonlyMap<string, string> = new Map(),
) =>
  monthlyCohorts(await rowsAt(decided(commands), asOf), {
    asOf: civilDate(asOf),
    maturity,
    survivors,
  })

const shop = [
  sale('ada', '2026-01-10', 1000),
  sale('bo', '2026-01-31', 500),
  sale('ada', '2026-02-01', 300, { in: 'JPY' }),
  sale('ada', '2026-03-05', 200),
  sale('bo', '2026-03-06', 0),
  sale('bo', '2026-03-06', 70),
  sale('cyd', '2026-02-14', 900),
  sale(null, '2026-02-14', 4),
]

describe('a shop asked in the middle of its third month', () => {
  it('shows what was observed, and marks the month that is not over', async () => {
    const { cohorts, lastMonth } = await asked(shop, '2026-03-15', 'observed')
    expect(lastMonth).toBe('2026-03')
    expect(cohorts.map(({ month, customers }) => [month, customers])).toEqual([
      ['2026-01', 2],
      ['2026-02', 1],
    ])
    expect(cohorts[0]?.cells[2]).toEqual({
      month: '2026-03',
      age: 2,
      complete: false,
      active: 2,
      retention: { num: 2, den: 2, value: 1 },
      orders: 3,
      rollingActive: 2,
      rollingRetention: { num: 2, den: 2, value: 1 },
      revenue: [
        {
          currency: 'EUR',
          revenueMinor: 270,
          cumulativeRevenueMinor: 1770,
          cumulativePerCustomer: { num: 1770, den: 2, value: 885 },
        },
        {
          currency: 'JPY',
          revenueMinor: 0,
          cumulativeRevenueMinor: 300,
          cumulativePerCustomer: { num: 300, den: 2, value: 150 },
        },
      ],
    })
    expect(cohorts[0]?.cells.map(({ complete }) => complete)).toEqual([true, true, false])
  })

  it('leaves the unfinished month out of everything where finished ones are asked for', async () => {
    const { cohorts, lastMonth, excluded } = await asked(shop, '2026-03-15', 'complete')
    expect(lastMonth).toBe('2026-02')
    expect(cohorts[0]?.cells.map(({ active }) => active)).toEqual([2, 1])
    expect(cohorts[0]?.cells.map(({ rollingActive }) => rollingActive)).toEqual([2, 1])
    expect(excluded).toEqual({
      withoutCustomer: { orders: 1, net: [{ currency: 'EUR', netMinor: 4 }] },
      unexplained: { orders: 0, net: [] },
      afterLastMonth: { orders: 3, net: [{ currency: 'EUR', netMinor: 270 }] },
    })
  })

  it('gives the same table either way once the month is over', async () => {
    const observed = await asked(shop, '2026-03-31', 'observed')
    const complete = await asked(shop, '2026-03-31', 'complete')
    expect({ ...observed, maturity: 'complete' }).toEqual(complete)
    expect(complete.lastMonth).toBe('2026-03')
  })

  it('pools each age over the cohorts that have reached it', async () => {
    const { weightedRetention } = await asked(shop, '2026-03-15', 'observed')
    expect(weightedRetention).toEqual([
      { age: 0, complete: true, retention: { num: 3, den: 3, value: 1 } },
      { age: 1, complete: false, retention: { num: 1, den: 3, value: 1 / 3 } },
      { age: 2, complete: false, retention: { num: 2, den: 2, value: 1 } },
    ])
  })

  it('accounts for its growth: who was new, stayed, came back and left', async () => {
    const { growth } = await asked(shop, '2026-03-15', 'observed')
    expect(growth).toEqual([
      {
        month: '2026-01',
        complete: true,
        active: 2,
        new: 2,
        retained: 0,
        resurrected: 0,
        churned: 0,
      },
      {
        month: '2026-02',
        complete: true,
        active: 2,
        new: 1,
        retained: 1,
        resurrected: 0,
        churned: 1,
      },
      {
        month: '2026-03',
        complete: false,
        active: 2,
        new: 0,
        retained: 1,
        resurrected: 1,
        churned: 1,
      },
    ])
  })

  it('turns down rows of a later day, naming the day', async () => {
    const later = await rowsAt(decided(shop), '2026-03-15')
    const question = { asOf: civilDate('2026-02-28'), maturity: 'observed' } as const
    expect(() => monthlyCohorts(later, question)).toThrow(
      'these rows hold a purchase of 2026-03-05: replay them with a cut as of 2026-02-28',
    )
  })

  it('knows no month before its first sale', async () => {
    const { cohorts, growth, weightedRetention, customers } = await asked(
      shop,
      '2025-12-31',
      'complete',
    )
    expect({ cohorts, growth, weightedRetention, customers }).toEqual({
      cohorts: [],
      growth: [],
      weightedRetention: [],
      customers: 0,
    })
  })
})

describe('an order that is called off', () => {
  const off = [
    sale('ada', '2026-01-10', 1000, { id: 'first' }),
    sale('ada', '2026-02-10', 400, { id: 'second' }),
    callOff('ada', '2026-03-01', 'first'),
  ]

  it('counts until the day on which it is called off', async () => {
    const { cohorts } = await asked(off, '2026-02-28', 'complete')
    expect(cohorts.map(({ month, customers }) => [month, customers])).toEqual([['2026-01', 1]])
  })

  it('is no purchase from then on: the customer came with the next order', async () => {
    const { cohorts, excluded } = await asked(off, '2026-03-01', 'complete')
    expect(cohorts.map(({ month, cells }) => [month, cells[0]?.revenue[0]?.revenueMinor])).toEqual([
      ['2026-02', 400],
    ])
    expect(excluded.unexplained).toEqual({ orders: 0, net: [] })
  })

  it('stands as unexplained where only the cancellation is seen', async () => {
    const onlyThat = decided(off).filter(({ body }) => body.type === 'OrderCancelled')
    const { cohorts, excluded } = monthlyCohorts(await rowsAt(onlyThat, '2026-03-01'), {
      asOf: civilDate('2026-03-01'),
      maturity: 'observed',
    })
    expect(cohorts).toEqual([])
    expect(excluded.unexplained).toEqual({
      orders: -1,
      net: [{ currency: 'EUR', netMinor: -1000 }],
    })
  })
})

describe('a customer who turned out to be two', () => {
  it('belongs to the cohort of the first purchase of both', async () => {
    const two = [sale('__proto__', '2026-01-10', 100), sale('ada', '2026-02-10', 30)]
    const { cohorts } = await asked(two, '2026-02-28', 'complete', new Map([['ada', '__proto__']]))
    expect(cohorts.map(({ month, cells }) => [month, cells.map(({ active }) => active)])).toEqual([
      ['2026-01', [1, 1]],
    ])
  })
})
