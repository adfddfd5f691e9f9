import * as t from 'io-ts'
import { Currency, MinorUnits, nullable, Positive, Text, Whole } from '../shared/index.ts'

/** What earns points: a post-paid purchase paid in full and in time, any purchase, or a referral. */
export const EarningTrigger = t.keyof({ postpaidPaidOnTime: null, purchase: null, referral: null })
export type EarningTrigger = t.TypeOf<typeof EarningTrigger>

/** How many points a trigger gives: `points` for every `perMinor` of an amount, or a fixed number. */
export const PointRate = t.union([
  t.strict({
    kind: t.literal('perAmount'),
    points: Positive,
    perMinor: Positive,
    rounding: t.keyof({ down: null, halfUp: null, halfEven: null }),
  }),
  t.strict({ kind: t.literal('fixed'), points: Positive }),
])
export type PointRate = t.TypeOf<typeof PointRate>

/**
 * What becomes of points that were spent before their earning was reversed. `negative`: other lots pay, and
 * what they cannot pay is debt; `offset`: all of it is debt, which later earnings pay; `forgive`: it is let
 * go. Debt above the cap is let go.
 */
export const ReversalPolicy = t.union([
  t.strict({ kind: t.literal('negative'), debtCapPoints: Whole }),
  t.strict({ kind: t.literal('offset'), debtCapPoints: Whole }),
  t.strict({ kind: t.literal('forgive') }),
])
export type ReversalPolicy = t.TypeOf<typeof ReversalPolicy>

/** A tier, held by whoever reaches `from` within the window, `from` itself included. */
export const LoyaltyTier = t.strict({
  tier: Text,
  from: Whole,
  benefits: t.readonlyArray(Text),
})
export type LoyaltyTier = t.TypeOf<typeof LoyaltyTier>

/** Something points buy; `fromTier` null where everybody may have it. */
export const Reward = t.strict({ rewardId: Text, points: Positive, fromTier: nullable(Text) })
export type Reward = t.TypeOf<typeof Reward>

/** A loyalty programme as data with a version. Every fact names the version that it was decided under. */
export const LoyaltyRule = t.strict({
  ruleId: Text,
  version: Whole,
  currency: Currency,
  earnings: t.readonlyArray(t.strict({ trigger: EarningTrigger, rate: PointRate })),
  /** A balance below this redeems nothing. */
  thresholdPoints: Whole,
  /** `points` are worth `worthMinor` of store credit or discount; a fraction of a unit is not given. */
  worth: t.strict({ points: Positive, worthMinor: MinorUnits }),
  /** The months after which a lot expires; null where lots never do. */
  lotMonths: nullable(Positive),
  reversal: ReversalPolicy,
  /** Tiers go by points earned, or by money spent, within the last so many months. */
  tierBasis: t.keyof({ points: null, spend: null }),
  tierWindowMonths: Positive,
  tiers: t.readonlyArray(LoyaltyTier),
  rewards: t.readonlyArray(Reward),
})
export type LoyaltyRule = t.TypeOf<typeof LoyaltyRule>
