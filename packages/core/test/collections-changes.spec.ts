import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  aroundTheDueDay,
  collectionsRoom,
  type CollectionsCommand,
  type CollectionsRejection,
  type ReminderStep,
} from '../src/collections/index.ts'
import { changeId, civilDate, itemId, minorUnits, promiseId } from '../src/shared/index.ts'
import {
  close,
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
  step,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)
const begun = run('friendly', '2024-03-06', [first])
const nothing = { itemId: null, amountMinor: null }
const conflict = (id: string): CollectionsRejection => ({
  type: 'ConflictingDuplicate',
  what: 'change',
  id,
  recorded: nothing,
  offered: nothing,
})

describe('a change that comes again under its id with another content', () => {
  const next = {
    type: 'ScheduleNextAction' as const,
    ...on('2024-03-12'),
    changeId: changeId('X'),
    plannedOn: civilDate('2024-03-19'),
    action: text('call the buyer'),
  }
  const extend = {
    type: 'RequestExtension' as const,
    ...on('2024-03-02'),
    changeId: changeId('X'),
    itemId: first.itemId,
    dueOn: first.dueOn,
    untilOn: civilDate('2024-03-11'),
    rule: { maxDays: 30, maxTimes: 5 },
  }
  const hardship = {
    type: 'AgreeHardship' as const,
    ...on('2024-03-10'),
    changeId: changeId('X'),
    untilOn: null,
    reason: text('illness'),
  }
  const propose = {
    type: 'ProposeWriteOff' as const,
    ...on('2024-06-01'),
    changeId: changeId('X'),
    itemId: first.itemId,
    amountMinor: minorUnits(10_000),
    openMinor: minorUnits(10_000),
    limitMinor: minorUnits(10_000),
  }
  const cases: ReadonlyArray<readonly [string, CollectionsCommand, CollectionsCommand]> = [
    ['a next action', next, { ...next, plannedOn: civilDate('2024-03-20') }],
    ['an extension', extend, { ...extend, untilOn: civilDate('2024-03-12') }],
    ['a hardship', hardship, { ...hardship, reason: text('no work') }],
    ['a write-off', propose, { ...propose, amountMinor: minorUnits(9_999) }],
  ]
  for (const [what, told, other] of cases)
    it(`is a conflict: ${what}`, () => {
      past(begun, told).when(told).thenNothing()
      past(begun, told).when(other).thenRejected(conflict('X'))
    })

  it('is a conflict: a judgement, and its reopening, of another promise', () => {
    const promise = (id: string, day: string): CollectionsCommand => ({
      type: 'PromiseToPay',
      ...on(day),
      promiseId: promiseId(id),
      amountMinor: minorUnits(100),
      byOn: civilDate(day),
      openMinor: minorUnits(10_000),
      rule: { graceDays: 0, maxPerCase: 9, maxDays: 14 },
    })
    const judge = (id: string, change: string, day: string): CollectionsCommand => ({
      type: 'JudgePromise',
      ...on(day),
      changeId: changeId(change),
      promiseId: promiseId(id),
      payments: [{ receivedOn: civilDate(day), amountMinor: minorUnits(100) }],
    })
    const reopen = (id: string): CollectionsCommand => ({
      type: 'ReopenPromise',
      ...on('2024-03-12'),
      changeId: changeId('R'),
      promiseId: promiseId(id),
    })
    const first2 = [promise('P-1', '2024-03-10'), judge('P-1', 'J', '2024-03-10')]
    const both = [...first2, promise('P-2', '2024-03-11')]
    past(begun, ...both)
      .when(judge('P-2', 'J', '2024-03-11'))
      .thenRejected(conflict('J'))
    past(begun, ...both, judge('P-2', 'J-2', '2024-03-11'), reopen('P-1'))
      .when(reopen('P-2'))
      .thenRejected(conflict('R'))
  })
})

describe('the policy around the due day, ready made,', () => {
  const notify = (
    stepId: string,
    offsetDays: number,
    channelPlan: ReminderStep['channelPlan'],
    differing: Partial<ReminderStep> = {},
  ): ReminderStep => ({
    stepId: text(stepId),
    anchor: 'due',
    offsetDays,
    channelPlan,
    tone: 0,
    action: 'notify',
    conditions: { minBalanceMinor: minorUnits(0), noPromise: true, noDispute: false },
    minGapDays: 1,
    setsNewDeadlineDays: null,
    ...differing,
  })

  it('writes three days before, three days, two weeks and four weeks after, ever firmer', () => {
    expect(aroundTheDueDay).toEqual({
      policyId: 'around-the-due-day',
      version: 1,
      stepOrder: 'sequential',
      onReopen: 'restart',
      onDisputeLost: 'restart',
      accelerateAfterMissed: null,
      steps: [
        notify('notice', -3, ['email', 'sms']),
        notify('friendly', 3, ['email', 'sms', 'letter'], { minGapDays: 3 }),
        notify('firm', 14, ['email', 'letter'], { tone: 1, minGapDays: 7 }),
        notify('final', 28, ['letter'], { tone: 2, minGapDays: 7, setsNewDeadlineDays: 14 }),
      ],
    })
  })
})

describe('an instalment plan with a clause of acceleration', () => {
  const parts = ['2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'].map((dueOn, index) => ({
    ...line('PLAN', dueOn, 2_500),
    instalment: index + 1,
  }))
  const clause = policyWith([step('friendly', 5, 'email')], { accelerateAfterMissed: 2 })
  const named = (day: string) => {
    const decided = collectionsRoom.decider.decide(run('friendly', day, parts, clause))(
      collectionsRoom.decider.initial(),
    )
    return decided._tag === 'Right'
      ? decided.right.flatMap((event) =>
          event.type === 'ReminderSent' ? [event.items.length] : [],
        )
      : []
  }

  it('is due whole once two are missed, and not while one is', () => {
    expect([named('2024-04-01'), named('2024-04-02')]).toEqual([[1], [4]])
  })

  it('is asked for in order of due days, whatever the order of the evidence', () => {
    const shuffled = [parts[2], parts[0], parts[3], parts[1]].flatMap((part) => part ?? [])
    past()
      .when(run('friendly', '2024-05-06', shuffled, clause))
      .then(
        opened('2024-05-06'),
        sent(
          'friendly',
          '2024-05-06',
          parts.map((part) => [part, 0] as const),
          1,
          clause,
        ),
      )
  })
})

describe('a debt of a single cent', () => {
  const cent = line('CENT', '2024-03-01', 1)
  const any = policyWith([
    step('friendly', 5, 'email', {
      conditions: { minBalanceMinor: minorUnits(0), noPromise: true, noDispute: false },
    }),
  ])

  it('is asked for like any other, and keeps its case open', () => {
    past()
      .when(run('friendly', '2024-03-06', [cent], any))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[cent, 0]], 1, any))
    past(run('friendly', '2024-03-06', [cent], any))
      .when(close('2024-03-07', [cent]))
      .thenRejected({ type: 'StillOverdue', itemIds: [cent.itemId] })
  })

  it('is the most that is not too much beside all that can be counted', () => {
    const most = line('MOST', '2024-03-01', Number.MAX_SAFE_INTEGER - 1)
    past()
      .when(run('friendly', '2024-03-06', [most, cent], any))
      .then(
        opened('2024-03-06'),
        sent(
          'friendly',
          '2024-03-06',
          [
            [most, 0],
            [cent, 0],
          ],
          1,
          any,
        ),
      )
  })
})

describe('a reminder by hand', () => {
  it('ends the wait for a person: the step is not asked of one again', () => {
    const byHand: CollectionsCommand = {
      type: 'RecordReminder',
      ...on('2024-03-07'),
      stepId: text('friendly'),
      channel: 'call',
      items: [remindedOf(first, 0)],
    }
    past(run('friendly', '2024-03-06', [first], undefined, []), byHand)
      .when(byHand)
      .thenNothing()
  })
})

describe('a dispute that is raised twice', () => {
  it('is one only with the same item and the same sum', () => {
    for (const other of [dispute('2024-03-05', 5_001), dispute('2024-03-05', 5_000, 'INV-2')])
      past(dispute('2024-03-05', 5_000))
        .when(other)
        .thenRejected({
          type: 'ConflictingDuplicate',
          what: 'dispute',
          id: 'D-1',
          recorded: { itemId: itemId('INV-1'), amountMinor: 5_000 },
          offered: { itemId: other.itemId, amountMinor: other.amountMinor },
        })
  })
})

describe('a step that counts from the end of the month', () => {
  const monthly = policyWith([step('friendly', 5, 'email', { anchor: 'endOfMonth' })])

  it('is due so many days after it, for all that fell due within', () => {
    for (const one of [first, second])
      past()
        .when(run('friendly', '2024-04-04', [one], monthly))
        .thenRejected({
          type: 'NotDue',
          stepId: text('friendly'),
          dueFrom: civilDate('2024-04-05'),
        })
  })
})

describe('refusals of the collections room', () => {
  it('are worded with the step that is next, the reason to wait, and what differs', () => {
    const { explain } = collectionsRoom
    const firm = text('firm')
    const untilOn = civilDate('2024-03-17')
    expect([
      explain({ type: 'NotTheNextStep', stepId: firm, next: text('last') }),
      explain({ type: 'Paused', stepId: firm, why: 'pause', untilOn }),
      explain({ type: 'Paused', stepId: firm, why: 'promise', untilOn }),
      explain({ type: 'AmountTooLarge', itemId: null, openMinor: 5, offeredMinor: 9 }),
    ]).toEqual([
      'Step firm is not next: that is last.',
      'Step firm waits to the end of 2024-03-17: reminders are paused.',
      'Step firm waits to the end of 2024-03-17: a promise to pay stands.',
      '9 is too much: 5 minor units are open.',
    ])
  })
})
