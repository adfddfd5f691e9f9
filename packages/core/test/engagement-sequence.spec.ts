import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  daysOfStep,
  engagementRoom,
  loadSequencePolicy,
  type EngagementCommand,
  type EngagementEvent,
  type EnrolInSequence,
  type SequencePolicy,
  type SequenceStep,
  type StopReason,
} from '../src/engagement/index.ts'
import { addDays, civilDate, customerId, orderId, text, type Channel } from '../src/shared/index.ts'

const past = given(engagementRoom)
const orderedOn = civilDate('2024-01-10')
const order = orderId('constructor')
const on = (days: number) => ({
  effectiveOn: addDays(orderedOn, days),
  customerId: customerId('Ада'),
  orderId: order,
})

const step = (stepId: string, days: number, over: Partial<SequenceStep> = {}): SequenceStep => ({
  stepId: text(stepId),
  day: { kind: 'offset', days },
  template: 'tip',
  isUpsell: false,
  channels: ['email'],
  needsConsent: true,
  ...over,
})
/** A welcome and a guide at once, a surprise between day 3 and 5, then what makes use easy, and a next step. */
const policy: SequencePolicy = {
  policyId: text('after-purchase'),
  version: 1,
  steps: [
    step('welcome', 0, { template: 'welcome', channels: ['letter'], needsConsent: false }),
    step('guide', 0, { template: 'quickStartGuide', channels: ['email'], needsConsent: false }),
    step('surprise', 0, {
      day: { kind: 'seeded', fromDays: 3, toDays: 5 },
      template: 'bonus',
      channels: ['sms', 'email'],
    }),
    step('film', 7, { template: 'demoVideo' }),
    step('next level', 14, { template: 'upsell', isUpsell: true }),
    step('friends', 21, { template: 'referralAsk' }),
  ],
  onRefund: 'skipUpsells',
}
const surpriseDay = daysOfStep({ kind: 'seeded', fromDays: 3, toDays: 5 }, order, text('surprise'))
const dueAfter: ReadonlyArray<readonly [stepId: string, days: number]> = [
  ['welcome', 0],
  ['guide', 0],
  ['surprise', surpriseDay],
  ['film', 7],
  ['next level', 14],
  ['friends', 21],
]

const enrol = (under = policy): EnrolInSequence => ({
  type: 'EnrolInSequence',
  ...on(0),
  policy: under,
  arm: { experimentId: text('sequence'), arm: text('with') },
})
const run = (days: number, consented: ReadonlyArray<Channel> = ['email']): EngagementCommand => ({
  type: 'RunSequence',
  ...on(days),
  consented,
})
const stop = (days: number, reason: StopReason): EngagementCommand => ({
  type: 'StopSequence',
  ...on(days),
  reason,
})
const about = (stepId: string) => {
  const known = policy.steps.find((one) => one.stepId === stepId)
  const [, days = 0] = dueAfter.find(([name]) => name === stepId) ?? []
  return {
    policyId: text('after-purchase'),
    version: 1,
    stepId: text(stepId),
    template: known?.template ?? 'tip',
    dueOn: addDays(orderedOn, days),
  }
}
const sent = (stepId: string, days: number, channel: Channel = 'email'): EngagementEvent => ({
  type: 'SequenceStepSent',
  ...on(days),
  ...about(stepId),
  channel,
})
const skipped = (stepId: string, days: number, why: StopReason | 'noConsent'): EngagementEvent => ({
  type: 'SequenceStepSkipped',
  ...on(days),
  ...about(stepId),
  why,
})
const everyDay = (from: number, to: number, consented?: ReadonlyArray<Channel>) =>
  Array.from({ length: to - from + 1 }, (_, index) => run(from + index, consented))

describe('what follows a purchase', () => {
  it('is set going with the day of each step, once an order [3-06]', () => {
    past()
      .when(enrol())
      .then({
        type: 'SequenceStarted',
        ...on(0),
        policy,
        steps: dueAfter.map(([stepId, days]) => ({
          stepId: text(stepId),
          dueOn: addDays(orderedOn, days),
        })),
        arm: { experimentId: text('sequence'), arm: text('with') },
      })
    past(enrol()).when(enrol()).thenNothing()
    const welcomes = reach(engagementRoom)([enrol(), run(0), enrol(), run(0), enrol(), run(1)])
    expect(welcomes.filter(({ type }) => type === 'SequenceStepSent')).toEqual([
      sent('welcome', 0, 'letter'),
      sent('guide', 1),
    ])
  })

  it('is not followed by another policy, nor by another version of it', () => {
    past(enrol())
      .when(enrol({ ...policy, version: 2 }))
      .thenRejected({
        type: 'AlreadyEnrolled',
        orderId: order,
        policyId: text('after-purchase'),
        version: 1,
      })
  })

  it('begins with a guide on the day of the purchase, without asking for consent [3-05]', () => {
    const [welcome, guide, ...rest] = policy.steps
    const guideFirst = { ...policy, steps: [guide, welcome, ...rest].flatMap((one) => one ?? []) }
    past(enrol(guideFirst)).when(run(0, [])).then(sent('guide', 0))
  })

  it('brings a surprise on a day between the third and the fifth, by the order’s id alone [3-08]', () => {
    const dayOf = (id: string) =>
      daysOfStep({ kind: 'seeded', fromDays: 3, toDays: 5 }, orderId(id), text('surprise'))
    expect(dayOf('constructor')).toBe(dayOf('constructor'))
    // Which day each id draws is fixed for ever: another would send the surprise twice or never.
    const drawn = ['order 1', 'order 2', 'order 3', 'order 4', 'order 5', 'order 6'].map(dayOf)
    expect(drawn).toEqual([4, 4, 5, 5, 3, 4])
    const thousand = Array.from({ length: 3000 }, (_, index) => dayOf(`order ${index}`))
    for (const day of [3, 4, 5])
      expect(Math.abs(thousand.filter((one) => one === day).length - 1000)).toBeLessThan(100)
    past(enrol(), run(0), run(1))
      .when(run(surpriseDay, ['email', 'sms']))
      .then(sent('surprise', surpriseDay, 'sms'))
  })

  it('shows how to use it with a film [3-09]', () => {
    past(enrol(), ...everyDay(0, 6))
      .when(run(7))
      .then(sent('film', 7))
  })

  it('sends a step that was missed late, once, and not together with the next', () => {
    past(enrol(), ...everyDay(0, 6))
      .when(run(15))
      .then(sent('film', 15))
    past(enrol(), ...everyDay(0, 6), run(15))
      .when(run(15))
      .thenNothing()
    past(enrol(), ...everyDay(0, 6), run(15))
      .when(run(16))
      .then(sent('next level', 16))
  })

  it('is the same whether it is asked once a day or hourly', () => {
    const daily = reach(engagementRoom)([enrol(), ...everyDay(0, 30)])
    const hourly = reach(engagementRoom)([
      enrol(),
      ...everyDay(0, 30).flatMap((command) => Array.from({ length: 24 }, () => command)),
    ])
    expect(hourly).toEqual(daily)
    expect(daily.filter(({ type }) => type === 'SequenceStepSent')).toHaveLength(6)
  })

  it('leaves out what there is no consent for, and goes on', () => {
    past(enrol(), run(0), run(1))
      .when(run(7, ['call']))
      .then(skipped('surprise', 7, 'noConsent'), skipped('film', 7, 'noConsent'))
  })
})

describe('a customer who wants the money back', () => {
  it('is sold nothing more, and helped on [3-07]', () => {
    const history = [enrol(), ...everyDay(0, 7), stop(10, 'refundRequested')]
    past(enrol(), ...everyDay(0, 7))
      .when(stop(10, 'refundRequested'))
      .then({
        type: 'SequenceStopped',
        ...on(10),
        policyId: text('after-purchase'),
        version: 1,
        reason: 'refundRequested',
        scope: 'upsells',
      })
    past(...history)
      .when(run(14))
      .then(skipped('next level', 14, 'refundRequested'))
    past(...history, run(14))
      .when(run(21))
      .then(sent('friends', 21))
  })

  it('is written to no more, where the policy says so', () => {
    const strict: SequencePolicy = { ...policy, onRefund: 'stopAll' }
    past(enrol(strict), ...everyDay(0, 7), stop(10, 'returnRequested'))
      .when(run(21))
      .then(skipped('next level', 21, 'returnRequested'), skipped('friends', 21, 'returnRequested'))
  })

  it('is written to no more once they ask for it, whatever the policy', () => {
    past(enrol(), ...everyDay(0, 7), stop(10, 'refundRequested'), stop(11, 'optedOut'))
      .when(run(21))
      .then(skipped('next level', 21, 'refundRequested'), skipped('friends', 21, 'optedOut'))
  })

  it('says so once for each reason, and to no purpose when all was sent', () => {
    past(enrol(), stop(1, 'refundRequested')).when(stop(2, 'refundRequested')).thenNothing()
    past(enrol(), ...everyDay(0, 25))
      .when(stop(26, 'refundRequested'))
      .thenNothing()
  })
})

describe('a sequence', () => {
  it('is known by its order', () => {
    const unknown = { type: 'UnknownSequence', orderId: order } as const
    past().when(run(0)).thenRejected(unknown)
    past().when(stop(0, 'optedOut')).thenRejected(unknown)
  })

  it('has steps with names of their own, on days that exist, by some channel', () => {
    const unsound: ReadonlyArray<ReadonlyArray<SequenceStep>> = [
      [],
      [step('a', 0), step('a', 1)],
      [step('a', 0, { channels: [] })],
      [step('a', 0, { day: { kind: 'seeded', fromDays: 5, toDays: 3 } })],
    ]
    for (const steps of unsound) {
      past()
        .when(enrol({ ...policy, steps }))
        .thenRejected({ type: 'SequenceUnsound', policyId: text('after-purchase') })
      expect(loadSequencePolicy({ ...policy, steps })).toEqual(
        E.left([
          {
            path: 'steps',
            reason: 'its steps need names of their own, days that exist, and channels',
          },
        ]),
      )
    }
  })

  it('is unsound by one of its steps, and may have a single step on a single day', () => {
    const only = step('a', 0, { day: { kind: 'seeded', fromDays: 3, toDays: 3 } })
    expect(E.isRight(loadSequencePolicy({ ...policy, steps: [only] }))).toBe(true)
    expect(daysOfStep(only.day, order, text('a'))).toBe(3)
    const steps = [only, step('b', 0, { channels: [] })]
    past()
      .when(enrol({ ...policy, steps }))
      .thenRejected({ type: 'SequenceUnsound', policyId: text('after-purchase') })
  })

  it('is sent by day, and on one day as the policy lists it', () => {
    const steps = [step('c', 7), step('a', 0), step('b', 0), step('e', 9), step('d', 7)]
    const [started] = reach(engagementRoom)([enrol({ ...policy, steps })])
    expect(
      started?.type === 'SequenceStarted' && started.steps.map(({ stepId }) => stepId),
    ).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('is read strictly: a key that no rule reads is a fault', () => {
    expect(loadSequencePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(E.right(policy))
    expect(loadSequencePolicy({ ...policy, onReturn: 'stopAll' })).toEqual(
      E.left([{ path: 'onReturn', reason: 'no rule reads this key' }]),
    )
  })
})
