import type { World } from '@tenure/testing/world'
import type { LoyaltyRule } from '../src/loyalty/index.ts'
import type { TradeRules } from '../src/policies/index.ts'
import { changeId, minorUnits, text } from '../src/shared/index.ts'
import { ada, EUR, houseRules } from './policies-words.ts'

// More words for the examples of the policies: points, subscriptions, sequences.

/** A point a euro for a post-paid purchase that was paid in time; a hundred points are worth a euro. */
export const points: LoyaltyRule = {
  ruleId: text('points'),
  version: 1,
  currency: EUR,
  earnings: [
    {
      trigger: 'postpaidPaidOnTime',
      rate: { kind: 'perAmount', points: 1, perMinor: 100, rounding: 'down' },
    },
  ],
  thresholdPoints: 100,
  worth: { points: 100, worthMinor: minorUnits(100) },
  lotMonths: 12,
  reversal: { kind: 'negative', debtCapPoints: 1_000 },
  tierBasis: 'points',
  tierWindowMonths: 12,
  tiers: [{ tier: text('gold'), from: 1_000, benefits: [text('early access')] }],
  rewards: [],
}

export const houseWithPoints: TradeRules = { ...houseRules, loyalty: points }

export const enrol = (world: World): void => {
  world.tell({
    room: 'loyalty',
    command: {
      type: 'EnrolLoyalty',
      effectiveOn: world.today(),
      customerId: ada,
      changeId: changeId('enrol'),
      rule: points,
    },
  })
}
