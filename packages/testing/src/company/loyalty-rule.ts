import type { LoyaltyRule } from '@tenure/core/loyalty'
import { currency, minorUnits, text } from '@tenure/core/shared'

/** A point for each ten euros paid in time; a hundred points are five euros, for a year. */
export const loyaltyRule: LoyaltyRule = {
  ruleId: text('house-points'),
  version: 1,
  currency: currency('EUR'),
  earnings: [
    {
      trigger: 'postpaidPaidOnTime',
      rate: { kind: 'perAmount', points: 1, perMinor: 1000, rounding: 'down' },
    },
  ],
  thresholdPoints: 100,
  worth: { points: 100, worthMinor: minorUnits(500) },
  lotMonths: 12,
  reversal: { kind: 'negative', debtCapPoints: 500 },
  tierBasis: 'points',
  tierWindowMonths: 12,
  tiers: [
    { tier: text('silver'), from: 200, benefits: [] },
    { tier: text('gold'), from: 1000, benefits: [] },
  ],
  rewards: [],
}
