import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { civilDayBetween } from '@tenure/testing/arbitraries'
import { paymentBehaviour, type BehaviourRule, type DueItem } from '../src/customer/index.ts'
import {
  addDays,
  civilDate,
  daysBetween,
  itemId,
  text,
  type CivilDate,
} from '../src/shared/index.ts'

/** On time with two days of grace; prompt from 80 %, slow from 50 %; a trend by the newest three. */
const rule: BehaviourRule = {
  ruleId: text('own'),
  version: 1,
  graceDays: 2,
  leastItems: 2,
  promptFromBasisPoints: 8000,
  slowFromBasisPoints: 5000,
  recentItems: 3,
  trendBasisPoints: 2000,
}
const asOf = civilDate('2024-06-30')
/** One item a month, paid so many days after its due day; undefined: not paid. */
const paid = (...daysAfter: ReadonlyArray<number | undefined>): ReadonlyArray<DueItem> =>
  daysAfter.map((days, index) => {
    const dueOn = addDays(civilDate('2024-01-10'), index * 10)
    return {
      itemId: itemId(`I-${index}`),
      instalment: 1,
      dueOn,
      paidOn: days === undefined ? null : addDays(dueOn, days),
    }
  })
const behaviour = (items: ReadonlyArray<DueItem>, on: CivilDate = asOf, under = rule) =>
  paymentBehaviour(items, under, on)

describe('how a customer pays', () => {
  it('is counted in items on time, days late, a class and a trend', () => {
    expect(behaviour(paid(0, 2, 3, -5, 20))).toEqual({
      judged: 5,
      onTime: 3,
      daysLate: 25,
      recent: [false, true, false],
      paymentClass: 'slow',
      trend: 'worsening',
    })
  })

  it('is of a class by the share on time: at a bound the better one holds', () => {
    const classes = [paid(0, 0, 0, 0, 9), paid(0, 0, 0, 9), paid(0, 9), paid(0, 9, 9), paid(0)]
    expect(classes.map((items) => behaviour(items).paymentClass)).toEqual([
      'prompt',
      'slow',
      'slow',
      'poor',
      'unknown',
    ])
  })

  it('has a trend where the newest differ enough from all before', () => {
    const trends = [paid(9, 9, 0, 0, 0), paid(0, 0, 9, 9, 9), paid(0, 0, 0, 0, 0), paid(0, 0, 0)]
    expect(trends.map((items) => behaviour(items).trend)).toEqual([
      'improving',
      'worsening',
      'steady',
      'unknown',
    ])
  })

  it('has a trend at the bound exactly: all of three against four of five', () => {
    expect(behaviour(paid(9, 0, 0, 0, 0, 0, 0, 0)).trend).toBe('improving')
    expect(behaviour(paid(9, 0, 0, 0, 0, 0, 0, 0, 0)).trend).toBe('steady')
  })

  it('judges what is unpaid once its grace has passed, and knows no payment of a later day', () => {
    const [item] = paid(30)
    if (item === undefined) throw new Error('no item')
    const days = ['2024-01-12', '2024-01-13', '2024-02-08', '2024-02-09', '2024-03-01'] as const
    expect(
      days.map((day) => {
        const { judged, onTime, daysLate } = behaviour([item], civilDate(day))
        return [judged, onTime, daysLate]
      }),
    ).toEqual([
      [0, 0, 0],
      [1, 0, 3],
      [1, 0, 29],
      [1, 0, 30],
      [1, 0, 30],
    ])
  })
})

describe('how a customer pays, at the bounds of a rule,', () => {
  it('is unknown of whom nothing was due', () => {
    expect(behaviour([])).toEqual({
      judged: 0,
      onTime: 0,
      daysLate: 0,
      recent: [],
      paymentClass: 'unknown',
      trend: 'unknown',
    })
  })

  it('counts a payment on the day it is made', () => {
    const { judged, onTime } = behaviour(paid(0), civilDate('2024-01-10'))
    expect([judged, onTime]).toEqual([1, 1])
  })

  it('is of the lower class by the smallest part of a share: two of three are less than 66.67 %', () => {
    const strict = (promptFromBasisPoints: number, slowFromBasisPoints: number) =>
      behaviour(paid(0, 0, 9), asOf, { ...rule, promptFromBasisPoints, slowFromBasisPoints })
    expect([strict(6666, 5000), strict(6667, 5000), strict(9000, 6667)]).toMatchObject([
      { paymentClass: 'prompt' },
      { paymentClass: 'slow' },
      { paymentClass: 'poor' },
    ])
  })

  it('has a trend by one item against one', () => {
    const newest = { ...rule, recentItems: 1 }
    const trends = [paid(9, 0), paid(0, 9), paid(0, 0), paid(0)]
    expect(trends.map((items) => behaviour(items, asOf, newest).trend)).toEqual([
      'improving',
      'worsening',
      'steady',
      'unknown',
    ])
  })

  it('is steady by the smallest part of a difference: two of three after none are less than 66.67 %', () => {
    const by = (trendBasisPoints: number) =>
      behaviour(paid(9, 0, 0, 9), asOf, { ...rule, trendBasisPoints }).trend
    expect([by(6666), by(6667)]).toEqual(['improving', 'steady'])
  })

  it('takes the newest by due day, and of one day by item and by instalment', () => {
    const one = (id: string, instalment: number, dueOn: string, days: number): DueItem => ({
      itemId: itemId(id),
      instalment,
      dueOn: civilDate(dueOn),
      paidOn: addDays(civilDate(dueOn), days),
    })
    const inOrder = [
      one('z', 1, '2024-01-10', 9),
      one('a', 1, '2024-02-10', 0),
      one('a', 2, '2024-02-10', 9),
      one('b', 1, '2024-02-10', 0),
      one('c', 1, '2024-02-10', 9),
    ]
    const wide = { ...rule, recentItems: 9 }
    for (const items of [
      inOrder,
      inOrder.toReversed(),
      [...inOrder.slice(2), ...inOrder.slice(0, 2)],
    ])
      expect(behaviour(items, asOf, wide).recent).toEqual([false, true, false, true, false])
  })
})

describe('the counts of how a customer pays', () => {
  const item: fc.Arbitrary<DueItem> = fc
    .record({
      itemId: fc.constantFrom('a', 'b', '__proto__').map(itemId),
      instalment: fc.nat({ max: 3 }),
      dueOn: civilDayBetween('2024-01-01', '2024-03-01'),
      days: fc.option(fc.integer({ min: -5, max: 40 }), { nil: null }),
    })
    .map(({ days, ...rest }) => ({
      ...rest,
      paidOn: days === null ? null : addDays(rest.dueOn, days),
    }))
  const items = fc.uniqueArray(item, {
    maxLength: 12,
    selector: ({ itemId: id, instalment }) => JSON.stringify([id, instalment]),
  })
  const day = civilDayBetween('2024-01-01', '2024-04-15')

  it('are what counting by hand gives, in whatever order the items come [1-40]', () => {
    fc.assert(
      fc.property(
        items.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        day,
        ([all, shuffled], on) => {
          const found = paymentBehaviour(shuffled, rule, on)
          const isPaid = ({ paidOn }: DueItem) => paidOn !== null && paidOn <= on
          const judged = all.filter((one) => isPaid(one) || daysBetween(one.dueOn, on) > 2)
          const inTime = judged.filter(
            ({ paidOn, dueOn }) =>
              paidOn !== null && paidOn <= on && daysBetween(dueOn, paidOn) <= 2,
          )
          const late = judged.map((one) =>
            Math.max(0, daysBetween(one.dueOn, isPaid(one) ? (one.paidOn ?? on) : on)),
          )
          expect([found.judged, found.onTime]).toEqual([judged.length, inTime.length])
          expect(found.daysLate).toBe(late.reduce((sum, days) => sum + days, 0))
          expect(found).toEqual(paymentBehaviour(all, rule, on))
        },
      ),
      { numRuns: runs(100) },
    )
  })
})
