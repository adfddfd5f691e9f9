import { unreachable } from '../shared/index.ts'
import type { EngagementEvent } from './events.ts'

/** A fact that its id alone keeps from being told twice. */
export type NamedFact = Extract<
  EngagementEvent,
  {
    type: 'TouchpointRecorded' | 'FeedbackRecorded' | 'OfferMade' | 'SurveySent' | 'CheckoutStarted'
  }
>

/** Kind and id: ids of two kinds may be the same text. */
export const keyOf = (fact: NamedFact): string => {
  switch (fact.type) {
    case 'TouchpointRecorded':
      return `touchpoint ${fact.touchpointId}`
    case 'FeedbackRecorded':
      return `feedback ${fact.feedbackId}`
    case 'OfferMade':
      return `offer ${fact.offerId}`
    case 'SurveySent':
      return `survey ${fact.surveyId}`
    case 'CheckoutStarted':
      return `checkout ${fact.checkoutId}`
    default:
      return unreachable(fact)
  }
}

/** What a fact says, without what is personal: a repetition is recognised, and a conflict named. */
export const wordsOf = (fact: NamedFact): string => {
  switch (fact.type) {
    case 'TouchpointRecorded':
      return `${fact.kind} by ${fact.channel ?? 'no channel'}, campaign ${fact.campaign ?? 'none'}`
    case 'FeedbackRecorded':
      return `${fact.kind} of ${fact.source} about ${fact.topic}`
    case 'OfferMade':
      return `${fact.offer.kind} by ${fact.rule.ruleId} ${fact.rule.version} in ${fact.currency}`
    case 'SurveySent':
      return `${fact.kind} from ${fact.lowest} to ${fact.highest} by ${fact.channel}, order ${fact.orderId ?? 'none'}`
    case 'CheckoutStarted': {
      const terms = fact.offeredTerms.map(({ termsId, version }) => `${termsId} ${version}`)
      return `${fact.totalMinor} ${fact.currency}, offered ${terms.join(', ') || 'none'}`
    }
    default:
      return unreachable(fact)
  }
}
