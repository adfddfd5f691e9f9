import * as E from 'fp-ts/lib/Either.js'
import { minorUnits } from '../../shared/index.ts'
import type {
  CancelSubscription,
  ExpireSubscription,
  RecordSubscriptionEnd,
  WithdrawCancellation,
} from '../commands.ts'
import type { Course } from '../course.ts'
import type { SubscriptionEvent } from '../events.ts'
import { linesFor } from '../proration.ts'
import type { ProrationLine } from '../shapes.ts'
import type { Subscription } from '../state.ts'
import { changeOf, standing } from './checks.ts'
import type { Decision } from './decision.ts'

type Command = CancelSubscription | RecordSubscriptionEnd

const trialCancelled = (command: Command): SubscriptionEvent => ({
  type: 'TrialCancelled',
  ...changeOf(command),
  voluntary: command.voluntary,
})

const cancelled = (
  command: Command,
  course: Course,
  at: 'now' | 'periodEnd',
  lines: ReadonlyArray<ProrationLine>,
): SubscriptionEvent => ({
  type: 'SubscriptionCancelled',
  ...changeOf(command),
  currency: course.plan.currency,
  at,
  endsOn: at === 'now' ? command.effectiveOn : course.period.to,
  voluntary: command.voluntary,
  reason: command.reason,
  lines,
})

/** Whole periods of the plan that will have been served when the subscription ends. */
const servedPeriods = ({ at, effectiveOn }: CancelSubscription, course: Course): number => {
  const { period, sinceIndex } = course
  const whole = at === 'periodEnd' || effectiveOn >= period.to
  return period.index - sinceIndex + (whole ? 1 : 0)
}

/** The fee, or the refusal, where somebody leaves before the time that was agreed. */
const earlyTermination = (command: CancelSubscription, course: Course): Decision => {
  const { commitment, currency } = course.plan
  const periodsServed = servedPeriods(command, course)
  if (!command.voluntary || commitment === null || periodsServed >= commitment.periods)
    return E.right([])
  const { periods: periodsAgreed, earlyTermination: rule } = commitment
  if (rule.kind === 'refuse')
    return E.left({ type: 'CommitmentNotOver', periodsServed, periodsAgreed })
  const { feeMinor } = rule
  const told = { currency, feeMinor, periodsServed, periodsAgreed }
  return E.right([{ type: 'EarlyTerminationCharged', ...changeOf(command), ...told }])
}

/**
 * Ends a subscription today, or with its period.
 *
 * Shape: in a trial `TrialCancelled`, which is no churn; else `SubscriptionCancelled`, with a credit for the
 * days that are left where the plan gives one, and `EarlyTerminationCharged` where the contract agreed on a
 * longer time and the customer chose to go. Rejects: what `standing` refuses, `AlreadyCancelled`,
 * `CommitmentNotOver`. Source: domain 1-03, 1-18, edge case 74.
 */
export const cancel = (command: CancelSubscription, subscription: Subscription): Decision => {
  const checked = standing(command, subscription)
  if (E.isLeft(checked)) return checked
  const { course, endsOn, status } = subscription
  if (status === 'trialing' || course === null) return E.right([trialCancelled(command)])
  if (endsOn !== null) return E.left({ type: 'AlreadyCancelled', endsOn })
  const early = earlyTermination(command, course)
  if (E.isLeft(early)) return early
  const { plan, period, pauses, wholeMinor } = course
  const refunds = command.at === 'now' && plan.refundOnCancel === 'unusedDays'
  const rest = { from: command.effectiveOn, to: period.to }
  const lines = refunds ? linesFor('credit', plan.planId, { wholeMinor, period, pauses }, rest) : []
  return E.right([cancelled(command, course, command.at, lines), ...early.right])
}

/** An end decided elsewhere, on its day. Rejects: `SubscriptionNotStarted`, `SubscriptionEnded`. */
export const recordEnd = (command: RecordSubscriptionEnd, subscription: Subscription): Decision => {
  const { status, course, endsOn } = subscription
  const { subscriptionId } = command
  if (status === 'none') return E.left({ type: 'SubscriptionNotStarted', subscriptionId })
  if (status === 'ended') return E.left({ type: 'SubscriptionEnded', endsOn })
  if (status === 'trialing' || course === null) return E.right([trialCancelled(command)])
  return E.right([cancelled(command, course, 'now', [])])
}

/**
 * Takes back a cancellation before it ends anything, and the fee that came with it.
 * Rejects: what `standing` refuses, `NotCancelled`.
 */
export const withdraw = (command: WithdrawCancellation, subscription: Subscription): Decision => {
  const checked = standing(command, subscription)
  if (E.isLeft(checked)) return checked
  const { endsOn, earlyFeeMinor } = subscription
  if (endsOn === null)
    return E.left({ type: 'NotCancelled', subscriptionId: command.subscriptionId })
  const { currency } = checked.right
  const waivedFeeMinor = minorUnits(earlyFeeMinor)
  return E.right([
    { type: 'CancellationWithdrawn', ...changeOf(command), currency, endsOn, waivedFeeMinor },
  ])
}

/**
 * Ends what nobody renewed.
 *
 * Shape: `TrialConversionMissed` after a trial; `SubscriptionExpired` on the day the last period ended.
 * Rejects: what `standing` refuses, `TrialNotOver`, `PeriodStillRuns`.
 */
export const expire = (command: ExpireSubscription, subscription: Subscription): Decision => {
  const checked = standing(command, subscription)
  if (E.isLeft(checked)) return checked
  const { course, trialEndsOn } = subscription
  const { effectiveOn } = command
  if (course === null) {
    if (trialEndsOn !== null && effectiveOn < trialEndsOn)
      return E.left({ type: 'TrialNotOver', trialEndsOn })
    const reason = 'trialEnded'
    return E.right([{ type: 'TrialConversionMissed', ...changeOf(command), reason }])
  }
  const { index, to: endsOn } = course.period
  if (effectiveOn < endsOn)
    return E.left({ type: 'PeriodStillRuns', periodIndex: index, to: endsOn })
  return E.right([{ type: 'SubscriptionExpired', ...changeOf(command), endsOn }])
}
