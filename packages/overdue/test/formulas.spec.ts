import { ratio } from '@tenure/projection'
import { civilDate } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { cei, collectionEffectiveness, countback, dso } from '../src/index.ts'
import { applied, opened, received, rowsOn } from './facts.ts'

describe('days sales outstanding', () => {
  // Source: mesha, "How to calculate DSO": 150,000 over 1,800,000 a year is 30.4 days.
  it('is receivables over sales, times the days', () => {
    expect(ratio(150_000, 1_800_000, 365).value).toBeCloseTo(30.4, 1)
  })

  it('is unknown, not infinite, where nothing was sold', () => {
    expect(ratio(150_000, 0, 365)).toEqual({ num: 150_000, den: 0, value: null })
  })

  // Source: creditguru, "DSO": 15,000 of which 4,000 are current, sales of 10,000 in 30 days.
  it('splits into what is best possible and what is delinquent: 45, 12 and 33 days', async () => {
    const asOf = civilDate('2026-03-31')
    const rows = await rowsOn(asOf, [
      opened('2026-01-15', 'old', [{ amount: 5_000, due: '2026-02-14' }]),
      opened('2026-03-10', 'late', [{ amount: 6_000, due: '2026-03-20' }]),
      opened('2026-03-20', 'current', [{ amount: 4_000, due: '2026-04-19' }]),
    ])
    const [answer] = dso(rows, { asOf, days: 30 })
    expect(answer).toMatchObject({
      asOf,
      currency: 'EUR',
      days: 30,
      simple: { num: 15_000, den: 10_000, value: 45 },
      bestPossible: { num: 4_000, den: 10_000, value: 12 },
      averageDaysDelinquent: { num: 11_000, den: 10_000, value: 33 },
    })
  })
})

describe('days sales outstanding by counting back', () => {
  const sales = [100_000, 80_000, 70_000]
  const months = (days: ReadonlyArray<number>) =>
    sales.map((salesMinor, index) => ({ salesMinor, days: days[index] ?? 0 }))

  // Source: domain 4, a published walk-through: 212,000 over March, February and January.
  it('is 73.71 days with months of 30 days', () => {
    expect(countback(212_000, months([30, 30, 30]))).toBeCloseTo(73.71, 2)
  })

  it('is 73.17 days with the days of the calendar', async () => {
    expect(countback(212_000, months([31, 28, 31]))).toBeCloseTo(73.17, 2)
    const asOf = civilDate('2026-03-31')
    const rows = await rowsOn(asOf, [
      opened('2026-01-10', 'january', [{ amount: 70_000, due: '2026-02-10' }]),
      opened('2026-02-10', 'february', [{ amount: 80_000, due: '2026-03-10' }]),
      opened('2026-03-10', 'march', [{ amount: 100_000, due: '2026-04-10' }]),
      received('2026-03-11', 'cash', 38_000),
      applied('2026-03-11', 'cash', 'january', 38_000),
    ])
    expect(dso(rows, { asOf })[0]?.countbackDays).toBeCloseTo(73.17, 2)
  })

  it('counts the days of a month without sales, too', async () => {
    const asOf = civilDate('2026-04-15')
    const rows = await rowsOn(asOf, [
      opened('2026-01-10', 'january', [{ amount: 100, due: '2026-02-10' }]),
      received('2026-01-20', 'cash', 50),
      applied('2026-01-20', 'cash', 'january', 50),
    ])
    // 15 days of April, 31 of March, 28 of February, and half of January.
    expect(dso(rows, { asOf })[0]?.countbackDays).toBe(15 + 31 + 28 + 15.5)
  })

  it('is unknown where the balance reaches beyond the sales that are known', () => {
    expect(countback(250_001, months([31, 28, 31]))).toBeNull()
    expect(countback(250_000, months([31, 28, 31]))).toBe(90)
  })

  it('is no day at all where nothing is open', () => {
    expect(countback(0, [])).toBe(0)
  })
})

describe('the collection effectiveness index', () => {
  // Source: creditguru, "CEI": a quarter with N = 3, and the same quarter taken as one.
  const quarter = {
    beginningMinor: 6_200,
    salesMinor: 10_890,
    endTotalMinor: 6_340,
    endCurrentMinor: 3_590,
  }

  it('is 55.93 % where sales are spread over three months, 79.63 % where they are not', () => {
    expect(collectionEffectiveness(quarter, 3).value).toBeCloseTo(55.93, 2)
    expect(collectionEffectiveness(quarter).value).toBeCloseTo(79.63, 2)
  })

  // Source: Gaviti, "CEI": 980 collected of 1,000 that could be.
  it('is 98 % where 980 of 1,000 came in', () => {
    const input = { beginningMinor: 400, salesMinor: 700, endTotalMinor: 120, endCurrentMinor: 100 }
    expect(collectionEffectiveness(input)).toEqual({ num: 980, den: 1_000, value: 98 })
  })

  it('is unknown where there was nothing to collect', () => {
    const nothing = { beginningMinor: 0, salesMinor: 5, endTotalMinor: 5, endCurrentMinor: 5 }
    expect(collectionEffectiveness(nothing).value).toBeNull()
  })

  it('takes its beginning from the ledger, as of the day before the period', async () => {
    const rows = await rowsOn(civilDate('2026-02-28'), [
      opened('2026-01-10', 'a', [{ amount: 400, due: '2026-01-31' }]),
      opened('2026-02-10', 'b', [{ amount: 700, due: '2026-03-10' }]),
      received('2026-02-11', 'cash', 980),
      applied('2026-02-11', 'cash', 'a', 380),
      applied('2026-02-11', 'cash', 'b', 600),
    ])
    const [answer] = cei(rows, { from: civilDate('2026-02-01'), to: civilDate('2026-02-28') })
    expect(answer).toMatchObject({
      beginningMinor: 400,
      salesMinor: 700,
      endTotalMinor: 120,
      endCurrentMinor: 100,
      index: { num: 980, den: 1_000, value: 98 },
    })
  })
})
