import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { acceptOrKeep } from '@tenure/testing'
import { openLines, reminderPolicy } from '@tenure/testing/arbitraries'
import {
  collectionsRoom,
  dueStep,
  type CollectionsCommand,
  type CollectionsEvent,
  type OpenLine,
  type ReminderPolicy,
} from '../src/collections/index.ts'
import { addDays, civilDate, fold, type CivilDate } from '../src/shared/index.ts'
import { channels, dispute, on } from './collections-words.ts'

// Timers carry no state: they ask what is due on a day, and the answer hangs on the day alone.

const start = civilDate('2024-01-10')
const horizon = 160
const accept = acceptOrKeep(collectionsRoom)
type History = ReadonlyArray<CollectionsEvent>

interface World {
  readonly policy: ReminderPolicy
  readonly items: ReadonlyArray<OpenLine>
  /** Facts that arrive before the evaluation of their day. */
  readonly facts: ReadonlyMap<number, CollectionsCommand>
}

/** What a timer does: asks what is due, and runs that step. */
const evaluate = (history: History, { policy, items }: World, day: CivilDate): History => {
  const due = dueStep(policy, fold(collectionsRoom.decider, history), { items, channels }, day)
  if (due.type !== 'Due' && due.type !== 'NothingToAsk') return history
  return accept(history, {
    type: 'RunStep',
    ...on(day),
    policy,
    stepId: due.stepId,
    items,
    channels,
  })
}

/** A life of the world, looked at so many times on each of its days; none on some. */
const live = (world: World, timesOn: (day: number) => number): History => {
  let history: History = []
  for (let day = 0; day < horizon; day += 1) {
    const fact = world.facts.get(day)
    if (fact !== undefined) history = accept(history, fact)
    for (let time = 0; time < timesOn(day); time += 1)
      history = evaluate(history, world, addDays(start, day))
  }
  return history
}

const sentSteps = (history: History): ReadonlyMap<string, CivilDate> =>
  new Map(
    history
      .filter((event) => event.type === 'ReminderSent')
      .map(({ cycle, stepId, effectiveOn }) => [`${cycle} ${stepId}`, effectiveOn]),
  )

const world: fc.Arbitrary<World> = fc
  .record({ policy: reminderPolicy, items: openLines, raisedOn: fc.nat(50), forDays: fc.nat(20) })
  .map(({ policy, items, raisedOn, forDays }) => {
    const [item] = items
    const raised: CollectionsCommand = {
      ...dispute(addDays(start, raisedOn), 60, item?.itemId ?? 'none'),
      openMinor: dispute('2024-01-10', 60).amountMinor,
    }
    const resolved: CollectionsCommand = {
      type: 'ResolveDispute',
      ...on(addDays(start, raisedOn + forDays + 1)),
      disputeId: raised.disputeId,
      outcome: 'rejected',
    }
    const facts = new Map<number, CollectionsCommand>([
      [raisedOn, raised],
      [raisedOn + forDays + 1, resolved],
    ])
    return { policy, items, facts }
  })

describe('for debts that stay open, with a dispute that comes and goes,', () => {
  it('asking every hour sends what asking every day sends, event by event [inv 23]', () => {
    fc.assert(
      fc.property(world, (given) => {
        expect(live(given, () => 24)).toEqual(live(given, () => 1))
      }),
      { numRuns: runs(10) },
    )
  })

  it('asking with gaps sends the same steps, none earlier, and all of them in the end [inv 23] [edge 48]', () => {
    const gaps = fc.array(fc.boolean(), { minLength: 90, maxLength: 90 })
    fc.assert(
      fc.property(world, gaps, (given, asked) => {
        const daily = sentSteps(live(given, () => 1))
        const gappy = sentSteps(live(given, (day) => ((asked[day] ?? true) ? 1 : 0)))
        expect([...gappy.keys()]).toEqual([...daily.keys()])
        for (const [step, day] of gappy) expect(day >= (daily.get(step) ?? day)).toBe(true)
      }),
      { numRuns: runs(60) },
    )
  })

  it('one look sends one step at most [inv 23]', () => {
    fc.assert(
      fc.property(world, fc.nat(horizon - 1), (given, day) => {
        const sent = live(given, (today) => (today === day ? 1 : 0)).filter(
          ({ type }) => type === 'ReminderSent',
        )
        expect(sent.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: runs(60) },
    )
  })
})
