import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { runs } from '@tenure/house-rules/runs'
import { tradePolicies } from '../src/policies/index.ts'
import { addDays, type CivilDate } from '../src/shared/index.ts'
import { ada, twice } from './policies-words.ts'
import { daysOf, lifeRules, live, plainLife, wholeLife } from './policies-life.ts'
import { looksAfter } from './policies-silences.ts'

const daily = (): number => 1

/** What the customer was sent, with the day. */
const stepsOf = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'ReminderSent' || event.type === 'StepDue'
      ? [[event.type, event.cycle, event.stepId, event.effectiveOn]]
      : [],
  )
/** What was sent in each case, and of which bills it spoke. */
const remindersOf = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'ReminderSent'
      ? [
          {
            step: [event.cycle, event.stepId],
            items: JSON.stringify(event.items.map(({ itemId }) => itemId).toSorted()),
          },
        ]
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
        expect(stepsOf(hourly)).toEqual(stepsOf(once))
        expect(feesOf(hourly)).toEqual(feesOf(once))
        expect(refusedByRooms(hourly)).toEqual([])
      }),
      { numRuns: runs(10) },
    )
  })

  // The steps are eleven days apart or more, and each finds a look before the next thing happens: somebody
  // looks on the eve of it. A step that is
  // late may speak of a bill that was not due enough on its day; then the two share a case that would else have
  // been two, and what follows differs. What one bill at a time does is in policies-silence.prop.spec.ts.
  it('sends the same steps and fees after silences, up to one that being late speaks of a bill more [inv 23]', () => {
    let same = 0
    const tenDays = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(plainLife, tenDays, (life, gaps) => {
        const days = daysOf(life)
        const looks = new Set(looksAfter(gaps, 800))
        const everyDay = live(life, daily)
        const isLooked = (on: CivilDate): boolean =>
          looks.has(on) || days.has(on) || days.has(addDays(on, 1))
        const silent = live(life, (on) => (isLooked(on) ? 1 : 0))
        const [all, late] = [remindersOf(everyDay), remindersOf(silent)]
        const speaksOfMore = late.findIndex(({ items }, at) => items !== all[at]?.items)
        const until = speaksOfMore === -1 ? undefined : speaksOfMore + 1
        const stepsUntil = (reminders: typeof all) =>
          reminders.slice(0, until).map(({ step }) => step)
        expect(stepsUntil(late)).toEqual(stepsUntil(all))
        expect(refusedByRooms(silent)).toEqual([])
        if (speaksOfMore !== -1) return
        same += 1
        expect(feesOf(silent).toSorted()).toEqual(feesOf(everyDay).toSorted())
      }),
      { numRuns: runs(40) },
    )
    expect(same).toBeGreaterThan(0)
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
