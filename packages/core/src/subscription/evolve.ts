import type { Draft } from 'immer'
import { laterDay, unreachable, type CivilDate } from '../shared/index.ts'
import type { SubscriptionEvent } from './events.ts'
import { evolveCourse } from './evolve-course.ts'
import { copyOfPlan } from './plan-copy.ts'
import type { Subscription } from './state.ts'
import { wordsOfEvent, wordsOfRenewal } from './words.ts'

type Told<T extends SubscriptionEvent['type']> = Extract<SubscriptionEvent, { readonly type: T }>

const evolveMethod = (
  subscription: Draft<Subscription>,
  event: Told<'MandateSet' | 'MandateExpired'>,
): void => {
  if (event.type === 'MandateSet') {
    const { methodId, kind, expiresOn } = event
    subscription.method = { methodId, kind, expiresOn, expired: false }
    // A new method may be charged although the old one was declined for good.
    if (subscription.failures !== null) subscription.failures.hard = false
    return
  }
  if (subscription.method?.methodId === event.methodId) subscription.method.expired = true
}

const evolveFailure = (subscription: Draft<Subscription>, event: Told<'ChargeFailed'>): void => {
  const { periodIndex, attempt, decline, effectiveOn } = event
  const { failures } = subscription
  const same = failures !== null && failures.periodIndex === periodIndex
  subscription.failures = {
    periodIndex,
    attempts: attempt,
    firstOn: same ? failures.firstOn : effectiveOn,
    hard: decline === 'hard' || (same && failures.hard),
  }
  if (subscription.status === 'active') subscription.status = 'pastDue'
}

const remember = (subscription: Draft<Subscription>, event: SubscriptionEvent): void => {
  const words = wordsOfEvent(event)
  if (words !== undefined && 'changeId' in event) subscription.changes.set(event.changeId, words)
}

/** Whether a renewal did not come for want of money: it was in arrears, or collected by a mandate. */
const wasUnpaid = ({ status, plan }: Pick<Subscription, 'status' | 'plan'>): boolean =>
  status === 'pastDue' || status === 'suspended' || plan?.collection === 'mandate'

const endSuspension = (subscription: Draft<Subscription>, on: CivilDate): void => {
  const last = subscription.suspensions.at(-1)
  if (last !== undefined) last.to ??= on
}

/** Facts about the method of payment, and notices, which change nothing of the subscription itself. */
const aside: ReadonlySet<SubscriptionEvent['type']> = new Set([
  'MandateSet',
  'MandateExpired',
  'ChargeFailed',
  'RenewalNoticeSent',
])

const evolveStatus = (subscription: Draft<Subscription>, event: SubscriptionEvent): void => {
  switch (event.type) {
    case 'TrialStarted':
      subscription.status = 'trialing'
      subscription.plan = copyOfPlan(event.plan)
      subscription.trialEndsOn = event.trialEndsOn
      subscription.firstStartedOn ??= event.effectiveOn
      subscription.zones = [{ zone: event.zone, from: event.effectiveOn }]
      return
    case 'SubscriptionStarted':
      subscription.firstStartedOn ??= event.effectiveOn
      subscription.zones = [{ zone: event.zone, from: event.effectiveOn }]
      subscription.status = 'active'
      subscription.plan = copyOfPlan(event.plan)
      return
    case 'TrialConverted':
    case 'SubscriptionReactivated':
      endSuspension(subscription, event.effectiveOn)
      subscription.status = 'active'
      subscription.plan = copyOfPlan(event.plan)
      subscription.endsOn = null
      subscription.voluntary = null
      subscription.earlyFeeMinor = 0
      subscription.failures = null
      return
    case 'TrialConversionMissed':
    case 'TrialCancelled':
      subscription.voluntary = event.type === 'TrialCancelled' ? event.voluntary : null
      subscription.status = 'ended'
      subscription.endsOn = event.effectiveOn
      return
    case 'SubscriptionExpired':
      subscription.voluntary ??= wasUnpaid(subscription) ? false : null
      subscription.status = 'ended'
      subscription.endsOn = event.endsOn
      return
    case 'SubscriptionCancelled':
      if (event.at === 'now') subscription.status = 'ended'
      subscription.endsOn = event.endsOn
      subscription.voluntary = event.voluntary
      return
    case 'CancellationWithdrawn':
      subscription.endsOn = null
      subscription.voluntary = null
      subscription.earlyFeeMinor = 0
      return
    case 'EarlyTerminationCharged':
      subscription.earlyFeeMinor = event.feeMinor
      return
    case 'SubscriptionSuspended':
      subscription.status = 'suspended'
      subscription.suspensions.push({ from: event.effectiveOn, to: null })
      return
    case 'SubscriptionReinstated':
      endSuspension(subscription, event.effectiveOn)
      subscription.status = 'active'
      subscription.failures = null
      return
    case 'PlanChanged':
      subscription.plan = copyOfPlan(event.plan)
      subscription.agreedBy = null
      return
    case 'PlanChangeAgreed':
      subscription.agreedBy = event.changeId
      return
    case 'SubscriptionRenewed':
      subscription.renewals.set(event.period.index, wordsOfRenewal(event.period, event.priceMinor))
      return
    case 'RenewalNoticeSent':
      subscription.noticed.add(event.periodIndex)
      return
    case 'MandateSet':
    case 'MandateExpired':
      return evolveMethod(subscription, event)
    case 'ChargeFailed':
      return evolveFailure(subscription, event)
    case 'SubscriptionZoneMoved':
      subscription.zones.push({ zone: event.toZone, from: event.appliesFrom })
      return
    case 'SubscriptionPaused':
    case 'SubscriptionResumed':
    case 'PricePhaseStarted':
    case 'FreePeriodsGranted':
      return
    default:
      return unreachable(event)
  }
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (subscription: Draft<Subscription>, event: SubscriptionEvent): void => {
  subscription.customerId ??= event.customerId
  remember(subscription, event)
  evolveCourse(subscription, event)
  evolveStatus(subscription, event)
  if (aside.has(event.type)) return
  const { changedOn } = subscription
  subscription.changedOn =
    changedOn === null ? event.effectiveOn : laterDay(changedOn, event.effectiveOn)
}
