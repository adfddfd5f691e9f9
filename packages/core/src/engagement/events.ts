import * as t from 'io-ts'
import {
  Channel,
  CivilDate,
  Currency,
  CustomerId,
  MinorUnits,
  nullable,
  OrderId,
  personal,
  Text,
  Whole,
} from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'
import { Offer, OfferProfile, OfferRule } from './offer-rule.ts'
import { SequencePolicy, TemplateKind } from './sequence-policy.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** Which policy in which version. */
const policyRef = { policyId: Text, version: Whole }

/** The customer's arm in an experiment, where there is one. */
export const Arm = t.strict({ experimentId: Text, arm: Text })
export type Arm = t.TypeOf<typeof Arm>

/** What follows a purchase was set going, with the days on which its steps are due. */
export const SequenceStarted = customerEvent('SequenceStarted', {
  orderId: OrderId,
  policy: SequencePolicy,
  steps: t.readonlyArray(t.strict({ stepId: Text, dueOn: CivilDate })),
  arm: nullable(Arm),
})
const sequenceStep = { orderId: OrderId, ...policyRef, stepId: Text, template: TemplateKind }
export const SequenceStepSent = customerEvent('SequenceStepSent', {
  ...sequenceStep,
  dueOn: CivilDate,
  channel: Channel,
})
export const StopReason = t.keyof({
  refundRequested: null,
  returnRequested: null,
  orderCancelled: null,
  optedOut: null,
})
export type StopReason = t.TypeOf<typeof StopReason>

export const SequenceStepSkipped = customerEvent('SequenceStepSkipped', {
  ...sequenceStep,
  dueOn: CivilDate,
  why: t.keyof({
    refundRequested: null,
    returnRequested: null,
    orderCancelled: null,
    optedOut: null,
    noConsent: null,
  }),
})
/** A reason not to go on. `scope` says what it ends, by the policy. */
export const SequenceStopped = customerEvent('SequenceStopped', {
  orderId: OrderId,
  ...policyRef,
  reason: StopReason,
  scope: t.keyof({ all: null, upsells: null }),
})

/** What is asked, and on which scale it is answered. */
export const SurveyKind = t.keyof({ satisfaction: null, recommendation: null, effort: null })
export type SurveyKind = t.TypeOf<typeof SurveyKind>
const scale = { surveyId: Text, kind: SurveyKind, lowest: Whole, highest: Whole }
export const SurveySent = customerEvent('SurveySent', {
  ...scale,
  orderId: nullable(OrderId),
  channel: Channel,
})
/** Belongs to the period in which the survey was sent, however late it comes: `sentOn`. */
export const SurveyAnswered = customerEvent('SurveyAnswered', {
  ...scale,
  sentOn: CivilDate,
  score: Whole,
  words: nullable(personal(Text)),
})

/** `customerId` came through `referrerId`. */
export const ReferralRecorded = customerEvent('ReferralRecorded', {
  referrerId: CustomerId,
  programme: nullable(Text),
})
/** The customer met something of the house: an article, a film, a visit. */
export const TouchpointRecorded = customerEvent('TouchpointRecorded', {
  touchpointId: Text,
  kind: Text,
  channel: nullable(Text),
  campaign: nullable(Text),
})
export const FeedbackRecorded = customerEvent('FeedbackRecorded', {
  feedbackId: Text,
  source: t.keyof({ customer: null, employee: null }),
  kind: t.keyof({ praise: null, suggestion: null, complaint: null }),
  topic: Text,
  words: nullable(personal(Text)),
})

/** Terms that were shown, by name and version. */
export const OfferedTerms = t.strict({ termsId: Text, version: Whole })
export type OfferedTerms = t.TypeOf<typeof OfferedTerms>
const checkout = {
  checkoutId: Text,
  currency: Currency,
  totalMinor: MinorUnits,
  offeredTerms: t.readonlyArray(OfferedTerms),
}
export const CheckoutStarted = customerEvent('CheckoutStarted', checkout)
/** Left without an order. Carries what was offered, and the day on which it began. */
export const CheckoutAbandoned = customerEvent('CheckoutAbandoned', {
  ...checkout,
  startedOn: CivilDate,
})
export const CheckoutCompleted = customerEvent('CheckoutCompleted', {
  ...checkout,
  startedOn: CivilDate,
  orderId: OrderId,
})

/** Drawn once, by the customer's and the experiment's id; it stays, whatever the arms become later. */
export const ArmAssigned = customerEvent('ArmAssigned', {
  experimentId: Text,
  arm: Text,
  arms: t.readonlyArray(t.strict({ arm: Text, weight: Whole })),
})
/** What the customer was offered next, with the rule and what it looked at. */
export const OfferMade = customerEvent('OfferMade', {
  offerId: Text,
  currency: Currency,
  offer: Offer,
  rule: OfferRule,
  profile: OfferProfile,
})

export const EngagementEvent = t.union([
  SequenceStarted,
  SequenceStepSent,
  SequenceStepSkipped,
  SequenceStopped,
  SurveySent,
  SurveyAnswered,
  ReferralRecorded,
  TouchpointRecorded,
  FeedbackRecorded,
  CheckoutStarted,
  CheckoutAbandoned,
  CheckoutCompleted,
  ArmAssigned,
  OfferMade,
])
export type EngagementEvent = t.TypeOf<typeof EngagementEvent>
