import type { Draft } from 'immer'
import { daysBetween } from '../shared/index.ts'
import { endOfPeriod, type Course } from './course.ts'
import type { SubscriptionEvent } from './events.ts'
import { sameInterval } from './periods.ts'
import type { Plan } from './plan.ts'
import { copyOfPlan } from './plan-copy.ts'
import type { Period } from './shapes.ts'
import type { Subscription } from './state.ts'

type Told<T extends SubscriptionEvent['type']> = Extract<SubscriptionEvent, { readonly type: T }>

/** The beginning of a course: the first paid period, or the first after an end. */
const begin = (
  plan: Plan,
  { index, from, to }: Period,
  recurringMinor: Plan['priceMinor'],
): Draft<Course> => ({
  plan: copyOfPlan(plan),
  sinceIndex: index,
  anchor: { on: from, index },
  period: { index, from, to },
  extensionDays: 0,
  recurringMinor,
  wholeMinor: recurringMinor,
  pauses: [],
  agreedPlan: null,
  freePeriods: 0,
})

const move = (course: Draft<Course>, { index, from, to }: Period): void => {
  course.period = { index, from, to }
  course.pauses = course.pauses.filter((pause) => pause.to > from)
}

const renew = (course: Draft<Course>, event: Told<'SubscriptionRenewed'>): void => {
  const { index, from, to } = event.period
  if (course.extensionDays > 0) course.anchor = { on: from, index }
  course.extensionDays = 0
  move(course, event.period)
  // A period of another length was agreed elsewhere: later ones count from its end.
  if (endOfPeriod(course.anchor, course.plan, index) !== to)
    course.anchor = { on: to, index: index + 1 }
  course.recurringMinor = event.recurringMinor
  course.wholeMinor = event.free ? 0 : event.recurringMinor
  if (event.free) course.freePeriods = Math.max(0, course.freePeriods - 1)
}

const changePlan = (course: Draft<Course>, event: Told<'PlanChanged'>): void => {
  const { index, from } = event.period
  const same = sameInterval(course.plan.interval, event.plan.interval)
  if (!same || (event.when === 'periodEnd' && course.extensionDays > 0)) {
    course.anchor = { on: from, index }
    course.extensionDays = 0
  }
  move(course, event.period)
  course.plan = copyOfPlan(event.plan)
  course.sinceIndex = index
  course.agreedPlan = null
  course.recurringMinor = event.recurringMinor
  course.wholeMinor = event.recurringMinor
}

const resume = (course: Draft<Course>, event: Told<'SubscriptionResumed'>): void => {
  const pause = course.pauses.findLast(({ from }) => from === event.from)
  if (pause === undefined) return
  const { index, from, to } = event.period
  course.period = { index, from, to }
  if (pause.period === 'extend')
    course.extensionDays -= daysBetween(pause.from, pause.to) - event.pausedDays
  pause.to = event.to
  course.pauses = course.pauses.filter((kept) => kept.from < kept.to)
}

const pause = (course: Draft<Course>, event: Told<'SubscriptionPaused'>): void => {
  const { index, from, to } = event.period
  course.period = { index, from, to }
  course.pauses.push({ from: event.from, to: event.to, period: event.policy.period })
  if (event.policy.period === 'extend') course.extensionDays += event.pausedDays
}

const evolveRunning = (course: Draft<Course>, event: SubscriptionEvent): void => {
  switch (event.type) {
    case 'SubscriptionRenewed':
      return renew(course, event)
    case 'PlanChangeAgreed':
      course.agreedPlan = copyOfPlan(event.plan)
      return
    case 'PlanChanged':
      return changePlan(course, event)
    case 'SubscriptionPaused':
      return pause(course, event)
    case 'SubscriptionResumed':
      return resume(course, event)
    case 'SubscriptionCancelled':
      if (event.endsOn < course.period.to) course.period.to = event.endsOn
      return
    case 'FreePeriodsGranted':
      course.freePeriods = Math.min(Number.MAX_SAFE_INTEGER, course.freePeriods + event.periods)
      return
    default:
      // The other facts say nothing of periods and prices.
      return
  }
}

/** What an event makes of periods, prices and pauses. Total on any part of a history. */
export const evolveCourse = (subscription: Draft<Subscription>, event: SubscriptionEvent): void => {
  switch (event.type) {
    case 'SubscriptionStarted':
    case 'TrialConverted':
    case 'SubscriptionReactivated':
      subscription.course = begin(event.plan, event.period, event.recurringMinor)
      return
    default:
      if (subscription.course !== null) evolveRunning(subscription.course, event)
  }
}
