import * as E from 'fp-ts/lib/Either.js'
import { addDays, isZone } from '../../shared/index.ts'
import type { ReactivateSubscription, RecordSubscription, StartSubscription } from '../commands.ts'
import { priceOf, startOfPeriod } from '../periods.ts'
import type { Plan } from '../plan.ts'
import { isOver, type Subscription } from '../state.ts'
import { begun, changeOf, knownZone, soundPlan } from './checks.ts'
import type { Decision } from './decision.ts'

type Start = StartSubscription | RecordSubscription

/** Plan and zone are sound, and nothing began before. */
const startable = (command: Start, { status }: Subscription) => {
  if (status !== 'none')
    return E.left({
      type: 'SubscriptionAlreadyStarted',
      subscriptionId: command.subscriptionId,
    } as const)
  const plan = soundPlan(command.plan)
  return E.isRight(plan) && !isZone(command.zone) ? knownZone(command.zone) : plan
}

/** A period from a day, with its first price. */
export const firstPeriod = (
  plan: Plan,
  from: StartSubscription['effectiveOn'],
  index: number,
  priceMinor = priceOf(plan, 0),
) => ({
  currency: plan.currency,
  period: { index, from, to: startOfPeriod(from, plan.interval, 1) },
  priceMinor,
  recurringMinor: priceMinor,
})

/**
 * Begins a subscription on `effectiveOn`, from which its periods are counted.
 *
 * Shape: `TrialStarted` where a trial is wanted and the plan has one, else `SubscriptionStarted` with
 * period 0 and its price. Rejects: `SubscriptionAlreadyStarted`, `PlanUnsound`, `UnknownZone`.
 */
export const start = (command: StartSubscription, subscription: Subscription): Decision => {
  const sound = startable(command, subscription)
  if (E.isLeft(sound)) return sound
  const { plan, zone, effectiveOn, withTrial } = command
  const facts = { ...changeOf(command), plan, zone }
  if (withTrial && plan.trialDays > 0) {
    const trialEndsOn = addDays(effectiveOn, plan.trialDays)
    return E.right([{ type: 'TrialStarted', ...facts, trialEndsOn }])
  }
  return E.right([{ type: 'SubscriptionStarted', ...facts, ...firstPeriod(plan, effectiveOn, 0) }])
}

/** A subscription from elsewhere, at the price agreed there. Rejects: as `start`. */
export const recordStart = (command: RecordSubscription, subscription: Subscription): Decision => {
  const sound = startable(command, subscription)
  if (E.isLeft(sound)) return sound
  const { plan, zone, effectiveOn, priceMinor } = command
  const facts = { ...changeOf(command), plan, zone }
  return E.right([
    { type: 'SubscriptionStarted', ...facts, ...firstPeriod(plan, effectiveOn, 0, priceMinor) },
  ])
}

/**
 * Takes an ended subscription up again, with a new anchor and the next index.
 *
 * Shape: `SubscriptionReactivated` with the day of the first start, so that the cohort stays. Rejects:
 * `SubscriptionNotStarted`, `BeforeLastChange`, `NotEnded`, `PlanUnsound`, `PlanInAnotherCurrency`.
 * Source: domain 1-44, edge case 76.
 */
export const reactivate = (
  command: ReactivateSubscription,
  subscription: Subscription,
): Decision => {
  const before = begun(command, subscription)
  if (E.isLeft(before)) return before
  const { effectiveOn, plan } = command
  const { endsOn, firstStartedOn, course } = subscription
  if (!isOver(subscription, effectiveOn)) return E.left({ type: 'NotEnded', endsOn })
  const sound = soundPlan(plan)
  if (E.isLeft(sound)) return sound
  if (plan.currency !== before.right.currency)
    return E.left({
      type: 'PlanInAnotherCurrency',
      currency: before.right.currency,
      offered: plan.currency,
    })
  const index = course === null ? 0 : course.period.index + 1
  const days = { firstStartedOn: firstStartedOn ?? effectiveOn, endedOn: endsOn ?? effectiveOn }
  const period = firstPeriod(plan, effectiveOn, index)
  return E.right([
    { type: 'SubscriptionReactivated', ...changeOf(command), ...period, plan, ...days },
  ])
}
