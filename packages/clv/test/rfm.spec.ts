import { civilDate, currency } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { averageOrderValue, rfm, rfmSummary } from '../src/index.ts'
import { callOff, decided, sale } from '@tenure/testing/sales'
import { rowsAt } from './rows-at.ts'

const eur = currency('EUR')
const asOf = civilDate('2026-01-31')
const end = civilDate('2026-02-28')

const commands = [
  sale('ada', '2026-01-01', 100),
  sale('ada', '2026-01-11', 30, { id: 'morning' }),
  sale('ada', '2026-01-11', 12, { id: 'evening' }),
  sale('ada', '2026-01-12', 900, { in: 'USD' }),
  sale('ada', '2026-01-31', 0),
  sale('ada', '2026-02-01', 7),
  sale('__proto__', '2026-01-30', 5),
  sale('later', '2026-02-02', 5),
  sale(null, '2026-01-02', 3),
]

describe('customers at the end of a calibration', () => {
  it('are told by their days of purchase, one currency at a time', async () => {
    const rows = await rowsAt(decided(commands), asOf)
    const holdout = { end, rows: await rowsAt(decided(commands), end) }
    const answer = rfm(rows, { currency: eur, asOf, holdout })
    expect(answer.customers).toEqual([
      {
        customerId: '__proto__',
        firstOn: '2026-01-30',
        x: 0,
        txDays: 0,
        ageDays: 1,
        firstSpendMinor: 5,
        repeatSpendMinor: 0,
        zbarMinor: 0,
        xStar: 0,
        holdoutSpendMinor: 0,
      },
      {
        customerId: 'ada',
        firstOn: '2026-01-01',
        x: 2,
        txDays: 30,
        ageDays: 30,
        firstSpendMinor: 100,
        repeatSpendMinor: 42,
        zbarMinor: 21,
        xStar: 1,
        holdoutSpendMinor: 7,
      },
    ])
    expect(answer.excluded).toEqual({
      withoutCustomer: { orders: 1, netMinor: 3 },
      customersOfHoldoutOnly: 1,
      unexplained: { orders: 0, netMinor: 0 },
    })
  })

  it('have no holdout where none was asked for', async () => {
    const rows = await rowsAt(decided(commands), asOf)
    const answer = rfm(rows, { currency: eur, asOf })
    expect(answer.holdoutEnd).toBeNull()
    expect(
      answer.customers.map(({ xStar, holdoutSpendMinor }) => [xStar, holdoutSpendMinor]),
    ).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('keep an order that is called off in the holdout', async () => {
    const off = [sale('ada', '2026-01-01', 100, { id: 'one' }), callOff('ada', '2026-02-01', 'one')]
    const rows = await rowsAt(decided(off), asOf)
    const holdout = { end, rows: await rowsAt(decided(off), end) }
    const { customers } = rfm(rows, { currency: eur, asOf, holdout })
    expect(customers.map(({ firstSpendMinor, xStar }) => [firstSpendMinor, xStar])).toEqual([
      [100, 0],
    ])
    expect(rfm(holdout.rows, { currency: eur, asOf: end }).customers).toEqual([])
  })

  it('are one where they turned out to be one', async () => {
    const rows = await rowsAt(decided(commands), asOf)
    const survivors = new Map([['ada', '__proto__']])
    const { customers } = rfm(rows, { currency: eur, asOf, survivors })
    expect(customers.map(({ customerId, x }) => [customerId, x])).toEqual([['__proto__', 3]])
  })

  it('are not read from the rows of a later day', async () => {
    const rows = await rowsAt(decided(commands), end)
    expect(() => rfm(rows, { currency: eur, asOf })).toThrow(
      'these rows hold a purchase of 2026-02-01: replay them with a cut as of 2026-01-31',
    )
  })
})

describe('the summary of nobody', () => {
  it('has means that are undefined and sums that are nothing', async () => {
    const summary = rfmSummary(rfm(new Map(), { currency: eur, asOf }), { orMoreFrom: 1 })
    expect(summary.repeatShare).toEqual({ num: 0, den: 0, value: null })
    expect(summary.meanRepeatSpend).toEqual({ num: 0, den: 0, value: null })
    expect(summary.frequencies).toEqual([
      { x: 0, orMore: false, customers: 0 },
      { x: 1, orMore: true, customers: 0 },
    ])
  })
})

describe('a cancellation whose order is not in the rows', () => {
  it('stands in no transaction, and is named as unexplained by every question of orders', async () => {
    const facts = decided([
      sale('ada', '2026-01-01', 100),
      sale('ada', '2026-01-03', 40, { id: 'lost' }),
      callOff('ada', '2026-01-04', 'lost'),
    ]).filter(({ body }) => body.effectiveOn !== '2026-01-03')
    const rows = await rowsAt(facts, asOf)
    const unexplained = { orders: -1, netMinor: -40 }
    expect(rfm(rows, { currency: eur, asOf }).excluded.unexplained).toEqual(unexplained)
    expect(averageOrderValue(rows, { currency: eur, asOf, after: null })).toMatchObject({
      orders: 1,
      netMinor: 100,
      excluded: { unexplained },
    })
  })
})
