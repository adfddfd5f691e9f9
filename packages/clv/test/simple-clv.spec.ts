import { ratio } from '@tenure/projection'
import { civilDate, currency } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { averageOrderValue, purchaseFrequency, simpleClv, type Lifespan } from '../src/index.ts'
import { callOff, decided, reopen, sale } from '@tenure/testing/sales'
import { rowsAt } from './rows-at.ts'

const eur = currency('EUR')
const asOf = civilDate('2026-12-31')

const worth = (lifespan: Lifespan, marginBasisPoints?: number) =>
  simpleClv({
    asOf,
    currency: eur,
    averageOrderValue: ratio(14_000, 2),
    frequency: ratio(3, 1),
    lifespan,
    ...(marginBasisPoints === undefined ? {} : { marginBasisPoints }),
  })

describe('a customer who orders for 70 three times a year and stays three years', () => {
  // Source: domain, requirement 1-11 (feverbee): 70 × 3 a year × 3 years = 630, and 30 % of it 189.
  it('is worth 630 of revenue [1-11] [0-33]', () => {
    const { revenueModelMinor, marginModelMinor } = worth({ kind: 'given', periods: 3 })
    expect([revenueModelMinor, marginModelMinor]).toEqual([63_000, null])
  })

  it('is worth 189 at a margin of 30 % [1-11]', () => {
    expect(worth({ kind: 'given', periods: 3 }, 3000).marginModelMinor).toBe(18_900)
  })

  it('is worth the same where the three years come from a churn of a third', () => {
    const answer = worth({ kind: 'fromChurn', churn: ratio(20, 60) })
    expect([answer.lifespanPeriods, answer.revenueModelMinor]).toEqual([3, 63_000])
  })
})

describe('a lifespan', () => {
  it('is not known where nobody was lost, or where nobody was there', () => {
    for (const churn of [ratio(0, 60), ratio(0, 0)]) {
      const answer = worth({ kind: 'fromChurn', churn }, 3000)
      expect([answer.lifespanPeriods, answer.revenueModelMinor, answer.marginModelMinor]).toEqual([
        null,
        null,
        null,
      ])
    }
  })

  it('is a number of periods', () => {
    expect(() => worth({ kind: 'given', periods: Number.NaN })).toThrow(
      'a lifespan is a number of periods, not NaN',
    )
  })
})

describe('a year of orders', () => {
  const commands = [
    sale('ada', '2025-12-31', 5000),
    sale('ada', '2026-01-01', 100, { id: 'one' }),
    sale('ada', '2026-01-01', 50, { id: 'two' }),
    sale('ada', '2026-07-01', 0),
    sale('bo', '2026-12-31', 250),
    sale('bo', '2026-12-31', 9, { in: 'USD' }),
    sale(null, '2026-03-01', 600),
  ]
  const question = { currency: eur, asOf, after: civilDate('2025-12-31') }

  it('has an average order, with those that name nobody [0-21]', async () => {
    const answer = averageOrderValue(await rowsAt(decided(commands), asOf), question)
    expect(answer.averageOrderValue).toEqual({ num: 1000, den: 5, value: 200 })
  })

  it('leaves out of its average what was called off, and counts it again once it is reopened [0-21]', async () => {
    const offAndOn = [
      ...commands,
      callOff('ada', '2026-02-01', 'one'),
      callOff('ada', '2026-02-01', 'two'),
      reopen('ada', '2026-02-05', 'two'),
    ]
    const answer = averageOrderValue(await rowsAt(decided(offAndOn), asOf), question)
    expect(answer.averageOrderValue).toEqual({ num: 900, den: 4, value: 225 })
  })

  it('has a frequency of named customers, for any unit of days', async () => {
    const rows = await rowsAt(decided(commands), asOf)
    const answer = purchaseFrequency(rows, { ...question, perDays: 730 })
    expect([answer.orders, answer.customers, answer.periodDays]).toEqual([4, 2, 365])
    expect(answer.ordersPerCustomer).toEqual({ num: 4, den: 2, value: 2 })
    expect(answer.frequency.value).toBe(4)
    expect(answer.excluded.withoutCustomer).toEqual({ orders: 1, netMinor: 600 })
  })

  it('starts with the first order of a named customer where no day is given', async () => {
    const rows = await rowsAt(decided(commands), asOf)
    const answer = purchaseFrequency(rows, { ...question, after: null, perDays: 365 })
    expect([answer.after, answer.periodDays, answer.orders]).toEqual(['2025-12-30', 366, 5])
  })

  it('has neither where nothing was ordered', () => {
    const none = { currency: eur, asOf, after: null }
    expect(averageOrderValue(new Map(), none).averageOrderValue.value).toBeNull()
    expect(purchaseFrequency(new Map(), { ...none, perDays: 365 }).frequency).toEqual({
      num: 0,
      den: 0,
      value: null,
    })
  })
})
