import { runs } from '@tenure/house-rules/runs'
import { civilDate, type CivilDate } from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { churnRate, retentionRate } from '../src/index.ts'
import { rowsAt } from './rows-at.ts'
import { partOf, purchases, someDay } from '@tenure/testing/sales'
import { mustBeFinite } from './must-be-finite.ts'

const numRuns = runs(60)

describe('for every period', () => {
  const asked = fc.tuple(purchases, fc.tuple(someDay, someDay), fc.integer({ min: 1, max: 60 }))
  const periodOf = async (
    facts: ReadonlyArray<Known>,
    days: readonly [CivilDate, CivilDate],
    windowDays: number,
  ) => {
    const [from = civilDate('2026-01-01'), to = from] = days.toSorted()
    return {
      start: { asOf: from, rows: await rowsAt(facts, from) },
      end: { asOf: to, rows: await rowsAt(facts, to) },
      activity: { kind: 'window', windowDays },
    } as const
  }

  it('those who stayed and those who left are all who were there, and the shares add up to one [inv 30]', () =>
    fc.assert(
      fc.asyncProperty(asked, async ([facts, days, windowDays]) => {
        const question = await periodOf(facts, days, windowDays)
        const { kept, lost, startCustomers, endCustomers, ...answer } = retentionRate(question)
        expect(kept + lost).toBe(startCustomers)
        expect(kept + answer.newAtEnd + answer.reactivatedAtEnd).toBe(endCustomers)
        expect(answer.newAtEnd).toBeLessThanOrEqual(answer.newCustomers)
        expect(answer.reactivatedAtEnd).toBeLessThanOrEqual(answer.reactivated)
        const { churn } = churnRate(question)
        if (startCustomers === 0)
          expect([answer.retention.value, churn.value]).toEqual([null, null])
        else expect((answer.retention.value ?? 0) + (churn.value ?? 0)).toBeCloseTo(1, 12)
      }),
      { numRuns },
    ))

  it('the formula equals the sets exactly where the newcomers are the new customers', () =>
    fc.assert(
      fc.asyncProperty(asked, async ([facts, days, windowDays]) => {
        const answer = retentionRate(await periodOf(facts, days, windowDays))
        const newcomers = answer.newAtEnd + answer.reactivatedAtEnd
        expect(answer.byFormula.num === answer.retention.num).toBe(
          answer.newCustomers === newcomers,
        )
      }),
      { numRuns },
    ))

  it('of any part of a history, the answer holds no NaN and no infinity', () =>
    fc.assert(
      fc.asyncProperty(
        partOf(purchases),
        fc.tuple(someDay, someDay),
        fc.integer({ min: 1, max: 60 }),
        async (facts, days, windowDays) =>
          mustBeFinite(retentionRate(await periodOf(facts, days, windowDays))),
      ),
      { numRuns },
    ))
})
