import {
  unreachable,
  type Channel,
  type CustomerId,
  type OrderId,
  type Text,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type EngagementRejection =
  | {
      readonly type: 'AlreadyEnrolled'
      readonly orderId: OrderId
      readonly policyId: Text
      readonly version: number
    }
  | { readonly type: 'SequenceUnsound'; readonly policyId: Text }
  | { readonly type: 'UnknownSequence'; readonly orderId: OrderId }
  | { readonly type: 'SurveyUnknown'; readonly surveyId: Text }
  | { readonly type: 'ScaleUnsound'; readonly lowest: number; readonly highest: number }
  | {
      readonly type: 'ScoreOutOfRange'
      readonly score: number
      readonly lowest: number
      readonly highest: number
    }
  | {
      readonly type: 'AlreadyAnswered'
      readonly surveyId: Text
      readonly recorded: number
      readonly offered: number
    }
  | { readonly type: 'NoConsent'; readonly channel: Channel }
  | { readonly type: 'SelfReferral'; readonly customerId: CustomerId }
  | {
      readonly type: 'ReferralCycle'
      readonly customerId: CustomerId
      readonly referrerId: CustomerId
    }
  | { readonly type: 'AlreadyReferred'; readonly referrerId: CustomerId }
  | { readonly type: 'UnknownCheckout'; readonly checkoutId: Text }
  | {
      readonly type: 'CheckoutIsOver'
      readonly checkoutId: Text
      readonly status: 'abandoned' | 'completed'
    }
  | { readonly type: 'ArmsUnsound'; readonly experimentId: Text }
  | {
      readonly type: 'ConflictingDuplicate'
      /** The kind and the id of the fact. */
      readonly key: string
      readonly recorded: string
      readonly offered: string
    }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: EngagementRejection): string => {
  switch (rejection.type) {
    case 'AlreadyEnrolled':
      return `Order ${rejection.orderId} is followed by ${rejection.policyId} ${rejection.version} already.`
    case 'SequenceUnsound':
      return `The sequence ${rejection.policyId} cannot be followed: it needs steps with names, days and channels.`
    case 'UnknownSequence':
      return `Nothing follows order ${rejection.orderId}.`
    case 'SurveyUnknown':
      return `The customer was not sent survey ${rejection.surveyId}.`
    case 'ScaleUnsound':
      return `A scale from ${rejection.lowest} to ${rejection.highest} cannot be answered on.`
    case 'ScoreOutOfRange':
      return `${rejection.score} lies outside the scale from ${rejection.lowest} to ${rejection.highest}.`
    case 'AlreadyAnswered':
      return `Survey ${rejection.surveyId} was answered with ${rejection.recorded}, and is not answered again with ${rejection.offered}.`
    case 'NoConsent':
      return `The customer did not agree to be reached by ${rejection.channel}.`
    case 'SelfReferral':
      return `Customer ${rejection.customerId} cannot refer the same customer.`
    case 'ReferralCycle':
      return `Customer ${rejection.referrerId} came through ${rejection.customerId}, and cannot have referred them.`
    case 'AlreadyReferred':
      return `The customer came through ${rejection.referrerId} already.`
    case 'UnknownCheckout':
      return `No checkout ${rejection.checkoutId} was started.`
    case 'CheckoutIsOver':
      return `Checkout ${rejection.checkoutId} is ${rejection.status}.`
    case 'ArmsUnsound':
      return `The arms of experiment ${rejection.experimentId} cannot be drawn from.`
    case 'ConflictingDuplicate':
      return `The ${rejection.key} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return unreachable(rejection)
  }
}
