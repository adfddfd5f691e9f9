import type { Draft } from 'immer'
import {
  unreachable,
  type CivilDate,
  type Currency,
  type CustomerId,
  type MinorUnits,
  type OrderId,
  type Text,
} from '../shared/index.ts'
import type { EngagementEvent, OfferedTerms, StopReason, SurveyKind } from './events.ts'
import { evolveSequence } from './evolve-sequence.ts'
import type { SequencePolicy, SequenceStep } from './sequence-policy.ts'
import { keyOf, wordsOf } from './words.ts'

/**
 * What one customer was sent, asked and offered. What is over is remembered by one line each: that is all
 * that keeps it from being done twice.
 */
export interface Engagement {
  readonly sequences: ReadonlyMap<OrderId, Sequence>
  readonly surveys: ReadonlyMap<Text, Survey>
  readonly checkouts: ReadonlyMap<Text, Checkout>
  readonly arms: ReadonlyMap<Text, Text>
  readonly referrerId: CustomerId | null
  /** What was told under which kind and id. */
  readonly told: ReadonlyMap<string, string>
}
/** What follows one purchase. `waiting` are the steps not yet sent or skipped, in their order. */
export interface Sequence {
  readonly policyId: Text
  readonly version: number
  readonly onRefund: SequencePolicy['onRefund']
  readonly waiting: ReadonlyArray<WaitingStep>
  /** The latest day on which a step was sent or skipped. */
  readonly lastRunOn: CivilDate | null
  readonly stops: ReadonlyMap<StopReason, 'all' | 'upsells'>
}
export interface WaitingStep extends Omit<SequenceStep, 'day'> {
  readonly dueOn: CivilDate
}
export interface Survey {
  readonly kind: SurveyKind
  readonly lowest: number
  readonly highest: number
  readonly sentOn: CivilDate
  /** Null until it is answered. */
  readonly score: number | null
}
export interface Checkout {
  readonly startedOn: CivilDate
  readonly status: 'started' | 'abandoned' | 'completed'
  readonly currency: Currency
  readonly totalMinor: MinorUnits
  /** None once it is over. */
  readonly offeredTerms: ReadonlyArray<OfferedTerms>
  readonly orderId: OrderId | null
}

export const initial = (): Engagement => ({
  sequences: new Map(),
  surveys: new Map(),
  checkouts: new Map(),
  arms: new Map(),
  referrerId: null,
  told: new Map(),
})

const overCheckout = (
  engagement: Draft<Engagement>,
  checkoutId: Text,
  status: 'abandoned' | 'completed',
  orderId: OrderId | null,
): void => {
  const checkout = engagement.checkouts.get(checkoutId)
  if (checkout === undefined) return
  checkout.status = status
  checkout.offeredTerms = []
  checkout.orderId = orderId
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (engagement: Draft<Engagement>, event: EngagementEvent): void => {
  switch (event.type) {
    case 'SequenceStarted':
    case 'SequenceStepSent':
    case 'SequenceStepSkipped':
    case 'SequenceStopped':
      return evolveSequence(engagement.sequences, event)
    case 'SurveySent': {
      const { surveyId, kind, lowest, highest, effectiveOn: sentOn } = event
      engagement.surveys.set(surveyId, { kind, lowest, highest, sentOn, score: null })
      engagement.told.set(keyOf(event), wordsOf(event))
      return
    }
    case 'SurveyAnswered': {
      const survey = engagement.surveys.get(event.surveyId)
      if (survey !== undefined) survey.score = event.score
      return
    }
    case 'CheckoutStarted': {
      const { checkoutId, effectiveOn: startedOn, currency, totalMinor } = event
      const offeredTerms = event.offeredTerms.map(({ termsId, version }) => ({ termsId, version }))
      const begun = { startedOn, currency, totalMinor, offeredTerms, orderId: null }
      engagement.checkouts.set(checkoutId, { ...begun, status: 'started' })
      engagement.told.set(keyOf(event), wordsOf(event))
      return
    }
    case 'CheckoutAbandoned':
      return overCheckout(engagement, event.checkoutId, 'abandoned', null)
    case 'CheckoutCompleted':
      return overCheckout(engagement, event.checkoutId, 'completed', event.orderId)
    case 'ArmAssigned':
      engagement.arms.set(event.experimentId, event.arm)
      return
    case 'ReferralRecorded':
      engagement.referrerId ??= event.referrerId
      return
    case 'TouchpointRecorded':
    case 'FeedbackRecorded':
    case 'OfferMade':
      engagement.told.set(keyOf(event), wordsOf(event))
      return
    default:
      return unreachable(event)
  }
}
