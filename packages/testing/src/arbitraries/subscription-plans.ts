import * as fc from 'fast-check'
import type { Interval, Plan, RetryPolicy } from '@tenure/core/subscription'
import { currency, minorUnits } from '@tenure/core/shared'
import { text } from './text.ts'

const interval: fc.Arbitrary<Interval> = fc.constantFrom<Interval>(
  { unit: 'month', count: 1 },
  { unit: 'month', count: 3 },
  { unit: 'week', count: 2 },
  { unit: 'week', count: 2 },
  { unit: 'day', count: 10 },
  { unit: 'day', count: 10 },
  { unit: 'day', count: 10 },
  { unit: 'year', count: 1 },
)

/** A few plans of every kind: free, phased, committed, with both ways of pausing; some are unsound. */
export const subscriptionPlan: fc.Arbitrary<Plan> = fc
  .record({
    planId: fc.constantFrom(text('basic'), text('constructor')),
    version: fc.constantFrom(1, 2),
    tier: fc.constantFrom(text('free'), text('premium')),
    interval,
    priceMinor: fc.constantFrom(0, 100, 999, 1000).map(minorUnits),
    currency: fc.oneof(
      { weight: 9, arbitrary: fc.constant(currency('EUR')) },
      { weight: 1, arbitrary: fc.constant(currency('JPY')) },
    ),
    trialDays: fc.constantFrom(0, 7, 10),
    phases: fc.constantFrom<Plan['phases']>([], [{ periods: 2, priceMinor: minorUnits(50) }]),
    commitment: fc.constantFrom<Plan['commitment']>(
      null,
      null,
      { periods: 3, earlyTermination: { kind: 'fee', feeMinor: minorUnits(500) } },
      { periods: 2, earlyTermination: { kind: 'refuse' } },
    ),
    entitlements: fc.constantFrom([], [text('support')]),
    pause: fc.constantFrom<Plan['pause']>(
      null,
      { maxDays: 30, noticeDays: 0, period: 'extend' },
      { maxDays: 60, noticeDays: 1, period: 'keep' },
    ),
    notice: fc.constant({ daysBefore: 7, daysBeforeIfExpired: 14 }),
    collection: fc.constantFrom('invoice' as const, 'invoice' as const, 'mandate' as const),
    refundOnCancel: fc.constantFrom('none' as const, 'unusedDays' as const),
    isUnsound: fc.nat(19).map((n) => n === 0),
  })
  .map(({ isUnsound, ...sound }) =>
    isUnsound ? { ...sound, interval: { unit: 'month' as const, count: 0 } } : sound,
  )

/** One that tries again, and one that does not. */
export const retryPolicy: fc.Arbitrary<RetryPolicy> = fc.constantFrom<RetryPolicy>(
  { policyId: text('retry'), version: 1, afterDays: [3, 5, 7] },
  { policyId: text('never'), version: 1, afterDays: [] },
)
