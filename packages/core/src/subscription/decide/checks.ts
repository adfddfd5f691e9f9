import * as E from 'fp-ts/lib/Either.js'
import { isZone, type CivilDate, type SubscriptionId, type Text } from '../../shared/index.ts'
import type { SubscriptionCommand } from '../commands.ts'
import type { Course } from '../course.ts'
import { Plan } from '../plan.ts'
import type { SubscriptionRejection } from '../rejections.ts'
import { isOver, type Subscription } from '../state.ts'

type Check<A> = E.Either<SubscriptionRejection, A>

/** What every command names. */
export interface Asked {
  readonly effectiveOn: CivilDate
  readonly subscriptionId: SubscriptionId
}
/** What every event of an answer to a command holds. */
export const factsOf = ({ effectiveOn, customerId, subscriptionId }: SubscriptionCommand) => ({
  effectiveOn,
  customerId,
  subscriptionId,
})
export const changeOf = (
  command: Extract<SubscriptionCommand, { readonly changeId: unknown }>,
) => ({
  ...factsOf(command),
  changeId: command.changeId,
})

export const soundPlan = (plan: Plan): Check<Plan> => {
  const { planId } = plan
  return Plan.is(plan) ? E.right(plan) : E.left({ type: 'PlanUnsound', planId })
}

export const knownZone = (zone: Text): Check<Text> =>
  isZone(zone) ? E.right(zone) : E.left({ type: 'UnknownZone', zone })

/** A subscription that has begun, and no day before its latest change. */
export const begun = (
  { effectiveOn, subscriptionId }: Asked,
  subscription: Subscription,
): Check<Plan> => {
  const { plan, changedOn } = subscription
  if (subscription.status === 'none' || plan === null)
    return E.left({ type: 'SubscriptionNotStarted', subscriptionId })
  if (changedOn !== null && effectiveOn < changedOn)
    return E.left({ type: 'BeforeLastChange', changedOn, offered: effectiveOn })
  return E.right(plan)
}

/** As `begun`, and not over on the day of the command. */
export const standing = (asked: Asked, subscription: Subscription): Check<Plan> => {
  const plan = begun(asked, subscription)
  if (E.isLeft(plan)) return plan
  return isOver(subscription, asked.effectiveOn)
    ? E.left({ type: 'SubscriptionEnded', endsOn: subscription.endsOn })
    : plan
}

/** As `standing`, and in a paid period that nobody cancelled and no arrears suspended. */
export const running = (asked: Asked, subscription: Subscription): Check<Course> => {
  const plan = standing(asked, subscription)
  if (E.isLeft(plan)) return plan
  const { status, course, endsOn } = subscription
  if (course === null || (status !== 'active' && status !== 'pastDue'))
    return E.left({ type: 'WrongStatus', status })
  return endsOn === null ? E.right(course) : E.left({ type: 'AlreadyCancelled', endsOn })
}

/** As `running`, in a period that is not over yet. */
export const withinPeriod = (asked: Asked, subscription: Subscription): Check<Course> => {
  const course = running(asked, subscription)
  if (E.isLeft(course)) return course
  const { index, to } = course.right.period
  return asked.effectiveOn < to ? course : E.left({ type: 'PeriodOver', periodIndex: index, to })
}

/** The method that a charge of a plan needs; anything will do where nothing is collected by itself. */
export const chargeable = (
  plan: Plan,
  priceMinor: number,
  { method }: Subscription,
  on: CivilDate,
): Check<null> => {
  if (plan.collection === 'invoice' || priceMinor === 0) return E.right(null)
  if (method === null) return E.left({ type: 'NoMandate', methodId: null, expiredOn: null })
  const { methodId, expiresOn, expired } = method
  const isPast = expiresOn !== null && expiresOn < on
  return expired || isPast
    ? E.left({ type: 'NoMandate', methodId, expiredOn: isPast ? expiresOn : null })
    : E.right(null)
}

/** The pause that still lasts, or is still to come, on a day. */
export const pauseAfter = (
  { pauses }: Course,
  day: CivilDate,
): Course['pauses'][number] | undefined => pauses.find(({ to }) => to > day)
