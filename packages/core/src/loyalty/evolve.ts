import type { Draft } from 'immer'
import { laterDay, unreachable } from '../shared/index.ts'
import type { LotPart, LoyaltyEvent } from './events.ts'
import type { Lot, LoyaltyAccount } from './state.ts'
import {
  deedOf,
  enrolmentWords,
  wordsOfEarning,
  wordsOfRedemption,
  wordsOfReturn,
  wordsOfReversal,
} from './words.ts'

type Told<T extends LoyaltyEvent['type']> = Extract<LoyaltyEvent, { readonly type: T }>

const each = (
  account: Draft<LoyaltyAccount>,
  parts: ReadonlyArray<LotPart>,
  change: (lot: Draft<Lot>, points: number) => void,
): void => {
  for (const { earningId, points } of parts) {
    const lot = account.lots.get(earningId)
    if (lot !== undefined) change(lot, points)
  }
}

const earn = (account: Draft<LoyaltyAccount>, event: Told<'PointsEarned'>): void => {
  const { earningId, trigger, points, offsetPoints, expiresOn, baseMinor, effectiveOn } = event
  const about = event.orderId ?? event.referredCustomerId
  const deed = trigger === null || about === null ? undefined : deedOf(trigger, about)
  if (deed !== undefined) account.deeds.set(deed, earningId)
  account.debtPoints -= offsetPoints
  account.lots.set(earningId, {
    earnedOn: effectiveOn,
    expiresOn,
    earnedPoints: points,
    baseMinor,
    remainingPoints: points - offsetPoints,
    reversedPoints: 0,
    returnedMinor: 0,
    expiredPoints: 0,
    forgivenPoints: 0,
    words: wordsOfEarning(deed, baseMinor, points),
  })
}

const redeem = (account: Draft<LoyaltyAccount>, event: Told<'PointsRedeemed'>): void => {
  each(account, event.lots, (lot, points) => {
    lot.remainingPoints -= points
  })
  account.redemptions.set(event.redemptionId, {
    lots: event.lots.map((part) => ({ ...part })),
    isReversed: false,
    words: wordsOfRedemption(event.redeemed, event.points),
  })
}

const reverseEarning = (account: Draft<LoyaltyAccount>, event: Told<'EarningReversed'>): void => {
  const { changeId, earningId, points, part, returnedMinor, expiredPoints, forgivenPoints } = event
  account.changes.set(changeId, wordsOfReversal(earningId, part === 'whole' ? null : returnedMinor))
  each(account, event.lots, (lot, taken) => {
    lot.remainingPoints -= taken
  })
  account.debtPoints += event.debtPoints
  const lot = account.lots.get(earningId)
  if (lot === undefined) return
  lot.reversedPoints += points
  lot.returnedMinor += returnedMinor
  lot.expiredPoints -= expiredPoints
  lot.forgivenPoints += forgivenPoints
}

const reverseRedemption = (
  account: Draft<LoyaltyAccount>,
  event: Told<'RedemptionReversed'>,
): void => {
  account.changes.set(event.changeId, wordsOfReturn(event.redemptionId))
  account.debtPoints -= event.offsetPoints
  each(account, event.lots, (lot, points) => {
    lot.remainingPoints += points
  })
  each(account, event.cancelled, (lot, points) => {
    lot.forgivenPoints -= points
  })
  const redemption = account.redemptions.get(event.redemptionId)
  if (redemption !== undefined) redemption.isReversed = true
}

/** Records what happened and checks nothing. */
export const evolve = (account: Draft<LoyaltyAccount>, event: LoyaltyEvent): void => {
  switch (event.type) {
    case 'LoyaltyEnrolled':
      account.isEnrolled = true
      account.changes.set(event.changeId, enrolmentWords)
      return
    case 'PointsEarned':
      return earn(account, event)
    case 'PointsRedeemed':
      return redeem(account, event)
    case 'EarningReversed':
      return reverseEarning(account, event)
    case 'RedemptionReversed':
      return reverseRedemption(account, event)
    case 'PointsExpired': {
      const { effectiveOn } = event
      account.expiredThrough = laterDay(account.expiredThrough ?? effectiveOn, effectiveOn)
      each(account, event.lots, (lot, points) => {
        lot.remainingPoints -= points
        lot.expiredPoints += points
      })
      return
    }
    case 'TierAdjusted':
      account.tiers.push({
        tier: event.tier,
        benefits: [...event.benefits],
        since: event.effectiveOn,
      })
      return
    case 'OrderTierNoted':
      account.notedOrders.add(event.orderId)
      return
    default:
      return unreachable(event)
  }
}
