import type { CivilDate, EarningId } from '../shared/index.ts'
import type { Lot, LoyaltyAccount } from './state.ts'

/** Some points of a lot, as events hold them. */
export interface Taken {
  readonly earningId: EarningId
  readonly points: number
  readonly expiresOn: CivilDate | null
}

const isLive = ({ earnedOn, expiresOn, remainingPoints }: Lot, on: CivilDate): boolean =>
  remainingPoints > 0 && earnedOn <= on && (expiresOn === null || on <= expiresOn)

/** What expires first comes first; what never expires comes last; else in order of earning. */
const byExpiry = ([, a]: readonly [EarningId, Lot], [, b]: readonly [EarningId, Lot]): number => {
  const ends = [a.expiresOn ?? 'never', b.expiresOn ?? 'never'] as const
  if (ends[0] !== ends[1]) return ends[0] < ends[1] ? -1 : 1
  return a.earnedOn < b.earnedOn ? -1 : a.earnedOn > b.earnedOn ? 1 : 0
}

/** The lots that may be redeemed on a day, the first to expire first. The last day of a lot counts. */
export const liveLots = (
  { lots }: LoyaltyAccount,
  on: CivilDate,
): ReadonlyArray<readonly [EarningId, Lot]> =>
  [...lots].filter(([, lot]) => isLive(lot, on)).toSorted(byExpiry)

/** Takes up to so many points from lots, in their order. */
export const takeFrom = (
  lots: ReadonlyArray<readonly [EarningId, Lot]>,
  points: number,
): ReadonlyArray<Taken> => {
  let left = points
  return lots.flatMap(([earningId, { remainingPoints, expiresOn }]) => {
    const taken = Math.min(left, remainingPoints)
    left -= taken
    return taken > 0 ? [{ earningId, points: taken, expiresOn }] : []
  })
}

export const pointsOf = (taken: ReadonlyArray<{ readonly points: number }>): number =>
  taken.reduce((sum, { points }) => sum + points, 0)

/** Points that may be redeemed on a day. */
export const redeemableOn = (account: LoyaltyAccount, on: CivilDate): number =>
  liveLots(account, on).reduce((sum, [, { remainingPoints }]) => sum + remainingPoints, 0)

/** All points that are left, less what is owed; below zero where returns took more than there was. */
export const balanceOf = ({ lots, debtPoints }: LoyaltyAccount): number =>
  [...lots.values()].reduce((sum, { remainingPoints }) => sum + remainingPoints, 0) - debtPoints
