import * as fc from 'fast-check'
import type { SubscriptionCommand } from '@tenure/core/subscription'
import { civilDate, subscriptionId, type CivilDate } from '@tenure/core/shared'
import { retryPolicy, subscriptionPlan } from './subscription-plans.ts'
import { smallPool, text } from './text.ts'
import { anyMinor, changeIds, civilDayBetween, customerIds, perhapsText } from './words.ts'

const late = fc.constant(civilDate('2024-03-05'))

/**
 * Mostly one late day, on which much happens, and some earlier ones: a command before the latest change is refused, so
 * that days drawn evenly would make short lives.
 */
const day: fc.Arbitrary<CivilDate> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(civilDate('2024-01-31')) },
  { weight: 2, arbitrary: fc.constantFrom(...['2024-02-07', '2024-02-10'].map(civilDate)) },
  { weight: 30, arbitrary: late },
  { weight: 1, arbitrary: civilDayBetween('2024-01-28', '2024-03-20') },
)
const anyDay = civilDayBetween('2024-01-29', '2024-03-25')
const about = {
  effectiveOn: day,
  customerId: fc.oneof(
    { weight: 30, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: customerIds(2) },
  ),
  subscriptionId: fc.oneof(
    { weight: 19, arbitrary: smallPool(1).map(subscriptionId) },
    { weight: 1, arbitrary: smallPool(2).map(subscriptionId) },
  ),
}
const change = { ...about, changeId: changeIds(40) }
const zone = fc.constantFrom(text('UTC'), text('Asia/Tokyo'), text('America/Los_Angeles'))
const anyZone = fc.oneof({ weight: 9, arbitrary: zone }, { weight: 1, arbitrary: smallPool(2) })
const periodIndex = fc.constantFrom(0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4)
const methodId = smallPool(2)

const is = <T extends string>(...types: ReadonlyArray<T>): fc.Arbitrary<T> =>
  fc.constantFrom(...types)

/** A start is early, so that there is something to renew. */
const early = fc.constantFrom(...['2024-01-31', '2024-02-10', '2024-02-29'].map(civilDate))

/** The span of a pause: mostly from the late day on, for some days. */
const span = fc.record({
  from: fc.oneof({ weight: 3, arbitrary: civilDayBetween('2024-03-05', '2024-03-08') }, anyDay),
  to: fc.oneof({ weight: 3, arbitrary: civilDayBetween('2024-03-09', '2024-03-20') }, anyDay),
})

const lifecycle: fc.Arbitrary<SubscriptionCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: is('StartSubscription'),
      ...change,
      effectiveOn: early,
      plan: subscriptionPlan,
      zone: anyZone,
      withTrial: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: is('RecordSubscription'),
      ...change,
      effectiveOn: early,
      plan: subscriptionPlan,
      zone: anyZone,
      priceMinor: anyMinor,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: is('ConvertTrial'),
      ...change,
      firstCharge: is('paid', 'failed', 'invoiced'),
    }),
  },
  {
    weight: 24,
    arbitrary: fc.record({
      type: is('RenewSubscription'),
      ...about,
      effectiveOn: late,
      periodIndex,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: is('RecordRenewal'),
      ...about,
      periodIndex,
      from: day,
      to: day,
      priceMinor: anyMinor,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: is('ChangePlan'),
      ...change,
      plan: subscriptionPlan,
      when: is('now', 'periodEnd'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ ...change, span }).map(({ span: { from, to }, ...rest }) => ({
      type: 'PauseSubscription' as const,
      ...rest,
      from: from < to ? from : to,
      to: from < to ? to : from,
    })),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: is('ResumeSubscription', 'ReinstateSubscription', 'WithdrawCancellation'),
      ...change,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: is('ExpireSubscription'), ...change }) },
)

const around: fc.Arbitrary<SubscriptionCommand> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ type: is('SuspendSubscription'), ...change, reason: perhapsText }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: is('CancelSubscription'),
      ...change,
      at: is('now', 'periodEnd'),
      voluntary: fc.boolean(),
      reason: perhapsText,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: is('RecordSubscriptionEnd'),
      ...change,
      voluntary: fc.boolean(),
      reason: perhapsText,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ type: is('ReactivateSubscription'), ...change, plan: subscriptionPlan }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: is('GrantFreePeriods'),
      ...change,
      periods: fc.integer({ min: 0, max: 2 }),
      reason: perhapsText,
    }),
  },
  { weight: 5, arbitrary: fc.record({ type: is('SendRenewalNotice'), ...about, periodIndex }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: is('MoveSubscriptionZone'), ...change, zone: anyZone }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: is('RecordMandate'),
      ...change,
      methodId,
      kind: is('card', 'bankAccount', 'wallet'),
      expiresOn: fc.option(day, { nil: null }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: is('RecordMandateExpiry'), ...change, methodId }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: is('RecordChargeFailure'),
      ...change,
      periodIndex,
      decline: is('hard', 'soft'),
      policy: retryPolicy,
    }),
  },
)

/** Commands to two subscriptions of one customer, in an order of days that is not always theirs. */
export const subscriptionCommand: fc.Arbitrary<SubscriptionCommand> = fc.oneof(
  { weight: 5, arbitrary: lifecycle },
  { weight: 1, arbitrary: around },
)
