import * as E from 'fp-ts/lib/Either.js'
import type { AdjustTier, ExpireLots, NoteOrderTier } from '../commands.ts'
import { pointsOf } from '../lots.ts'
import type { LoyaltyAccount } from '../state.ts'
import { earnedWithin, tierFor, tierOn, windowFrom } from '../tiers.ts'
import { ruleOf, type Decision } from './decision.ts'

/**
 * Which lots ended before today? The last day of a lot is the last on which it can be redeemed.
 *
 * Shape: `PointsExpired` with every such lot, or nothing; no day is looked at twice, so a lot that came back
 * late expires with the next run. Rejects nothing. Source: domain invariant 36.
 */
export const expireLots = (command: ExpireLots, account: LoyaltyAccount): Decision => {
  const { effectiveOn, customerId } = command
  const { expiredThrough } = account
  if (expiredThrough !== null && effectiveOn <= expiredThrough) return E.right([])
  const lots = [...account.lots].flatMap(([earningId, { expiresOn, remainingPoints }]) =>
    expiresOn !== null && expiresOn < effectiveOn && remainingPoints > 0
      ? [{ earningId, points: remainingPoints, expiresOn }]
      : [],
  )
  if (lots.length === 0) return E.right([])
  return E.right([{ type: 'PointsExpired', effectiveOn, customerId, points: pointsOf(lots), lots }])
}

/**
 * Which tier is reached today?
 *
 * Units: points earned within the window less those reversed, or minor units spent as the command says.
 * Shape: `TierAdjusted` where the tier, or what it gives, is another; whoever has exactly a tier's number has
 * reached it. Nothing for a day that is not later than the newest tier's. Rejects: `SpendUnknown`,
 * `LoyaltyRuleUnsound`. Source: domain 1-20, edge case 78.
 */
export const adjustTier = (command: AdjustTier, account: LoyaltyAccount): Decision => {
  const { effectiveOn, customerId, rule, spendMinor } = command
  const newest = account.tiers.at(-1)
  if (newest !== undefined && effectiveOn <= newest.since) return E.right([])
  const from = windowFrom(rule, effectiveOn)
  const points = earnedWithin(account, from, effectiveOn)
  const measured = rule.tierBasis === 'points' ? points : spendMinor
  if (measured === null) return E.left({ type: 'SpendUnknown', ruleId: rule.ruleId })
  const reached = tierFor(rule, measured)
  const [tier, benefits] = [reached?.tier ?? null, reached?.benefits ?? []]
  const previousTier = newest?.tier ?? null
  const given = newest?.benefits ?? []
  const same = given.length === benefits.length && given.every((one, at) => one === benefits[at])
  if (tier === previousTier && same) return E.right([])
  return E.right([
    {
      type: 'TierAdjusted',
      effectiveOn,
      customerId,
      ...ruleOf(rule),
      previousTier,
      tier,
      benefits: [...benefits],
      basis: rule.tierBasis,
      measured,
      windowFrom: from,
    },
  ])
}

/** Notes, once for each order, the tier that its day gives. Rejects nothing. Source: domain 1-07. */
export const noteOrder = (command: NoteOrderTier, account: LoyaltyAccount): Decision => {
  const { effectiveOn, customerId, orderId } = command
  if (account.notedOrders.has(orderId)) return E.right([])
  const { tier, benefits } = tierOn(account, effectiveOn)
  const noted = { orderId, tier, benefits: [...benefits] }
  return E.right([{ type: 'OrderTierNoted', effectiveOn, customerId, ...noted }])
}
