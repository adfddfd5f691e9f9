import type {
  Channel,
  CivilDate,
  Currency,
  CustomerId,
  MinorUnits,
  OrderId,
  Text,
} from '../shared/index.ts'
import type { Arm, OfferedTerms, StopReason, SurveyKind } from './events.ts'
import type { OfferProfile, OfferRule } from './offer-rule.ts'
import type { SequencePolicy } from './sequence-policy.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
}
/** Sets going what follows a purchase. Steps count from `effectiveOn`, the day of the order. */
export interface EnrolInSequence extends About {
  readonly type: 'EnrolInSequence'
  readonly orderId: OrderId
  readonly policy: SequencePolicy
  readonly arm: Arm | null
}
/** What is due on `effectiveOn`? `consented` is the evidence: the channels that the customer agreed to. */
export interface RunSequence extends About {
  readonly type: 'RunSequence'
  readonly orderId: OrderId
  readonly consented: ReadonlyArray<Channel>
}
export interface StopSequence extends About {
  readonly type: 'StopSequence'
  readonly orderId: OrderId
  readonly reason: StopReason
}
export interface SendSurvey extends About {
  readonly type: 'SendSurvey'
  readonly surveyId: Text
  readonly kind: SurveyKind
  readonly lowest: number
  readonly highest: number
  readonly orderId: OrderId | null
  readonly channel: Channel
  readonly consented: ReadonlyArray<Channel>
}
export interface AnswerSurvey extends About {
  readonly type: 'AnswerSurvey'
  readonly surveyId: Text
  readonly score: number
  readonly words: Text | null
}
/** `chain` is the evidence: who referred the referrer, who referred that one, and so on. */
export interface ReferCustomer extends About {
  readonly type: 'ReferCustomer'
  readonly referrerId: CustomerId
  readonly chain: ReadonlyArray<CustomerId>
  readonly programme: Text | null
}
export interface RecordTouchpoint extends About {
  readonly type: 'RecordTouchpoint'
  readonly touchpointId: Text
  readonly kind: Text
  readonly channel: Text | null
  readonly campaign: Text | null
}
export interface RecordFeedback extends About {
  readonly type: 'RecordFeedback'
  readonly feedbackId: Text
  readonly source: 'customer' | 'employee'
  readonly kind: 'praise' | 'suggestion' | 'complaint'
  readonly topic: Text
  readonly words: Text | null
}
export interface StartCheckout extends About {
  readonly type: 'StartCheckout'
  readonly checkoutId: Text
  readonly currency: Currency
  readonly totalMinor: MinorUnits
  readonly offeredTerms: ReadonlyArray<OfferedTerms>
}
export interface AbandonCheckout extends About {
  readonly type: 'AbandonCheckout'
  readonly checkoutId: Text
}
export interface CompleteCheckout extends About {
  readonly type: 'CompleteCheckout'
  readonly checkoutId: Text
  readonly orderId: OrderId
}
/** Weights are shares of their sum. */
export interface AssignArm extends About {
  readonly type: 'AssignArm'
  readonly experimentId: Text
  readonly arms: ReadonlyArray<{ readonly arm: Text; readonly weight: number }>
}
export interface MakeOffer extends About {
  readonly type: 'MakeOffer'
  readonly offerId: Text
  readonly currency: Currency
  readonly rule: OfferRule
  readonly profile: OfferProfile
}
export type EngagementCommand =
  | EnrolInSequence
  | RunSequence
  | StopSequence
  | SendSurvey
  | AnswerSurvey
  | ReferCustomer
  | RecordTouchpoint
  | RecordFeedback
  | StartCheckout
  | AbandonCheckout
  | CompleteCheckout
  | AssignArm
  | MakeOffer
