import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { runs } from '@tenure/house-rules/runs'
import { tradePolicies } from '../src/policies/index.ts'
import { addDays, dayNumber, type CivilDate } from '../src/shared/index.ts'
import { ada, twice } from './policies-words.ts'
import { daysOf, lifeRules, live, plainLife, unstoppedRules, wholeLife } from './policies-life.ts'

const daily = (): number => 1

/** What the customer was sent and charged, with the day; without it where days may differ. */
const stepsOf = (world: World, withDay: boolean) =>
  world.log.flatMap(({ event }) =>
    event.type === 'ReminderSent' || event.type === 'StepDue'
      ? [[event.type, event.cycle, event.stepId, withDay ? event.effectiveOn : null]]
      : [],
  )
const feesOf = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'LateFeeAssessed'
      ? [[event.itemId, event.index, event.effectiveOn, event.amountMinor]]
      : [],
  )
const refusedByRooms = (world: World) => world.turnedDown.filter(({ given }) => 'key' in given)

/** Whether any policy says that it could have something to say by this day. */
const isHinted = (on: CivilDate, world: World | undefined): number => {
  const dossier = world?.dossier(ada)
  if (dossier === undefined) return 1
  return tradePolicies.some(({ due, next }) => {
    if (due === undefined) return false
    if (next === undefined) return true
    const hint = next(addDays(on, -1), dossier, lifeRules)
    return hint !== null && hint <= on
  })
    ? 1
    : 0
}

describe('whoever looks at what is due', () => {
  it('sends the same steps and fees on the same days, hourly and daily [inv 23]', () => {
    fc.assert(
      fc.property(wholeLife, (life) => {
        const once = live(life, daily)
        const hourly = live(life, () => 24)
        expect(stepsOf(hourly, true)).toEqual(stepsOf(once, true))
        expect(feesOf(hourly)).toEqual(feesOf(once))
        expect(refusedByRooms(hourly)).toEqual([])
      }),
      { numRuns: runs(10) },
    )
  })

  it('sends the same steps and fees, some later, after random days of silence [inv 23]', () => {
    fc.assert(
      fc.property(plainLife, fc.integer({ min: 1, max: 1_000_000 }), (life, seed) => {
        const days = daysOf(life)
        // At most three days of silence, and never on a day on which something happens.
        const awake = (on: CivilDate): boolean =>
          days.has(on) || dayNumber(on) % 4 === 0 || (dayNumber(on) * seed) % 7 === 1
        const once = live(life, daily, unstoppedRules)
        const seldom = live(life, (on) => (awake(on) ? 1 : 0), unstoppedRules)
        expect(stepsOf(seldom, false)).toEqual(stepsOf(once, false))
        expect(feesOf(seldom).toSorted()).toEqual(feesOf(once).toSorted())
        expect(refusedByRooms(seldom)).toEqual([])
      }),
      { numRuns: runs(30) },
    )
  })

  it('may sleep until the day that the policies name, and finds the same facts', () => {
    fc.assert(
      fc.property(wholeLife, (life) => {
        const facts = (world: World) => world.log.map(({ event }) => event)
        expect(facts(live(life, isHinted))).toEqual(facts(live(life, daily)))
      }),
      { numRuns: runs(20) },
    )
  })

  it('finds nothing new where every fact of a life is delivered again', () => {
    fc.assert(
      fc.property(wholeLife, (life) => {
        const world = live(life, daily)
        expect(twice(world)).toEqual([])
        expect(refusedByRooms(world)).toEqual([])
      }),
      { numRuns: runs(30) },
    )
  })
})
