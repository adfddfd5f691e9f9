import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { EngagementCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  ArmAssigned,
  CheckoutAbandoned,
  CheckoutCompleted,
  CheckoutStarted,
  FeedbackRecorded,
  OfferMade,
  ReferralRecorded,
  SequenceStarted,
  SequenceStepSent,
  SequenceStepSkipped,
  SequenceStopped,
  SurveyAnswered,
  SurveySent,
  TouchpointRecorded,
  type EngagementEvent,
} from './events.ts'
import { explain, type EngagementRejection } from './rejections.ts'
import { evolve, initial, type Engagement } from './state.ts'

export {
  Arm,
  ArmAssigned,
  CheckoutAbandoned,
  CheckoutCompleted,
  CheckoutStarted,
  EngagementEvent,
  FeedbackRecorded,
  OfferedTerms,
  OfferMade,
  ReferralRecorded,
  SequenceStarted,
  SequenceStepSent,
  SequenceStepSkipped,
  SequenceStopped,
  StopReason,
  SurveyAnswered,
  SurveyKind,
  SurveySent,
  TouchpointRecorded,
} from './events.ts'
export {
  type AbandonCheckout,
  type AnswerSurvey,
  type AssignArm,
  type CompleteCheckout,
  type EngagementCommand,
  type EnrolInSequence,
  type MakeOffer,
  type RecordFeedback,
  type RecordTouchpoint,
  type ReferCustomer,
  type RunSequence,
  type SendSurvey,
  type StartCheckout,
  type StopSequence,
} from './commands.ts'
export { armOf, type WeightedArm } from './arms.ts'
export { loadSequencePolicy } from './load-policy.ts'
export { nextBestOffer } from './next-best-offer.ts'
export { Offer, OfferProfile, OfferRule } from './offer-rule.ts'
export { type EngagementRejection } from './rejections.ts'
export { SequencePolicy, SequenceStep, StepDay, TemplateKind } from './sequence-policy.ts'
export {
  type Checkout,
  type Engagement,
  type Sequence,
  type Survey,
  type WaitingStep,
} from './state.ts'
export { daysOfStep, stepDays } from './step-days.ts'

export const engagementEvents: ReadonlyArray<EventDefinition> = [
  define(SequenceStarted),
  define(SequenceStepSent),
  define(SequenceStepSkipped),
  define(SequenceStopped),
  define(SurveySent),
  define(SurveyAnswered),
  define(ReferralRecorded),
  define(TouchpointRecorded),
  define(FeedbackRecorded),
  define(CheckoutStarted),
  define(CheckoutAbandoned),
  define(CheckoutCompleted),
  define(ArmAssigned),
  define(OfferMade),
]

/** What a customer is sent, asked and offered, and says. One stream a customer. */
export const engagementRoom: Room<
  EngagementCommand,
  EngagementEvent,
  Engagement,
  EngagementRejection
> = {
  category: 'engagement',
  decider: { initial, decide, evolve },
  events: engagementEvents,
  streamOf: ({ customerId }) => `engagement-${customerId}`,
  doorOf: ({ type }) =>
    type === 'RecordTouchpoint' || type === 'RecordFeedback' ? 'record' : 'ask',
  explain,
}
