import * as t from 'io-ts'
import { Currency, MinorUnits, nullable, Positive, Text, Whole } from '../shared/index.ts'

/** How long a period is: so many days, weeks, months or years, counted from the original anchor day. */
export const Interval = t.strict({
  unit: t.keyof({ day: null, week: null, month: null, year: null }),
  count: Positive,
})
export type Interval = t.TypeOf<typeof Interval>

/** A price that holds for so many periods before the next phase, and at last before the full price. */
export const PricePhase = t.strict({ periods: Positive, priceMinor: MinorUnits })
export type PricePhase = t.TypeOf<typeof PricePhase>

/** What leaving before `periods` were served costs, or that it is refused. */
export const Commitment = t.strict({
  periods: Positive,
  earlyTermination: t.union([
    t.strict({ kind: t.literal('fee'), feeMinor: MinorUnits }),
    t.strict({ kind: t.literal('refuse') }),
  ]),
})
export type Commitment = t.TypeOf<typeof Commitment>

/**
 * How long and how soon a subscriber may pause. `extend` moves the end of the period by the paused days;
 * `keep` leaves the periods where they are and credits the paused days.
 */
export const PausePolicy = t.strict({
  maxDays: Whole,
  noticeDays: Whole,
  period: t.keyof({ extend: null, keep: null }),
})
export type PausePolicy = t.TypeOf<typeof PausePolicy>

/** Days before a renewal on which it is announced; earlier where the payment method will have expired. */
export const NoticePolicy = t.strict({ daysBefore: Whole, daysBeforeIfExpired: Whole })
export type NoticePolicy = t.TypeOf<typeof NoticePolicy>

/** A subscription plan as data with a version. Prices are net of discounts and without tax. */
export const Plan = t.strict({
  planId: Text,
  version: Whole,
  tier: Text,
  interval: Interval,
  /** The full price of one period, after every phase. 0 is a free tier. */
  priceMinor: MinorUnits,
  currency: Currency,
  trialDays: Whole,
  phases: t.readonlyArray(PricePhase),
  commitment: nullable(Commitment),
  entitlements: t.readonlyArray(Text),
  /** Null where the plan cannot be paused. */
  pause: nullable(PausePolicy),
  notice: NoticePolicy,
  /** `mandate`: collected by itself, so a renewal needs a valid payment method; `invoice`: paid on invoice. */
  collection: t.keyof({ mandate: null, invoice: null }),
  refundOnCancel: t.keyof({ none: null, unusedDays: null }),
})
export type Plan = t.TypeOf<typeof Plan>

/**
 * When a failed charge is tried again, in days after the first failure of its period. A hard decline is
 * never tried again.
 */
export const RetryPolicy = t.strict({
  policyId: Text,
  version: Whole,
  afterDays: t.readonlyArray(Positive),
})
export type RetryPolicy = t.TypeOf<typeof RetryPolicy>
