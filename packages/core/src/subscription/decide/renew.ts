import * as E from 'fp-ts/lib/Either.js'
import type { RecordRenewal, RenewSubscription } from '../commands.ts'
import { nextOf, type Course, type Upcoming } from '../course.ts'
import type { SubscriptionEvent } from '../events.ts'
import type { Subscription } from '../state.ts'
import { wordsOfRenewal } from '../words.ts'
import { begun, chargeable, factsOf, running } from './checks.ts'
import type { Decision } from './decision.ts'

/** The plan that was agreed for the next period takes over. */
const changedPlan = (
  command: RenewSubscription,
  { course, recurringMinor }: Upcoming,
  before: Course,
  changeId: Subscription['agreedBy'],
): ReadonlyArray<SubscriptionEvent> => {
  if (changeId === null) return []
  const { planId, version, interval, currency } = before.plan
  return [
    {
      type: 'PlanChanged',
      ...factsOf(command),
      changeId,
      currency,
      previous: { planId, version, interval, recurringMinor: before.recurringMinor },
      plan: course.plan,
      recurringMinor,
      when: 'periodEnd',
      period: course.period,
      lines: [],
    },
  ]
}

const phaseEvents = (
  command: RenewSubscription,
  { course, recurringMinor }: Upcoming,
  before: Course,
): ReadonlyArray<SubscriptionEvent> =>
  before.recurringMinor === recurringMinor
    ? []
    : [
        {
          type: 'PricePhaseStarted',
          ...factsOf(command),
          currency: course.plan.currency,
          periodIndex: course.period.index,
          interval: course.plan.interval,
          recurringBeforeMinor: before.recurringMinor,
          recurringMinor,
        },
      ]

const renewed = (command: RenewSubscription, next: Upcoming): SubscriptionEvent => {
  const { priceMinor, recurringMinor, pausedDays, free } = next
  const { planId, version, currency, interval } = next.course.plan
  return {
    type: 'SubscriptionRenewed',
    ...factsOf(command),
    currency,
    period: next.course.period,
    priceMinor,
    recurringMinor,
    planId,
    planVersion: version,
    interval,
    pausedDays,
    free,
  }
}

/** Nothing for an index that a renewal billed; a refusal for one that another event billed. */
const billedBefore = (
  { periodIndex }: RenewSubscription,
  { renewals, course }: Subscription,
): Decision | undefined => {
  if (renewals.has(periodIndex)) return E.right([])
  if (course === null || periodIndex > course.period.index) return undefined
  const recorded = wordsOfRenewal(course.period, course.recurringMinor)
  return E.left({ type: 'PeriodAlreadyBilled', periodIndex, recorded })
}

/**
 * Bills the next period, by its index.
 *
 * Shape: nothing where that index was renewed before; else `SubscriptionRenewed`, after `PlanChanged` where
 * another plan was agreed for the period end, or `PricePhaseStarted` where the plan's price changes. Never
 * before the last period is over. Rejects: `PeriodAlreadyBilled` (by the start), `NotTheNextPeriod`,
 * `PeriodStillRuns`, `NoMandate`, `AlreadyCancelled`, `WrongStatus` and what `standing` refuses.
 * Source: domain 1-14, 1-25, invariant 20.
 */
export const renew = (command: RenewSubscription, subscription: Subscription): Decision => {
  const before = billedBefore(command, subscription)
  if (before !== undefined) return before
  const checked = running(command, subscription)
  if (E.isLeft(checked)) return checked
  const course = checked.right
  const { index, to } = course.period
  if (command.periodIndex !== index + 1)
    return E.left({
      type: 'NotTheNextPeriod',
      nextIndex: index + 1,
      offeredIndex: command.periodIndex,
    })
  if (command.effectiveOn < to) return E.left({ type: 'PeriodStillRuns', periodIndex: index, to })
  const next = nextOf(course)
  const able = chargeable(next.course.plan, next.priceMinor, subscription, command.effectiveOn)
  if (E.isLeft(able)) return able
  const changes = next.changedPlan
    ? changedPlan(command, next, course, subscription.agreedBy)
    : phaseEvents(command, next, course)
  return E.right([...changes, renewed(command, next)])
}

/**
 * A renewal made elsewhere, at any price and length.
 *
 * Shape: nothing where it was recorded with the same days and price. Rejects: `SubscriptionNotStarted`,
 * `WrongStatus` where no period came before, `PeriodAlreadyBilled` with another price or other days,
 * `NotTheNextPeriod`, `PeriodsApart`.
 */
export const recordRenewal = (command: RecordRenewal, subscription: Subscription): Decision => {
  const { periodIndex, from, to, priceMinor, subscriptionId, effectiveOn } = command
  const { renewals, course, status, changedOn } = subscription
  const offered = wordsOfRenewal({ from, to }, priceMinor)
  const recorded = renewals.get(periodIndex)
  if (recorded === offered) return E.right([])
  // A fact from elsewhere may be older than what changed since.
  const day = changedOn !== null && changedOn > effectiveOn ? changedOn : effectiveOn
  const plan = begun({ effectiveOn: day, subscriptionId }, subscription)
  if (E.isLeft(plan)) return plan
  if (course === null || status === 'ended') return E.left({ type: 'WrongStatus', status })
  const { index, to: expectedFrom } = course.period
  if (periodIndex <= index)
    return E.left({
      type: 'PeriodAlreadyBilled',
      periodIndex,
      recorded: recorded ?? wordsOfRenewal(course.period, course.recurringMinor),
    })
  if (periodIndex !== index + 1)
    return E.left({ type: 'NotTheNextPeriod', nextIndex: index + 1, offeredIndex: periodIndex })
  if (from !== expectedFrom || to <= from)
    return E.left({ type: 'PeriodsApart', expectedFrom, offeredFrom: from, offeredTo: to })
  const { planId, version, interval, currency } = course.plan
  return E.right([
    {
      type: 'SubscriptionRenewed',
      ...factsOf(command),
      currency,
      period: { index: periodIndex, from, to },
      priceMinor,
      recurringMinor: priceMinor,
      planId,
      planVersion: version,
      interval,
      pausedDays: 0,
      free: false,
    },
  ])
}
