import * as E from 'fp-ts/lib/Either.js'
import { divideRounded, laterDay, minorUnits } from '../../shared/index.ts'
import type { ReverseEarning, ReverseRedemption } from '../commands.ts'
import { liveLots, pointsOf, takeFrom, type Taken } from '../lots.ts'
import type { LoyaltyRejection } from '../rejections.ts'
import type { ReversalPolicy } from '../rule.ts'
import type { Lot, LoyaltyAccount } from '../state.ts'
import { wordsOfReturn, wordsOfReversal } from '../words.ts'
import { onceAs, ruleOf, type Decision } from './decision.ts'

interface Reversed {
  readonly points: number
  readonly returnedMinor: number
}

/** How many points of a lot go with what is returned: of all that was returned, less those before. */
const reversedBy = (
  { earningId, part }: ReverseEarning,
  lot: Lot,
): E.Either<LoyaltyRejection, Reversed> => {
  const { earnedPoints, reversedPoints, baseMinor, returnedMinor } = lot
  const leftMinor = baseMinor - returnedMinor
  if (reversedPoints === earnedPoints) return E.left({ type: 'EarningAlreadyReversed', earningId })
  if (part.kind === 'whole')
    return E.right({ points: earnedPoints - reversedPoints, returnedMinor: leftMinor })
  const { amountMinor } = part
  if (amountMinor === 0) return E.left({ type: 'NothingReturned', earningId })
  if (amountMinor > leftMinor)
    return E.left({ type: 'ReturnAboveBase', earningId, leftMinor, offeredMinor: amountMinor })
  const all = BigInt(earnedPoints) * BigInt(returnedMinor + amountMinor)
  const due = Number(divideRounded(all, BigInt(baseMinor), 'halfUp'))
  return E.right({ points: due - reversedPoints, returnedMinor: amountMinor })
}

const roomForDebt = (policy: ReversalPolicy, { debtPoints }: LoyaltyAccount): number =>
  policy.kind === 'forgive' ? 0 : Math.max(0, policy.debtCapPoints - debtPoints)

/** Where the points come from: the lot itself, what had expired of it, then as the policy says. */
const settle = (command: ReverseEarning, lot: Lot, account: LoyaltyAccount, points: number) => {
  const { earningId, rule, effectiveOn } = command
  const own = takeFrom([[earningId, lot]], points)
  const expiredPoints = Math.min(points - pointsOf(own), lot.expiredPoints)
  const spent = points - pointsOf(own) - expiredPoints
  const others =
    rule.reversal.kind === 'negative'
      ? liveLots(account, effectiveOn).filter(([id]) => id !== earningId)
      : []
  const paid = takeFrom(others, spent)
  const owed = spent - pointsOf(paid)
  const debtPoints = Math.min(owed, roomForDebt(rule.reversal, account))
  return { lots: [...own, ...paid], expiredPoints, debtPoints, forgivenPoints: owed - debtPoints }
}

/**
 * Takes back points whose deed was undone: a return, or a payment that bounced.
 *
 * Shape: `EarningReversed`. A return of a part takes its share, rounded half up over all that was returned,
 * so that parts and whole agree. Spent points are taken from other lots, owed or let go, as the rule says.
 * Rejects: `UnknownEarning`, `EarningAlreadyReversed`, `NothingReturned`, `ReturnAboveBase`,
 * `ConflictingDuplicate`. Source: domain edge case 77, invariant 36.
 */
export const reverseEarning = (command: ReverseEarning, account: LoyaltyAccount): Decision => {
  const { effectiveOn, customerId, changeId, earningId, part, rule } = command
  const words = wordsOfReversal(earningId, part.kind === 'whole' ? null : part.amountMinor)
  const before = onceAs(changeId, account.changes.get(changeId), words)
  if (before !== undefined) return before
  const lot = account.lots.get(earningId)
  if (lot === undefined) return E.left({ type: 'UnknownEarning', earningId })
  const reversed = reversedBy(command, lot)
  if (E.isLeft(reversed)) return reversed
  const { points, returnedMinor } = reversed.right
  return E.right([
    {
      type: 'EarningReversed',
      effectiveOn: laterDay(effectiveOn, lot.earnedOn),
      customerId,
      ...ruleOf(rule),
      changeId,
      earningId,
      points,
      part: part.kind,
      returnedMinor: minorUnits(returnedMinor),
      ...settle(command, lot, account, points),
    },
  ])
}

/** Splits what comes back to a lot: what makes good for points let go, and what is left. */
const makeGood = (account: LoyaltyAccount, part: Taken) => {
  const forgiven = account.lots.get(part.earningId)?.forgivenPoints ?? 0
  const cancelled = Math.min(part.points, forgiven)
  return { part, cancelled, left: part.points - cancelled }
}

/** Restores parts to their lots after debt took its share, the first part first; none without points. */
const afterDebt = (parts: ReadonlyArray<Taken>, debtPoints: number): ReadonlyArray<Taken> => {
  let owed = debtPoints
  return parts.flatMap((part) => {
    const paid = Math.min(owed, part.points)
    owed -= paid
    return part.points > paid ? [{ ...part, points: part.points - paid }] : []
  })
}

/**
 * Gives redeemed points back, to their own lots and with their own last days.
 *
 * Shape: `RedemptionReversed`. Points whose earning was reversed meanwhile do not come back: they make good
 * what was let go, then debt. A lot that is past its last day takes its points and expires with the next run.
 * Rejects: `UnknownRedemption`, `RedemptionAlreadyReversed`, `ConflictingDuplicate`.
 * Source: domain edge case 77, invariant 36.
 */
export const reverseRedemption = (
  command: ReverseRedemption,
  account: LoyaltyAccount,
): Decision => {
  const { effectiveOn, customerId, changeId, redemptionId, rule } = command
  const words = wordsOfReturn(redemptionId)
  const before = onceAs(changeId, account.changes.get(changeId), words)
  if (before !== undefined) return before
  const redemption = account.redemptions.get(redemptionId)
  if (redemption === undefined) return E.left({ type: 'UnknownRedemption', redemptionId })
  if (redemption.isReversed) return E.left({ type: 'RedemptionAlreadyReversed', redemptionId })
  const split = redemption.lots.map((part) => makeGood(account, part))
  const cancelled = split.flatMap(({ part, cancelled: points }) =>
    points > 0 ? [{ ...part, points }] : [],
  )
  const rest = split.map(({ part, left }) => ({ ...part, points: left }))
  const lots = [...afterDebt(rest, account.debtPoints)]
  const offsetPoints = pointsOf(rest) - pointsOf(lots)
  const facts = { effectiveOn, customerId, ...ruleOf(rule), changeId, redemptionId }
  const points = pointsOf(redemption.lots)
  return E.right([{ type: 'RedemptionReversed', ...facts, points, lots, cancelled, offsetPoints }])
}
