import * as E from 'fp-ts/lib/Either.js'
import type { ChangePlan } from '../commands.ts'
import type { Course } from '../course.ts'
import { priceOf, sameInterval, startOfPeriod } from '../periods.ts'
import { linesFor } from '../proration.ts'
import type { ProrationLine } from '../shapes.ts'
import type { Subscription } from '../state.ts'
import { changeOf, pauseAfter, soundPlan, withinPeriod } from './checks.ts'
import type { Decision } from './decision.ts'

/** The period from today on: the same one, or, where the interval changes, a new one with its whole price. */
const periodAfter = ({ plan, effectiveOn }: ChangePlan, course: Course) => {
  const { period } = course
  if (sameInterval(plan.interval, course.plan.interval)) return period
  const to = startOfPeriod(effectiveOn, plan.interval, 1)
  return { index: period.index + 1, from: effectiveOn, to }
}

const linesOf = (command: ChangePlan, course: Course): ReadonlyArray<ProrationLine> => {
  const { plan, effectiveOn } = command
  const { period, pauses, wholeMinor } = course
  const rest = { from: effectiveOn, to: period.to }
  const credit = linesFor('credit', course.plan.planId, { wholeMinor, period, pauses }, rest)
  const after = periodAfter(command, course)
  const price = priceOf(plan, 0)
  const same = after.index === period.index
  const prorated = { wholeMinor: price, period: after, pauses: same ? pauses : [] }
  const span = { from: effectiveOn, to: after.to }
  return [...credit, ...linesFor('charge', plan.planId, prorated, span)]
}

const changeNow = (command: ChangePlan, course: Course): Decision => {
  const { planId, version, interval, currency } = course.plan
  return E.right([
    {
      type: 'PlanChanged',
      ...changeOf(command),
      currency,
      previous: { planId, version, interval, recurringMinor: course.recurringMinor },
      plan: command.plan,
      recurringMinor: priceOf(command.plan, 0),
      when: 'now',
      period: periodAfter(command, course),
      lines: [...linesOf(command, course)],
    },
  ])
}

/**
 * Moves to another plan, or another version of the same one.
 *
 * Shape: at once, `PlanChanged` with a credit for the days that are left under the old plan and a charge for
 * them under the new one, both of the whole period; a plan of another interval begins a period of its own
 * today. At the period end, `PlanChangeAgreed`; the renewal then tells `PlanChanged`. A later change of
 * either kind replaces one that was agreed. Phases and commitment of the new plan count from its first
 * period. Rejects: what `withinPeriod` refuses, `PlanUnsound`, `PlanInAnotherCurrency`, `PlanUnchanged`,
 * `AlreadyPaused`. Source: domain 1-17, edge cases 19, 20 and 75.
 */
export const changePlan = (command: ChangePlan, subscription: Subscription): Decision => {
  const checked = withinPeriod(command, subscription)
  if (E.isLeft(checked)) return checked
  const course = checked.right
  const sound = soundPlan(command.plan)
  if (E.isLeft(sound)) return sound
  const { plan, when, effectiveOn } = command
  const { currency } = course.plan
  if (plan.currency !== currency)
    return E.left({ type: 'PlanInAnotherCurrency', currency, offered: plan.currency })
  const last = when === 'now' ? course.plan : (course.agreedPlan ?? course.plan)
  if (plan.planId === last.planId && plan.version === last.version)
    return E.left({ type: 'PlanUnchanged', planId: plan.planId, version: plan.version })
  const pause = pauseAfter(course, effectiveOn)
  if (pause !== undefined && when === 'now')
    return E.left({ type: 'AlreadyPaused', from: pause.from, to: pause.to })
  if (when === 'now') return changeNow(command, course)
  const startsOn = course.period.to
  return E.right([{ type: 'PlanChangeAgreed', ...changeOf(command), plan, startsOn }])
}
