import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { acceptOrKeep } from '@tenure/testing'
import { civilDayBetween, reminderPolicy } from '@tenure/testing/arbitraries'
import {
  collectionsRoom,
  dueStep,
  type CollectionsEvent,
  type JudgePromise,
  type OpenLine,
  type ReminderPolicy,
} from '../src/collections/index.ts'
import {
  addDays,
  changeId,
  civilDate,
  fold,
  minorUnits,
  promiseId,
  type CivilDate,
} from '../src/shared/index.ts'
import { channels, line, on } from './collections-words.ts'

type History = ReadonlyArray<CollectionsEvent>

const accept = acceptOrKeep(collectionsRoom)
const start = civilDate('2024-01-10')
const stateOf = (history: History) => fold(collectionsRoom.decider, history)

/** Asks once a day what is due, and does it. */
const live = (
  policy: ReminderPolicy,
  items: ReadonlyArray<OpenLine>,
  from: number,
  to: number,
  past: History = [],
): History => {
  let history = past
  for (let day = from; day < to; day += 1) {
    const today = addDays(start, day)
    const due = dueStep(policy, stateOf(history), { items, channels }, today)
    if (due.type !== 'Due') continue
    const { stepId } = due
    history = accept(history, { type: 'RunStep', ...on(today), policy, stepId, items, channels })
  }
  return history
}

const world = fc.record({
  policy: reminderPolicy.map((policy) => ({ ...policy, onReopen: 'restart' as const })),
  dueOn: civilDayBetween('2024-01-15', '2024-02-05'),
  paidAfter: fc.integer({ min: 10, max: 90 }),
  opensAgainAfter: fc.integer({ min: 1, max: 60 }),
})

/** A debt of 100.00 that is asked for until it is paid and its case is closed. */
const settled = ({
  policy,
  dueOn,
  paidAfter,
}: typeof world extends fc.Arbitrary<infer W> ? W : never) => {
  const debt = line('INV-1', dueOn, 10_000)
  const dunned = live(policy, [debt], 0, paidAfter)
  const closing = { type: 'CloseCase' as const, ...on(addDays(start, paidAfter)), items: [] }
  return { debt, history: accept(dunned, { ...closing, cycle: stateOf(dunned).cycle }) }
}

describe('a debt that was asked for and paid', () => {
  it('has nothing due on any day after its case was closed [inv 25]', () => {
    fc.assert(
      fc.property(world, fc.nat(400), (given, later) => {
        const { history } = settled(given)
        const day = addDays(start, given.paidAfter + later)
        const due = dueStep(given.policy, stateOf(history), { items: [], channels }, day)
        expect(due).toEqual({ type: 'NothingOverdue', closes: null })
      }),
      { numRuns: runs(60) },
    )
  })

  it('is asked for from the first step of its own due day when it stands open again [inv 25]', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { debt, history } = settled(given)
        const day = addDays(start, given.paidAfter + given.opensAgainAfter)
        const [head] = given.policy.steps
        const dueFrom = addDays(debt.dueOn, head?.offsetDays ?? 0)
        const due = dueStep(given.policy, stateOf(history), { items: [debt], channels }, day)
        if (day < dueFrom) expect(due).toEqual({ type: 'NotDue', stepId: head?.stepId, dueFrom })
        else expect(due).toMatchObject({ type: 'Due', stepId: head?.stepId })
      }),
      { numRuns: runs(60) },
    )
  })

  it('is asked for by each step once, in order, before and after its due day [2-15] [inv 22]', () => {
    fc.assert(
      fc.property(world, (given) => {
        const debt = line('INV-1', given.dueOn, 10_000)
        const steps = live(given.policy, [debt], 0, 200).flatMap((event) =>
          event.type === 'ReminderSent' ? [event.stepId] : [],
        )
        expect(steps).toEqual(given.policy.steps.map(({ stepId }) => stepId))
      }),
      { numRuns: runs(30) },
    )
  })
})

const payments = fc.array(
  fc.record({
    receivedOn: civilDayBetween('2024-01-05', '2024-02-10'),
    amountMinor: fc.integer({ min: 1, max: 9_000 }).map(minorUnits),
  }),
  { maxLength: 5 },
)

const judgedAs = (history: History) =>
  history.flatMap(({ type }) =>
    type === 'PromiseKept' || type === 'PromisePartlyKept' || type === 'PromiseBroken'
      ? [type]
      : [],
  )

describe('a promise of 100.00', () => {
  const madeOn = civilDate('2024-01-15')
  const promised = (byOn: CivilDate): History =>
    accept([], {
      type: 'PromiseToPay',
      ...on(madeOn),
      promiseId: promiseId('P'),
      amountMinor: minorUnits(10_000),
      byOn,
      openMinor: minorUnits(10_000),
      rule: { graceDays: 3, maxPerCase: 1, maxDays: 30 },
    })

  it('is judged by the payments from its day to the end of its grace, and by nothing else [inv 35]', () => {
    fc.assert(
      fc.property(civilDayBetween('2024-01-15', '2024-01-31'), payments, (byOn, paid) => {
        const judge: JudgePromise = {
          type: 'JudgePromise',
          ...on('2024-03-01'),
          changeId: changeId('J'),
          promiseId: promiseId('P'),
          payments: paid,
        }
        const received = paid
          .filter(({ receivedOn }) => madeOn <= receivedOn && receivedOn <= addDays(byOn, 3))
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
        const outcome =
          received >= 10_000 ? 'PromiseKept' : received > 0 ? 'PromisePartlyKept' : 'PromiseBroken'
        expect(judgedAs(accept(promised(byOn), judge))).toEqual([outcome])
      }),
      { numRuns: runs(100) },
    )
  })
})
