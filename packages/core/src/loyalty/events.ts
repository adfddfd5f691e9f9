import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  CreditId,
  Currency,
  CustomerId,
  EarningId,
  MinorUnits,
  nullable,
  OrderId,
  RedemptionId,
  Text,
  Whole,
} from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'
import { EarningTrigger } from './rule.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** The rule, and its version, under which a fact was decided. */
const rule = { ruleId: Text, ruleVersion: Whole }

/** Points of one lot, named by the earning that made it, with the lot's own last day. */
export const LotPart = t.strict({
  earningId: EarningId,
  points: Whole,
  expiresOn: nullable(CivilDate),
})
export type LotPart = t.TypeOf<typeof LotPart>

/** What points were redeemed for. Store credit names the credit note that grants it. */
export const Redeemed = t.union([
  t.strict({
    kind: t.literal('storeCredit'),
    creditId: CreditId,
    amountMinor: MinorUnits,
    currency: Currency,
  }),
  t.strict({
    kind: t.literal('discount'),
    orderId: OrderId,
    amountMinor: MinorUnits,
    currency: Currency,
  }),
  t.strict({ kind: t.literal('reward'), rewardId: Text }),
])
export type Redeemed = t.TypeOf<typeof Redeemed>

export const LoyaltyEnrolled = customerEvent('LoyaltyEnrolled', { ...rule, changeId: ChangeId })
/** One lot. `offsetPoints` of its points paid a debt at once; the rest can be redeemed. */
export const PointsEarned = customerEvent('PointsEarned', {
  ...rule,
  earningId: EarningId,
  /** Null where the points were earned elsewhere. */
  trigger: nullable(EarningTrigger),
  points: Whole,
  offsetPoints: Whole,
  /** The last day on which the lot can be redeemed; null where it never expires. */
  expiresOn: nullable(CivilDate),
  currency: Currency,
  /** What the points were reckoned on: money paid by the customer, without what points paid. */
  baseMinor: MinorUnits,
  orderId: nullable(OrderId),
  referredCustomerId: nullable(CustomerId),
})
export const PointsRedeemed = customerEvent('PointsRedeemed', {
  ...rule,
  redemptionId: RedemptionId,
  points: Whole,
  redeemed: Redeemed,
  lots: t.readonlyArray(LotPart),
})
/**
 * Points of a return: taken from lots, or expired before, or else debt, or let go. The four add up to
 * `points`.
 */
export const EarningReversed = customerEvent('EarningReversed', {
  ...rule,
  changeId: ChangeId,
  earningId: EarningId,
  points: Whole,
  part: t.keyof({ whole: null, amount: null }),
  /** What was returned of the amount that the points were reckoned on. */
  returnedMinor: MinorUnits,
  lots: t.readonlyArray(LotPart),
  expiredPoints: Whole,
  debtPoints: Whole,
  forgivenPoints: Whole,
})
/**
 * What was redeemed came back: `lots` to the lots it was taken from, with their own last days; `cancelled`
 * makes good what was let go of those lots, and `offsetPoints` paid debt. The three add up to `points`.
 */
export const RedemptionReversed = customerEvent('RedemptionReversed', {
  ...rule,
  changeId: ChangeId,
  redemptionId: RedemptionId,
  points: Whole,
  lots: t.readonlyArray(LotPart),
  cancelled: t.readonlyArray(LotPart),
  offsetPoints: Whole,
})
export const PointsExpired = customerEvent('PointsExpired', {
  points: Whole,
  lots: t.readonlyArray(LotPart),
})
/** Tiers are null below the first one. `measured` is points or minor units, as `basis` says. */
export const TierAdjusted = customerEvent('TierAdjusted', {
  ...rule,
  previousTier: nullable(Text),
  tier: nullable(Text),
  benefits: t.readonlyArray(Text),
  basis: t.keyof({ points: null, spend: null }),
  measured: Whole,
  windowFrom: CivilDate,
})
/** The tier that a customer held when ordering, for the benefits that the order may have. */
export const OrderTierNoted = customerEvent('OrderTierNoted', {
  orderId: OrderId,
  tier: nullable(Text),
  benefits: t.readonlyArray(Text),
})

export const LoyaltyEvent = t.union([
  LoyaltyEnrolled,
  PointsEarned,
  PointsRedeemed,
  EarningReversed,
  RedemptionReversed,
  PointsExpired,
  TierAdjusted,
  OrderTierNoted,
])
export type LoyaltyEvent = t.TypeOf<typeof LoyaltyEvent>
