import { addDays, type CivilDate } from '../shared/index.ts'
import { noticeOf, scheduledCharges, type Subscription } from '../subscription/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import type { TradeRules } from './rules.ts'
import { canBeCharged, eachSubscription, type Known } from './subscriptions.ts'

const name = 'renewals'

const laterOf = (day: CivilDate, changedOn: CivilDate | null): CivilDate =>
  changedOn !== null && changedOn > day ? changedOn : day

/** Whether the subscription is over, or was never more than a trial that is. */
const isOver = ({ status, endsOn }: Subscription, day: CivilDate): boolean =>
  status === 'ended' || (endsOn !== null && endsOn <= day)

const announce = (
  { subscriptionId, subscription }: Known,
  { customerId }: Dossier,
  day: CivilDate,
): ReadonlyArray<Asked> => {
  const notice = noticeOf(subscription)
  if (notice === undefined || isOver(subscription, day)) return []
  const { periodIndex, noticeOn, renewsOn } = notice
  if (day < noticeOn || day >= renewsOn || subscription.noticed.has(periodIndex)) return []
  const { changedOn } = subscription
  if (changedOn !== null && changedOn > day) return []
  const about = { effectiveOn: day, customerId, subscriptionId, periodIndex }
  const key = causedBy(name, 'notice', subscriptionId, periodIndex)
  return [{ room: 'subscription', key, command: { type: 'SendRenewalNotice', ...about } }]
}

/** A trial that is over becomes a contract, unless there is nothing to charge. */
const endTrial = (
  { subscriptionId, subscription, plan }: Known,
  { customerId }: Dossier,
  day: CivilDate,
): ReadonlyArray<Asked> => {
  const { status, trialEndsOn, changedOn } = subscription
  if (status !== 'trialing' || trialEndsOn === null || day < trialEndsOn) return []
  if (isOver(subscription, day)) return []
  const effectiveOn = laterOf(trialEndsOn, changedOn)
  const changeId = causedBy(name, 'trial', subscriptionId, trialEndsOn)
  const isAble = canBeCharged(subscription, plan, effectiveOn)
  const about = { effectiveOn, customerId, subscriptionId, changeId }
  const firstCharge = isAble ? 'invoiced' : 'failed'
  const command = { type: 'ConvertTrial', ...about, firstCharge } as const
  return [{ room: 'subscription', key: changeId, command }]
}

/** The last day on which a renewal that cannot be charged is waited for. */
const waitsUntil = (renewsOn: CivilDate, { retry }: TradeRules): CivilDate =>
  addDays(renewsOn, Math.max(0, ...(retry?.afterDays ?? [])))

/** All periods that have begun by a day, one after the other, or the end where one cannot be charged. */
const renew = (
  { subscriptionId, subscription, plan }: Known,
  { customerId }: Dossier,
  rules: TradeRules,
  day: CivilDate,
): ReadonlyArray<Asked> => {
  const { course, changedOn } = subscription
  if (course === null || isOver(subscription, day)) return []
  const asked: Array<Asked> = []
  for (const charge of scheduledCharges(subscription, course.period.to, addDays(day, 1))) {
    const { on, periodIndex, amountMinor } = charge
    const about = { effectiveOn: laterOf(on, changedOn), customerId, subscriptionId }
    if (amountMinor === 0 || canBeCharged(subscription, plan, about.effectiveOn)) {
      const key = causedBy(name, 'period', subscriptionId, periodIndex)
      const command = { type: 'RenewSubscription', ...about, periodIndex } as const
      asked.push({ room: 'subscription', key, command })
      continue
    }
    // A later charge by a method that came meanwhile: the renewal waits, and then the contract is over.
    if (canBeCharged(subscription, plan, day)) {
      const key = causedBy(name, 'period', subscriptionId, periodIndex)
      const command = {
        type: 'RenewSubscription',
        ...about,
        effectiveOn: day,
        periodIndex,
      } as const
      asked.push({ room: 'subscription', key, command })
    } else if (day > waitsUntil(on, rules)) {
      const changeId = causedBy(name, 'expiry', subscriptionId, periodIndex)
      const command = { type: 'ExpireSubscription', ...about, effectiveOn: day, changeId } as const
      asked.push({ room: 'subscription', key: changeId, command })
    }
    break
  }
  return asked
}

const due = (day: CivilDate, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> =>
  eachSubscription(dossier).flatMap((known) => [
    ...announce(known, dossier, day),
    ...endTrial(known, dossier, day),
    ...renew(known, dossier, rules, day),
  ])

const next = (day: CivilDate, dossier: Dossier): CivilDate | null =>
  eachSubscription(dossier)
    .flatMap(({ subscription }) => {
      const notice = noticeOf(subscription)
      const { course, trialEndsOn, status } = subscription
      if (notice === undefined || isOver(subscription, day)) return []
      const boundary = status === 'trialing' ? trialEndsOn : (course?.period.to ?? null)
      // What could not be renewed on its day is looked at again every day until it is, or is over.
      const waits = boundary !== null && boundary <= day ? [addDays(day, 1)] : []
      return [notice.noticeOn, ...(boundary === null ? [] : [boundary]), ...waits]
    })
    .filter((on) => on > day)
    .toSorted()[0] ?? null

/**
 * Subscriptions go on by themselves: a notice before the renewal, the renewal when the period is over, the
 * end of a trial.
 *
 * Shape: memoryless. Each period is renewed on its own first day, however late somebody looks, and once by
 * its index. One that cannot be charged waits as long as the house tries again, then the contract expires;
 * one that was cancelled is not renewed. Source: domain 1-14, 1-33; 3.3, policy 9.
 */
export const renewals: Policy = { name, due, next }
