import * as E from 'fp-ts/lib/Either.js'
import { MinorUnits, Whole } from '../../shared/index.ts'
import type { RedeemPoints } from '../commands.ts'
import type { Redeemed } from '../events.ts'
import { liveLots, redeemableOn, takeFrom } from '../lots.ts'
import type { LoyaltyRejection } from '../rejections.ts'
import type { LoyaltyRule } from '../rule.ts'
import type { LoyaltyAccount } from '../state.ts'
import { tierOn } from '../tiers.ts'
import { wordsOfRedemption } from '../words.ts'
import { onceAs, ruleOf, type Decision } from './decision.ts'

/** What is wanted, with its points and its worth. */
interface Wanted {
  readonly points: number
  readonly redeemed: Redeemed
}

const ranked = ({ tiers }: LoyaltyRule, tier: string | null): number =>
  tiers.find((one) => one.tier === tier)?.from ?? -1

const reward = (
  { rule, effectiveOn }: RedeemPoints,
  rewardId: LoyaltyRule['ruleId'],
  account: LoyaltyAccount,
): E.Either<LoyaltyRejection, Wanted> => {
  const offer = rule.rewards.find((one) => one.rewardId === rewardId)
  if (offer === undefined) return E.left({ type: 'UnknownReward', rewardId })
  const { tier } = tierOn(account, effectiveOn)
  const { points, fromTier } = offer
  const isHeld = fromTier === null || fromTier === tier
  const isAbove = fromTier !== null && ranked(rule, fromTier) >= 0
  if (!isHeld && !(isAbove && ranked(rule, tier) >= ranked(rule, fromTier)))
    return E.left({ type: 'RewardAboveTier', rewardId, tier, fromTier })
  return E.right({ points, redeemed: { kind: 'reward', rewardId } })
}

/** The worth of points in the rule's currency, rounded down; undefined where it is nothing. */
const worthOf = ({ worth }: LoyaltyRule, points: number): MinorUnits | undefined => {
  if (!Whole.is(points)) return undefined
  const amountMinor = Number((BigInt(points) * BigInt(worth.worthMinor)) / BigInt(worth.points))
  return MinorUnits.is(amountMinor) && amountMinor > 0 ? amountMinor : undefined
}

const wantedOf = (
  command: RedeemPoints,
  account: LoyaltyAccount,
): E.Either<LoyaltyRejection, Wanted> => {
  const { as, rule } = command
  if (as.kind === 'reward') return reward(command, as.rewardId, account)
  const { points } = as
  const amountMinor = worthOf(rule, points)
  if (amountMinor === undefined) return E.left({ type: 'NothingRedeemed', points })
  const money = { amountMinor, currency: rule.currency }
  return E.right({
    points,
    redeemed:
      as.kind === 'storeCredit'
        ? { kind: as.kind, creditId: as.creditId, ...money }
        : { kind: as.kind, orderId: as.orderId, ...money },
  })
}

/**
 * Redeems points for store credit, a discount or a reward.
 *
 * Units: points; their worth in minor units of the rule's currency, rounded down. Shape: `PointsRedeemed`
 * with the lots they were taken from, the first to expire first; store credit names the credit note that
 * grants exactly that amount. Rejects: `NotEnrolled`, `UnknownReward`, `RewardAboveTier`, `NothingRedeemed`,
 * `BelowThreshold`, `InsufficientPoints`, `ConflictingDuplicate`. Source: domain 1-19 to 1-21, invariant 36.
 */
export const redeem = (command: RedeemPoints, account: LoyaltyAccount): Decision => {
  const { effectiveOn, customerId, redemptionId, as, rule } = command
  const offered = wordsOfRedemption(as, as.kind === 'reward' ? 0 : as.points)
  const before = onceAs(redemptionId, account.redemptions.get(redemptionId)?.words, offered)
  if (before !== undefined) return before
  if (!account.isEnrolled) return E.left({ type: 'NotEnrolled', customerId })
  const wanted = wantedOf(command, account)
  if (E.isLeft(wanted)) return wanted
  const { points, redeemed } = wanted.right
  const availablePoints = redeemableOn(account, effectiveOn)
  const { thresholdPoints } = rule
  if (availablePoints < thresholdPoints)
    return E.left({ type: 'BelowThreshold', availablePoints, thresholdPoints })
  if (availablePoints < points)
    return E.left({ type: 'InsufficientPoints', availablePoints, points })
  const lots = [...takeFrom(liveLots(account, effectiveOn), points)]
  const facts = { effectiveOn, customerId, ...ruleOf(rule), redemptionId }
  return E.right([{ type: 'PointsRedeemed', ...facts, points, redeemed, lots }])
}
