import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  collectionsRoom,
  type CollectionsCommand,
  type CollectionsEvent,
  type OpenLine,
  type PauseDunning,
  type PromiseToPay,
  type RequestExtension,
} from '../src/collections/index.ts'
import { changeId, civilDate, disputeId, fold, minorUnits, promiseId } from '../src/shared/index.ts'
import {
  close,
  closed,
  dispute,
  first,
  line,
  on,
  opened,
  policyWith,
  remindedOf,
  run,
  second,
  sent,
  skipped,
  step,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)
const at = civilDate
const begun = run('friendly', '2024-03-06', [first])

const pause = (change: string, untilOn: string): PauseDunning => ({
  type: 'PauseDunning',
  ...on('2024-03-12'),
  changeId: changeId(change),
  untilOn: at(untilOn),
  reason: text('ticket'),
  ticket: null,
  maxDays: 14,
})
const resume = (day: string) => ({
  type: 'ResumeDunning' as const,
  ...on(day),
  pauseId: changeId('A'),
})
const promise = (byOn: string): PromiseToPay => ({
  type: 'PromiseToPay',
  ...on('2024-03-15'),
  promiseId: promiseId('P-1'),
  amountMinor: minorUnits(10_000),
  byOn: at(byOn),
  openMinor: minorUnits(10_000),
  rule: { graceDays: 0, maxPerCase: 1, maxDays: 10 },
})
const extend = (untilOn: string): RequestExtension => ({
  type: 'RequestExtension',
  ...on('2024-02-20'),
  changeId: changeId('E-1'),
  itemId: first.itemId,
  dueOn: first.dueOn,
  untilOn: at(untilOn),
  rule: { maxDays: 20, maxTimes: 1 },
})
const resumed: CollectionsEvent = {
  type: 'DunningResumed',
  ...on('2024-03-14'),
  changeId: changeId('A'),
}

describe('days at the edge of a rule', () => {
  it('are inside it: the first and the last day of a pause, a promise and an extension', () => {
    const state = fold(collectionsRoom.decider, [opened('2024-03-06')])
    const outcome = (event: CollectionsEvent['type'], command: CollectionsCommand): boolean => {
      const answer = collectionsRoom.decider.decide(command)(state)
      return E.isRight(answer) && answer.right[0]?.type === event
    }
    for (const day of ['2024-03-12', '2024-03-26'])
      expect(outcome('DunningPaused', pause('A', day))).toBe(true)
    for (const day of ['2024-03-15', '2024-03-25'])
      expect(outcome('PromiseMade', promise(day))).toBe(true)
    for (const day of ['2024-03-02', '2024-03-21'])
      expect(outcome('ExtensionGranted', extend(day))).toBe(true)
  })

  it('still hold: a step waits on the very day of the promise, and a pause may end on its last', () => {
    past(begun, promise('2024-03-15'))
      .when(run('firm', '2024-03-15', [first]))
      .thenRejected({
        type: 'Paused',
        stepId: text('firm'),
        why: 'promise',
        untilOn: at('2024-03-15'),
      })
    past(begun, pause('A', '2024-03-14')).when(resume('2024-03-14')).then(resumed)
    past(begun, pause('A', '2024-03-14')).when(resume('2024-03-15')).thenNothing()
  })

  it('are not overdue: what is due today keeps no case open and misses no instalment', () => {
    past(begun)
      .when(close('2024-03-10', [second]))
      .then(closed('2024-03-10'))
    past(begun)
      .when(close('2024-03-10', [{ ...first, openMinor: minorUnits(0) }]))
      .then(closed('2024-03-10'))
    const clause = policyWith([step('today', 0, 'email')], { accelerateAfterMissed: 1 })
    const plan: ReadonlyArray<OpenLine> = [
      { ...line('PLAN', '2024-03-10', 3_000), instalment: 1 },
      { ...line('PLAN', '2024-04-10', 3_000), instalment: 2 },
    ]
    past()
      .when(run('today', '2024-03-10', plan, clause))
      .then(opened('2024-03-10'), sent('today', '2024-03-10', [[plan[0] ?? first, 0]], 1, clause))
  })
})

describe('two pauses at once', () => {
  it('hold up to the later of their ends, whichever began last', () => {
    for (const [one, other] of [
      ['2024-03-26', '2024-03-20'],
      ['2024-03-20', '2024-03-26'],
    ] as const)
      past(begun, pause('A', one), pause('B', other))
        .when(run('firm', '2024-03-18', [first]))
        .thenRejected({
          type: 'Paused',
          stepId: text('firm'),
          why: 'pause',
          untilOn: at('2024-03-26'),
        })
  })
})

describe('facts that are learned in another order', () => {
  it('end a pause that is learned after its end', () => {
    const { changeId: id, untilOn, reason, ticket } = pause('A', '2024-03-26')
    const paused: CollectionsEvent = {
      type: 'DunningPaused',
      ...on('2024-03-12'),
      changeId: id,
      untilOn,
      reason,
      ticket,
    }
    past(begun, resumed, paused)
      .when(run('firm', '2024-03-15', [first]))
      .then(sent('firm', '2024-03-15', [[first, 0]]))
  })

  it('close a case on no day before it was opened, also where nothing was sent', () => {
    past(run('friendly', '2024-03-06', [first], undefined, []))
      .when(close('2024-03-01', []))
      .then(closed('2024-03-06'))
  })

  it('end a case on the day of its last reminder, and not before', () => {
    past(begun)
      .when(run('firm', '2024-03-05', []))
      .thenRejected({ type: 'TooSoon', stepId: text('firm'), notBefore: at('2024-03-06') })
    past(begun)
      .when(run('firm', '2024-03-06', []))
      .then(skipped('firm', '2024-03-06', 'paid'), closed('2024-03-06'))
  })
})

describe('the day that a step counts from', () => {
  it('is that of the line that counts longest, an extension reckoned in', () => {
    past(extend('2024-03-20'))
      .when(run('friendly', '2024-03-14', [first, second]))
      .thenRejected({ type: 'NotDue', stepId: text('friendly'), dueFrom: at('2024-03-15') })
  })

  it('stays where the customer won the dispute', () => {
    const restarting = policyWith([step('friendly', 5, 'email'), step('firm', 14, 'letter')])
    past(run('friendly', '2024-03-06', [first], restarting), dispute('2024-03-07', 1_000), {
      type: 'ResolveDispute',
      ...on('2024-03-14'),
      disputeId: disputeId('D-1'),
      outcome: 'accepted',
    })
      .when(run('firm', '2024-03-15', [first], restarting))
      .then(sent('firm', '2024-03-15', [[first, 0]], 1, restarting))
  })

  it('brings no word on the due day to whom a mandate serves', () => {
    const today = policyWith([step('today', 0, 'email')])
    past()
      .when(run('today', '2024-03-01', [{ ...first, hold: 'collectionPlanned' }], today))
      .thenRejected({ type: 'NothingToAsk', stepId: text('today'), why: 'collectionPending' })
  })
})

describe('a debt that is disputed whole while its money goes back', () => {
  it('waits for the dispute', () => {
    past(dispute('2024-03-02', 10_000))
      .when(run('friendly', '2024-03-06', [{ ...first, hold: 'refund' }]))
      .thenRejected({ type: 'NothingToAsk', stepId: text('friendly'), why: 'disputed' })
  })
})

describe('a step with a fee that a person takes over', () => {
  it('brings no fee to a customer in hardship [4-11]', () => {
    const withFee = policyWith([step('firm', 14, 'letter', { action: 'fee' })])
    const hardship = {
      type: 'AgreeHardship' as const,
      ...on('2024-03-10'),
      changeId: changeId('H-1'),
      untilOn: at('2024-03-31'),
      reason: text('illness'),
    }
    past(run('firm', '2024-03-15', [first], withFee, []), hardship)
      .when({
        type: 'RecordReminder',
        ...on('2024-03-16'),
        stepId: text('firm'),
        channel: 'call',
        items: [remindedOf(first, 0)],
      })
      .then({
        ...sent('firm', '2024-03-16', [[first, 0]], 1, withFee),
        policyId: null,
        policyVersion: null,
        offsetDays: null,
        tone: null,
        channel: 'call',
      })
  })
})

describe('a case that goes on from another', () => {
  const going = policyWith([step('friendly', 5, 'email'), step('firm', 14, 'letter')], {
    onReopen: 'continue',
  })
  const ended = [
    opened('2024-03-06'),
    sent('friendly', '2024-03-06', [[first, 0]], 1, going),
    closed('2024-03-10'),
  ]
  const stepsAfter = (continuesCycle: number | null): ReadonlyArray<string> => {
    const begins: CollectionsEvent = {
      type: 'CaseOpened',
      ...on('2024-03-20'),
      cycle: 2,
      continuesCycle,
    }
    const { openCase } = fold(collectionsRoom.decider, [...ended, begins])
    return [...(openCase?.sentSteps ?? [])]
  }

  it('counts that one’s steps as its own, and no other does', () => {
    expect(stepsAfter(1)).toEqual(['friendly'])
    expect(stepsAfter(null)).toEqual([])
  })
})
