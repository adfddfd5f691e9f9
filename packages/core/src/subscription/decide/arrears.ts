import * as E from 'fp-ts/lib/Either.js'
import { addDays, laterDay, type CivilDate } from '../../shared/index.ts'
import type {
  RecordChargeFailure,
  ReinstateSubscription,
  SuspendSubscription,
} from '../commands.ts'
import type { Failures, Subscription } from '../state.ts'
import { changeOf, standing } from './checks.ts'
import type { Decision } from './decision.ts'

/**
 * Suspends what dunning did not bring in: entitlements end, the contract and its commitment stand.
 * Rejects: what `standing` refuses, `WrongStatus` in a trial and where it is suspended. Source: domain 1-15.
 */
export const suspend = (command: SuspendSubscription, subscription: Subscription): Decision => {
  const checked = standing(command, subscription)
  if (E.isLeft(checked)) return checked
  const { status } = subscription
  if (status !== 'active' && status !== 'pastDue') return E.left({ type: 'WrongStatus', status })
  return E.right([{ type: 'SubscriptionSuspended', ...changeOf(command), reason: command.reason }])
}

/** The arrears are settled. Rejects: what `standing` refuses, `WrongStatus` where nothing is in arrears. */
export const reinstate = (command: ReinstateSubscription, subscription: Subscription): Decision => {
  const checked = standing(command, subscription)
  if (E.isLeft(checked)) return checked
  const { status } = subscription
  if (status !== 'suspended' && status !== 'pastDue') return E.left({ type: 'WrongStatus', status })
  return E.right([{ type: 'SubscriptionReinstated', ...changeOf(command), after: status }])
}

/** The day of the next attempt, counted from the first failure; null where none is to follow. */
const retryDay = (
  command: RecordChargeFailure,
  attempt: number,
  before: Failures | undefined,
): CivilDate | null => {
  const { decline, policy, effectiveOn } = command
  const afterDays = policy.afterDays[attempt - 1]
  if (decline === 'hard' || before?.hard === true || afterDays === undefined) return null
  const day = addDays(before?.firstOn ?? effectiveOn, afterDays)
  return laterDay(day, addDays(effectiveOn, 1))
}

/**
 * A charge that the provider declined.
 *
 * Shape: `ChargeFailed` with the attempt's number for its period and the day of the next one: by the retry
 * policy, counted from the first failure, never on or before today. A hard decline is never tried again,
 * until another payment method is set. Rejects: `SubscriptionNotStarted`. Source: domain 3.3, policy 9.
 */
export const recordFailure = (
  command: RecordChargeFailure,
  subscription: Subscription,
): Decision => {
  const { status, failures } = subscription
  const { subscriptionId, periodIndex, decline, policy } = command
  if (status === 'none') return E.left({ type: 'SubscriptionNotStarted', subscriptionId })
  const before = failures?.periodIndex === periodIndex ? failures : undefined
  const attempt = (before?.attempts ?? 0) + 1
  const retryOn = retryDay(command, attempt, before)
  const { policyId, version: policyVersion } = policy
  const told = { periodIndex, attempt, decline, policyId, policyVersion, retryOn }
  return E.right([{ type: 'ChargeFailed', ...changeOf(command), ...told }])
}
