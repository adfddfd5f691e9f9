import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import {
  engagementCommand,
  hostileText,
  offerProfile,
  offerRule,
} from '@tenure/testing/arbitraries'
import {
  armOf,
  daysOfStep,
  engagementRoom,
  nextBestOffer,
  type Engagement,
  type EngagementEvent,
} from '../src/engagement/index.ts'
import { customerId, orderId } from '../src/shared/index.ts'

type Told = Invariant<Engagement, EngagementEvent>

const stepsOf = (history: ReadonlyArray<EngagementEvent>) =>
  history.filter(
    (event) => event.type === 'SequenceStepSent' || event.type === 'SequenceStepSkipped',
  )

const sendsEachStepOnce: Told = {
  title: 'sends or skips each step of an order once, and none before its day',
  holds: (_, history) => {
    const steps = stepsOf(history)
    const names = steps.map(({ orderId, stepId }) => JSON.stringify([orderId, stepId]))
    return (
      new Set(names).size === names.length &&
      steps.every(({ dueOn, effectiveOn }) => dueOn <= effectiveOn)
    )
  },
}

const sendsOneADay: Told = {
  title: 'sends at most one step of an order a day',
  holds: (_, history) => {
    const sent = history.filter((event) => event.type === 'SequenceStepSent')
    const days = sent.map(({ orderId, effectiveOn }) => JSON.stringify([orderId, effectiveOn]))
    return new Set(days).size === days.length
  },
}

const sellsNothingAfterwards: Told = {
  title: 'sells nothing once the customer wants the money back',
  holds: (_, history) =>
    history.every((event, index) => {
      if (event.type !== 'SequenceStepSent') return true
      const earlier = history.slice(0, index)
      const stop = earlier.find(
        (before) => before.type === 'SequenceStopped' && before.orderId === event.orderId,
      )
      return stop === undefined || !isUpsell(earlier, event)
    }),
}

/** Whether the policy under which the step was sent calls it one that sells. */
const isUpsell = (
  earlier: ReadonlyArray<EngagementEvent>,
  { orderId, stepId }: Extract<EngagementEvent, { type: 'SequenceStepSent' }>,
): boolean =>
  earlier.some(
    (event) =>
      event.type === 'SequenceStarted' &&
      event.orderId === orderId &&
      event.policy.steps.some((step) => step.stepId === stepId && step.isUpsell),
  )

const answersOnce: Told = {
  title: 'has one answer a survey, within its scale',
  holds: (_, history) => {
    const answers = history.filter((event) => event.type === 'SurveyAnswered')
    return (
      new Set(answers.map(({ surveyId }) => surveyId)).size === answers.length &&
      answers.every(({ score, lowest, highest }) => score >= lowest && score <= highest)
    )
  },
}

const endsCheckoutsOnce: Told = {
  title: 'ends a checkout once, with or without an order',
  holds: (_, history) => {
    const ends = history.filter(
      (event) => event.type === 'CheckoutAbandoned' || event.type === 'CheckoutCompleted',
    )
    return new Set(ends.map(({ checkoutId }) => checkoutId)).size === ends.length
  },
}

describe('the engagement room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: engagementRoom,
    command: engagementCommand,
    isQuestion: ({ type }) => type === 'RunSequence',
    numRuns: runs(100),
    invariants: [
      sendsEachStepOnce,
      sendsOneADay,
      sellsNothingAfterwards,
      answersOnce,
      endsCheckoutsOnce,
    ],
  })
  for (const law of laws) it(law.title, law.check)
})

describe('what is drawn by an id', () => {
  it('is a day between the bounds, the same one whenever it is asked [3-08]', () => {
    const day = { kind: 'seeded', fromDays: 3, toDays: 5 } as const
    fc.assert(
      fc.property(hostileText, hostileText, (order, step) => {
        const days = daysOfStep(day, orderId(order), step)
        expect(days).toBeGreaterThanOrEqual(3)
        expect(days).toBeLessThanOrEqual(5)
        expect(daysOfStep({ ...day }, orderId(`${order}`), step)).toBe(days)
      }),
      { numRuns: runs(100) },
    )
  })

  it('is an arm that has a weight', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (customer, experiment) => {
        const arms = ['a', 'b', 'c'].map((arm, index) => ({ arm: orderId(arm), weight: index % 2 }))
        expect(armOf(customerId(customer), experiment, arms)).toBe('b')
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('the next best offer', () => {
  it('is the same for the same rule and profile, and never a discount for who owes [1-32]', () => {
    fc.assert(
      fc.property(offerProfile, offerRule, (profile, rule) => {
        const offer = nextBestOffer(profile, rule)
        expect(nextBestOffer({ ...profile }, { ...rule })).toEqual(offer)
        if (offer?.kind === 'personalDiscount') expect(profile.hasOverdue).toBe(false)
      }),
      { numRuns: runs(100) },
    )
  })
})
