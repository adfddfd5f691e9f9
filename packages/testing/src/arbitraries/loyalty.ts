import * as fc from 'fast-check'
import type { LoyaltyCommand, LoyaltyRule } from '@tenure/core/loyalty'
import {
  civilDate,
  creditId,
  currency,
  earningId,
  minorUnits,
  redemptionId,
  type CivilDate,
} from '@tenure/core/shared'
import { smallPool, text } from './text.ts'
import { anyMinor, changeIds, civilDay, customerIds, orderIds } from './words.ts'

const points = fc.constantFrom(0, 1, 1, 20, 30, 30, 50, 99, 100, 150)
const eur = currency('EUR')

/** Rules of every kind, with the three ways of taking spent points back; the debt cap is always 120. */
export const loyaltyRule: fc.Arbitrary<LoyaltyRule> = fc.record({
  ruleId: fc.constant(text('points')),
  version: fc.constantFrom(1, 2),
  currency: fc.constant(eur),
  earnings: fc.constantFrom<LoyaltyRule['earnings']>(
    [{ trigger: 'purchase', rate: { kind: 'fixed', points: 100 } }],
    [
      {
        trigger: 'purchase',
        rate: { kind: 'perAmount', points: 1, perMinor: 1, rounding: 'down' },
      },
      {
        trigger: 'postpaidPaidOnTime',
        rate: { kind: 'perAmount', points: 2, perMinor: 3, rounding: 'halfUp' },
      },
      { trigger: 'referral', rate: { kind: 'fixed', points: 50 } },
    ],
    [
      {
        trigger: 'purchase',
        rate: { kind: 'perAmount', points: 1, perMinor: 100, rounding: 'halfEven' },
      },
    ],
  ),
  thresholdPoints: fc.constantFrom(0, 50),
  worth: fc.constantFrom(
    { points: 1, worthMinor: minorUnits(1) },
    { points: 100, worthMinor: minorUnits(99) },
  ),
  lotMonths: fc.constantFrom(null, 1, 12, 12),
  reversal: fc.constantFrom<LoyaltyRule['reversal']>(
    { kind: 'negative', debtCapPoints: 120 },
    { kind: 'offset', debtCapPoints: 120 },
    { kind: 'forgive' },
  ),
  tierBasis: fc.constantFrom('points' as const, 'spend' as const),
  tierWindowMonths: fc.constantFrom(1, 12),
  tiers: fc.constantFrom<LoyaltyRule['tiers']>(
    [],
    [
      { tier: text('silver'), from: 100, benefits: [] },
      { tier: text('gold'), from: 200, benefits: [text('early access')] },
    ],
  ),
  rewards: fc.constantFrom<LoyaltyRule['rewards']>(
    [],
    [
      { rewardId: text('__proto__'), points: 60, fromTier: null },
      { rewardId: text('constructor'), points: 10, fromTier: text('silver') },
    ],
  ),
})

/** A rule that its codec refuses, now and then. */
const anyRule: fc.Arbitrary<LoyaltyRule> = fc.oneof(
  { weight: 15, arbitrary: loyaltyRule },
  { weight: 1, arbitrary: loyaltyRule.map((rule) => ({ ...rule, tierWindowMonths: 0 })) },
)

/** Few days, so that what is earned is there to be redeemed, and some that lie apart. */
const day: fc.Arbitrary<CivilDate> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(civilDate('2024-02-01'), civilDate('2024-02-02')) },
  { weight: 1, arbitrary: civilDay },
)
const about = { effectiveOn: day, customerId: customerIds(1) }
const ruled = { ...about, rule: anyRule }
const change = { ...ruled, changeId: changeIds(16) }
const earning = smallPool(5).map(earningId)
const redemption = smallPool(3).map(redemptionId)
const anyCurrency = fc.oneof(
  { weight: 9, arbitrary: fc.constant(eur) },
  { weight: 1, arbitrary: fc.constant(currency('JPY')) },
)
const small = fc.constantFrom(0, 30, 50, 100, 100, 250).map(minorUnits)
const withPoints = fc.constantFrom(0, 0, 0, 20).map(minorUnits)

const evidence = fc.oneof(
  fc.record({
    kind: fc.constant('purchase' as const),
    orderId: orderIds(12),
    currency: anyCurrency,
    netMinor: small,
    paidWithPointsMinor: withPoints,
  }),
  fc.record({
    kind: fc.constant('postpaidPayment' as const),
    orderId: orderIds(12),
    currency: anyCurrency,
    totalMinor: small,
    openMinor: fc.constantFrom(0, 0, 0, 1).map(minorUnits),
    paidWithPointsMinor: withPoints,
    dueOn: civilDay,
    paidOn: civilDay,
  }),
  fc.record({ kind: fc.constant('referral' as const), referredCustomerId: customerIds(3) }),
)
const as = fc.oneof(
  fc.record({
    kind: fc.constant('storeCredit' as const),
    creditId: smallPool(3).map(creditId),
    points,
  }),
  fc.record({ kind: fc.constant('discount' as const), orderId: orderIds(3), points }),
  fc.record({ kind: fc.constant('reward' as const), rewardId: smallPool(3) }),
)
const part = fc.oneof(
  fc.constant({ kind: 'whole' as const }),
  fc.record({ kind: fc.constant('amount' as const), amountMinor: small }),
)
const is = <T extends string>(type: T): fc.Arbitrary<T> => fc.constant(type)

/** Commands to one account: earnings and redemptions that meet, and returns of both. */
export const loyaltyCommand: fc.Arbitrary<LoyaltyCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: is('EnrolLoyalty'), ...change }) },
  {
    weight: 10,
    arbitrary: fc.record({ type: is('EarnPoints'), ...ruled, earningId: earning, evidence }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: is('RecordPoints'),
      ...ruled,
      earningId: earning,
      points,
      expiresOn: fc.option(civilDay, { nil: null }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ type: is('RedeemPoints'), ...ruled, redemptionId: redemption, as }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: is('ReverseEarning'), ...change, earningId: earning, part }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: is('ReverseRedemption'),
      ...change,
      redemptionId: redemption,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: is('ExpireLots'), ...about }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: is('AdjustTier'),
      ...ruled,
      spendMinor: fc.option(anyMinor, { nil: null }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: is('NoteOrderTier'), ...about, orderId: orderIds(3) }),
  },
)
