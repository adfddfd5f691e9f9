import * as fc from 'fast-check'
import { orderId } from '@tenure/core/shared'
import type { EngagementCommand, OfferProfile, OfferRule } from '@tenure/core/engagement'
import { channel, everyChannel } from './customer.ts'
import { sequencePolicy } from './sequence-policy.ts'
import { smallPool } from './text.ts'
import { anyCurrency, anyMinor, civilDay, customerIds, perhapsText } from './words.ts'

const about = { effectiveOn: civilDay, customerId: customerIds(1) }
const orders = smallPool(2, 'o').map(orderId)
const consented = fc.oneof(
  { weight: 3, arbitrary: fc.constant(everyChannel) },
  { weight: 1, arbitrary: fc.uniqueArray(channel) },
)
const named = <T extends string>(type: T) => ({ type: fc.constant(type) })

const sequence: fc.Arbitrary<EngagementCommand> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      ...named('EnrolInSequence'),
      ...about,
      orderId: orders,
      policy: sequencePolicy,
      arm: fc.option(fc.record({ experimentId: smallPool(2), arm: smallPool(2) }), { nil: null }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ ...named('RunSequence'), ...about, orderId: orders, consented }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...named('StopSequence'),
      ...about,
      orderId: orders,
      reason: fc.constantFrom('refundRequested', 'returnRequested', 'orderCancelled', 'optedOut'),
    }),
  },
)

const survey: fc.Arbitrary<EngagementCommand> = fc.oneof(
  fc.record({
    ...named('SendSurvey'),
    ...about,
    surveyId: smallPool(2, 's'),
    kind: fc.constantFrom('satisfaction', 'recommendation'),
    lowest: fc.constantFrom(0, 0, 1, 1, 5),
    highest: fc.constantFrom(5, 10),
    orderId: fc.option(orders, { nil: null }),
    channel,
    consented,
  }),
  fc.record({
    ...named('AnswerSurvey'),
    ...about,
    surveyId: smallPool(2, 's'),
    score: fc.constantFrom(1, 2, 4, 5, 10, 4.5),
    words: perhapsText,
  }),
)

const told: fc.Arbitrary<EngagementCommand> = fc.oneof(
  fc.record({
    ...named('ReferCustomer'),
    ...about,
    referrerId: customerIds(3),
    chain: fc.array(customerIds(4), { maxLength: 2 }),
    programme: perhapsText,
  }),
  fc.record({
    ...named('RecordTouchpoint'),
    ...about,
    touchpointId: smallPool(2),
    kind: smallPool(2),
    channel: perhapsText,
    campaign: perhapsText,
  }),
  fc.record({
    ...named('RecordFeedback'),
    ...about,
    feedbackId: smallPool(2),
    source: fc.constantFrom('customer', 'employee'),
    kind: fc.constantFrom('praise', 'suggestion', 'complaint'),
    topic: smallPool(2),
    words: perhapsText,
  }),
)

const checkout: fc.Arbitrary<EngagementCommand> = fc.oneof(
  fc.record({
    ...named('StartCheckout'),
    ...about,
    checkoutId: smallPool(2),
    currency: anyCurrency,
    totalMinor: anyMinor,
    offeredTerms: fc.array(fc.record({ termsId: smallPool(2), version: fc.constant(1) }), {
      maxLength: 2,
    }),
  }),
  fc.record({ ...named('AbandonCheckout'), ...about, checkoutId: smallPool(2) }),
  fc.record({ ...named('CompleteCheckout'), ...about, checkoutId: smallPool(2), orderId: orders }),
)

/** Rules and profiles around their bounds. */
export const offerRule: fc.Arbitrary<OfferRule> = fc.record({
  ruleId: smallPool(2),
  version: fc.constantFrom(1, 2),
  instalmentsFromMinor: anyMinor,
  repeatsForDiscount: fc.constantFrom(0, 2, 3),
  discountBasisPoints: fc.constantFrom(500, 1000),
})
export const offerProfile: fc.Arbitrary<OfferProfile> = fc.record({
  paymentClass: fc.constantFrom('unknown', 'prompt', 'slow', 'poor'),
  similarPurchases: fc.constantFrom(0, 1, 2, 3),
  usualOrderMinor: anyMinor,
  hasOverdue: fc.boolean(),
})

const experiment: fc.Arbitrary<EngagementCommand> = fc.oneof(
  fc.record({
    ...named('AssignArm'),
    ...about,
    experimentId: smallPool(2),
    arms: fc.array(fc.record({ arm: smallPool(3), weight: fc.constantFrom(0, 1, 2, -1) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    ...named('MakeOffer'),
    ...about,
    offerId: smallPool(2),
    currency: anyCurrency,
    rule: offerRule,
    profile: offerProfile,
  }),
)

/** Commands to few customers: most of them about what follows a purchase. */
export const engagementCommand: fc.Arbitrary<EngagementCommand> = fc.oneof(
  { weight: 4, arbitrary: sequence },
  { weight: 2, arbitrary: survey },
  { weight: 2, arbitrary: told },
  { weight: 2, arbitrary: checkout },
  { weight: 1, arbitrary: experiment },
)
