import * as E from 'fp-ts/lib/Either.js'
import { addDays, daysBetween, laterDay } from '../../shared/index.ts'
import type { PauseSubscription, ResumeSubscription } from '../commands.ts'
import { extendedBy, type Course } from '../course.ts'
import type { PausePolicy } from '../plan.ts'
import { linesFor, type Pause } from '../proration.ts'
import type { SubscriptionRejection } from '../rejections.ts'
import type { Subscription } from '../state.ts'
import { changeOf, pauseAfter, running, withinPeriod } from './checks.ts'
import type { Decision } from './decision.ts'

const spanOfPause = ({ from, to }: Pause): number => daysBetween(from, to)

/** Why the plan does not allow a pause; undefined where it does. */
const refusal = (
  { from, to, effectiveOn }: PauseSubscription,
  course: Course,
  policy: PausePolicy,
): SubscriptionRejection | undefined => {
  const { maxDays, noticeDays } = policy
  if (from < effectiveOn) return { type: 'RetroactivePause', from, askedOn: effectiveOn }
  if (from < addDays(effectiveOn, noticeDays)) return { type: 'PauseNeedsNotice', noticeDays, from }
  if (to <= from) return { type: 'EmptyPause', from, to }
  if (from > course.period.to)
    return { type: 'PauseBeyondPeriod', from, periodTo: course.period.to }
  const other = pauseAfter(course, effectiveOn)
  if (other !== undefined) return { type: 'AlreadyPaused', from: other.from, to: other.to }
  const days = daysBetween(from, to)
  const pausedDays = course.pauses.reduce((sum, pause) => sum + spanOfPause(pause), 0)
  return days + pausedDays > maxDays
    ? { type: 'PauseTooLong', days, pausedDays, maxDays }
    : undefined
}

const earlier = (a: Pause['to'], b: Pause['to']): Pause['to'] => (a < b ? a : b)

/**
 * Pauses a subscription for some days to come, without a fee.
 *
 * Shape: `SubscriptionPaused`. By the plan's policy, `extend` moves the end of the period by the paused
 * days; `keep` leaves it and credits those days of the period, and the renewal leaves out the rest.
 * Rejects: what `withinPeriod` refuses, `PauseNotOffered`, `RetroactivePause`, `PauseNeedsNotice`,
 * `EmptyPause`, `PauseBeyondPeriod`, `AlreadyPaused`, `PauseTooLong` (with the other pauses of the period).
 * Source: domain 1-46, edge case 72.
 */
export const pause = (command: PauseSubscription, subscription: Subscription): Decision => {
  const checked = withinPeriod(command, subscription)
  if (E.isLeft(checked)) return checked
  const course = checked.right
  const policy = course.plan.pause
  if (policy === null) return E.left({ type: 'PauseNotOffered', planId: course.plan.planId })
  const refused = refusal(command, course, policy)
  if (refused !== undefined) return E.left(refused)
  const { from, to } = command
  const pausedDays = daysBetween(from, to)
  const { plan, period, pauses, wholeMinor } = course
  const span = { from, to: earlier(to, period.to) }
  const extend = policy.period === 'extend'
  return E.right([
    {
      type: 'SubscriptionPaused',
      ...changeOf(command),
      currency: plan.currency,
      from,
      to,
      pausedDays,
      policy,
      period: extend ? extendedBy(course, pausedDays) : period,
      lines: extend ? [] : linesFor('credit', plan.planId, { wholeMinor, period, pauses }, span),
    },
  ])
}

/**
 * Ends a pause that would go on, or calls off one that has not begun.
 *
 * Shape: `SubscriptionResumed` with the days that it lasted. An extended period gives back the days that
 * were not paused; a kept one charges those of them that it had credited. Paused days are never billed.
 * Rejects: what `running` refuses, `NotPaused`. Source: domain edge case 73.
 */
export const resume = (command: ResumeSubscription, subscription: Subscription): Decision => {
  const checked = running(command, subscription)
  if (E.isLeft(checked)) return checked
  const course = checked.right
  const { effectiveOn, subscriptionId } = command
  const lasting = pauseAfter(course, effectiveOn)
  if (lasting === undefined) return E.left({ type: 'NotPaused', subscriptionId })
  const { from } = lasting
  const to = laterDay(from, effectiveOn)
  const pausedDays = daysBetween(from, to)
  const { plan, period, wholeMinor } = course
  const extend = lasting.period === 'extend'
  const others = course.pauses.filter((other) => other !== lasting)
  const span = { from: laterDay(to, period.from), to: earlier(lasting.to, period.to) }
  const prorated = { wholeMinor, period, pauses: others }
  return E.right([
    {
      type: 'SubscriptionResumed',
      ...changeOf(command),
      currency: plan.currency,
      from,
      to,
      pausedDays,
      period: extend ? extendedBy(course, pausedDays - spanOfPause(lasting)) : period,
      lines: extend || span.to <= span.from ? [] : linesFor('charge', plan.planId, prorated, span),
    },
  ])
}
