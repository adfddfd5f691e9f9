import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { decideAt, reach, roomLaws, type Invariant } from '@tenure/testing'
import { civilDay, loyaltyCommand, loyaltyRule } from '@tenure/testing/arbitraries'
import {
  balanceOf,
  loyaltyRoom,
  tierFor,
  type LoyaltyAccount,
  type LoyaltyEvent,
} from '../src/loyalty/index.ts'
import {
  changeId,
  currency,
  customerId,
  earningId,
  fold,
  minorUnits,
  orderId,
} from '../src/shared/index.ts'

type Told = Invariant<LoyaltyAccount, LoyaltyEvent>

const debtCap = 120

/** A ledger of one number: what each event says of the balance. */
const movedBy = (event: LoyaltyEvent): number => {
  switch (event.type) {
    case 'PointsEarned':
      return event.points
    case 'PointsRedeemed':
    case 'PointsExpired':
      return -event.points
    case 'EarningReversed':
      return -(event.points - event.expiredPoints - event.forgivenPoints)
    case 'RedemptionReversed':
      return event.points - sum(event.cancelled)
    case 'LoyaltyEnrolled':
    case 'TierAdjusted':
    case 'OrderTierNoted':
      return 0
  }
}
const sum = (parts: ReadonlyArray<{ readonly points: number }>): number =>
  parts.reduce((total, { points }) => total + points, 0)

const balances: Told = {
  title: 'has a balance that is the sum of its facts, and of its lots less its debt [inv 36]',
  holds: (account, history) =>
    balanceOf(account) === history.reduce((total, event) => total + movedBy(event), 0),
}

const staysAboveTheCap: Told = {
  title: 'has no lot below zero, and a debt from zero up to its cap [inv 36]',
  holds: (account) =>
    account.debtPoints >= 0 &&
    account.debtPoints <= debtCap &&
    balanceOf(account) >= -debtCap &&
    [...account.lots.values()].every(
      (lot) =>
        lot.remainingPoints >= 0 &&
        lot.expiredPoints >= 0 &&
        lot.forgivenPoints >= 0 &&
        lot.reversedPoints <= lot.earnedPoints,
    ),
}

const addsUp: Told = {
  title: 'tells every point of a redemption and of a return [edge 77]',
  holds: (_, history) =>
    history.every((event) => {
      switch (event.type) {
        case 'PointsRedeemed':
          return sum(event.lots) === event.points
        case 'EarningReversed':
          return (
            sum(event.lots) + event.expiredPoints + event.debtPoints + event.forgivenPoints ===
            event.points
          )
        case 'RedemptionReversed':
          return sum(event.lots) + sum(event.cancelled) + event.offsetPoints === event.points
        default:
          return true
      }
    }),
}

const takesTheFirstToExpire: Told = {
  title: 'redeems from the lots that expire first [inv 36]',
  holds: (_, history) =>
    history.every(
      (event) =>
        event.type !== 'PointsRedeemed' ||
        event.lots.every(
          ({ expiresOn }, index) =>
            (event.lots[index - 1]?.expiresOn ?? '') <= (expiresOn ?? 'never') ||
            expiresOn === null,
        ),
    ),
}

const restoresTheLastDay: Told = {
  title: 'gives redeemed points back with the last day of their own lot [edge 77] [inv 36]',
  holds: ({ lots }, history) =>
    history.every(
      (event) =>
        event.type !== 'RedemptionReversed' ||
        event.lots.every((part) => lots.get(part.earningId)?.expiresOn === part.expiresOn),
    ),
}

const isNotFarmed: Told = {
  title:
    'keeps no point of an order that was returned whole after all else was given back [edge 77]',
  holds: (account, history) => {
    const allBack = [...account.redemptions.values()].every(({ isReversed }) => isReversed)
    const expired = history.some(({ type }) => type === 'PointsExpired')
    if (!allBack || expired) return true
    const kept = [...account.lots.values()].reduce(
      (total, lot) => total + lot.earnedPoints - lot.reversedPoints + lot.forgivenPoints,
      0,
    )
    return balanceOf(account) === kept
  },
}

describe('the loyalty room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: loyaltyRoom,
    command: loyaltyCommand,
    isQuestion: ({ type }) => type === 'ExpireLots' || type === 'AdjustTier',
    numRuns: runs(100),
    maxCommands: 60,
    invariants: [
      balances,
      staysAboveTheCap,
      addsUp,
      takesTheFirstToExpire,
      restoresTheLastDay,
      isNotFarmed,
    ],
  })
  for (const law of laws) it(law.title, law.check)
})

describe('after every history,', () => {
  it('an order that earns and is returned leaves the balance as it was [edge 77] [inv 36]', () => {
    const commands = fc.array(loyaltyCommand, { maxLength: 25, size: 'max' })
    fc.assert(
      fc.property(commands, loyaltyRule, civilDay, fc.nat(5000), (offered, rule, on, net) => {
        const history = reach(loyaltyRoom)(offered)
        const customer = history[0]?.customerId ?? customerId('Ада')
        const about = { effectiveOn: on, customerId: customer, rule }
        const earned = decideAt(loyaltyRoom)(history)({
          type: 'EarnPoints',
          ...about,
          earningId: earningId('fresh'),
          evidence: {
            kind: 'purchase',
            orderId: orderId('fresh'),
            currency: currency('EUR'),
            netMinor: minorUnits(net),
            paidWithPointsMinor: minorUnits(0),
          },
        })
        fc.pre(E.isRight(earned))
        const longer = [...history, ...earned.right]
        const returned = decideAt(loyaltyRoom)(longer)({
          type: 'ReverseEarning',
          ...about,
          changeId: changeId('fresh'),
          earningId: earningId('fresh'),
          part: { kind: 'whole' },
        })
        if (E.isLeft(returned)) throw new Error(loyaltyRoom.explain(returned.left))
        const balanceAfter = (events: ReadonlyArray<LoyaltyEvent>): number =>
          balanceOf(fold(loyaltyRoom.decider, events))
        const forgiven = returned.right.reduce(
          (total, event) => total + (event.type === 'EarningReversed' ? event.forgivenPoints : 0),
          0,
        )
        expect(balanceAfter([...longer, ...returned.right])).toBe(balanceAfter(history) + forgiven)
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('for every number of points,', () => {
  it('the tier is the highest whose number is not above it [edge 78]', () => {
    fc.assert(
      fc.property(loyaltyRule, fc.nat(400), (rule, measured) => {
        const reached = tierFor(rule, measured)
        const froms = rule.tiers.map(({ from }) => from).filter((from) => from <= measured)
        expect(reached?.from).toBe(froms.length === 0 ? undefined : Math.max(...froms))
      }),
      { numRuns: runs(100) },
    )
  })
})
