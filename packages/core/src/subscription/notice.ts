import { addDays, type CivilDate } from '../shared/index.ts'
import { nextOf } from './course.ts'
import { priceOf } from './periods.ts'
import type { Plan } from './plan.ts'
import type { Subscription } from './state.ts'

/** The next renewal, or the conversion of a trial, and the day from which it is announced. */
export interface Notice {
  readonly periodIndex: number
  readonly renewsOn: CivilDate
  readonly noticeOn: CivilDate
  readonly recurringMinor: Plan['priceMinor']
  readonly methodExpired: boolean
}

const noticeFor = (
  plan: Plan,
  renewal: Pick<Notice, 'periodIndex' | 'renewsOn' | 'recurringMinor'>,
  { method }: Subscription,
): Notice => {
  const { renewsOn } = renewal
  const { daysBefore, daysBeforeIfExpired } = plan.notice
  const expired =
    method !== null &&
    (method.expired || (method.expiresOn !== null && method.expiresOn < renewsOn))
  const methodExpired = plan.collection === 'mandate' && expired
  const noticeOn = addDays(renewsOn, -(methodExpired ? daysBeforeIfExpired : daysBefore))
  return { ...renewal, noticeOn, methodExpired }
}

/** What is to be announced next; undefined where nothing is to renew. Source: domain 1-37. */
export const noticeOf = (subscription: Subscription): Notice | undefined => {
  const { status, plan, course, trialEndsOn, endsOn } = subscription
  if (plan === null || endsOn !== null) return undefined
  if (status === 'trialing' && trialEndsOn !== null)
    return noticeFor(
      plan,
      { periodIndex: 0, renewsOn: trialEndsOn, recurringMinor: priceOf(plan, 0) },
      subscription,
    )
  if (course === null || status === 'suspended' || status === 'ended') return undefined
  const { course: next, recurringMinor } = nextOf(course)
  const renewal = { periodIndex: next.period.index, renewsOn: course.period.to, recurringMinor }
  return noticeFor(next.plan, renewal, subscription)
}
