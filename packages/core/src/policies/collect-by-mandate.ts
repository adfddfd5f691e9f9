import { openMinor, pendingOn } from '../receivables/index.ts'
import {
  addDays,
  minorUnits,
  paymentId,
  type CivilDate,
  type ItemId,
  type PaymentId,
  type SubscriptionId,
} from '../shared/index.ts'
import type { Subscription } from '../subscription/index.ts'
import type { TradeEvent } from '../rooms.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { findItem } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { periodInvoice } from './subscription-ids.ts'
import { canBeCharged, eachSubscription, type Known } from './subscriptions.ts'

const name = 'collect by mandate'

/** The name of an attempt, counted from 1: the provider answers by it. */
export const attemptId = (
  subscriptionId: SubscriptionId,
  periodIndex: number,
  attempt: number,
): PaymentId => paymentId(joined('collect', subscriptionId, periodIndex, attempt))

/** Which attempt is next for a period, and from which day; undefined where none is to follow. */
const nextAttempt = (
  { failures }: Subscription,
  periodIndex: number,
  { retry }: TradeRules,
): { readonly attempt: number; readonly fromOn: CivilDate | null } | undefined => {
  if (failures?.periodIndex !== periodIndex) return { attempt: 1, fromOn: null }
  const days = retry?.afterDays[failures.attempts - 1]
  if (failures.hard || days === undefined) return undefined
  return { attempt: failures.attempts + 1, fromOn: addDays(failures.firstOn, days) }
}

/**
 * Whether an item will be collected by a mandate yet: it is a period's, the method holds, and an attempt is
 * left. After the last one, or a hard decline, it is asked for like any other debt.
 */
export const isToBeCollected = (dossier: Dossier, itemId: ItemId, rules: TradeRules): boolean =>
  eachSubscription(dossier).some(({ subscriptionId, subscription, plan }) => {
    const { course, method } = subscription
    if (plan.collection !== 'mandate' || course === null || method === null || method.expired)
      return false
    for (let index = course.period.index; index >= 0; index -= 1)
      if (periodInvoice(subscriptionId, index).itemId === itemId)
        return nextAttempt(subscription, index, rules) !== undefined
    return false
  })

const collectPeriod = (
  { subscriptionId, subscription, plan }: Known,
  periodIndex: number,
  { dossier, rules, day }: { dossier: Dossier; rules: TradeRules; day: CivilDate },
): ReadonlyArray<Asked> => {
  const found = findItem(dossier, periodInvoice(subscriptionId, periodIndex).itemId)
  const next = nextAttempt(subscription, periodIndex, rules)
  if (found === undefined || next === undefined || openMinor(found.item) === 0) return []
  if (!canBeCharged(subscription, plan, day) || (next.fromOn !== null && day < next.fromOn))
    return []
  const { account, currency, item } = found
  const id = attemptId(subscriptionId, periodIndex, next.attempt)
  if (account.collections.has(id) || account.payments.has(id)) return []
  if (pendingOn(account, item.itemId) !== undefined) return []
  const about = { effectiveOn: day, customerId: dossier.customerId, currency, paymentId: id }
  const amountMinor = minorUnits(openMinor(item))
  const method = subscription.method?.methodId ?? null
  const sums = { amountMinor, method, forItemId: item.itemId, sequence: 0 }
  const command = { type: 'RecordPendingPayment', ...about, ...sums } as const
  return [{ room: 'receivables', key: causedBy(name, id), command }]
}

const due = (day: CivilDate, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> =>
  eachSubscription(dossier).flatMap((known) => {
    const { course } = known.subscription
    if (known.plan.collection !== 'mandate' || course === null) return []
    return Array.from({ length: course.period.index + 1 }, (_, index) => index).flatMap((index) =>
      collectPeriod(known, index, { dossier, rules, day }),
    )
  })

/** The attempt that a provider declined is under way no longer. */
const noteFailure = (
  event: Extract<TradeEvent, { readonly type: 'ChargeFailed' }>,
  dossier: Dossier,
): ReadonlyArray<Asked> => {
  const { subscriptionId, periodIndex, attempt, decline, effectiveOn } = event
  const { itemId } = periodInvoice(subscriptionId, periodIndex)
  const found = findItem(dossier, itemId)
  const id = attemptId(subscriptionId, periodIndex, attempt)
  const collection = found?.account.collections.get(id)
  if (found === undefined || collection === undefined || collection.failed) return []
  const { currency } = found
  const about = { effectiveOn, customerId: dossier.customerId, currency, paymentId: id }
  const amountMinor = minorUnits(collection.amountMinor)
  const sums = { amountMinor, method: null, forItemId: itemId, sequence: 1 }
  const command = { type: 'RecordFailedPayment', ...about, ...sums, reason: null } as const
  return [{ room: 'receivables', key: causedBy(name, 'failed', id, decline), command }]
}

/** Whether anything of what its periods cost is open and not under way: then every day may ask for it. */
const owes = ({ subscriptionId, subscription, plan }: Known, dossier: Dossier): boolean =>
  plan.collection === 'mandate' &&
  Array.from({ length: (subscription.course?.period.index ?? -1) + 1 }, (_, index) =>
    findItem(dossier, periodInvoice(subscriptionId, index).itemId),
  ).some(
    (found) =>
      found !== undefined &&
      openMinor(found.item) > 0 &&
      pendingOn(found.account, found.item.itemId) === undefined,
  )

const next = (day: CivilDate, dossier: Dossier): CivilDate | null =>
  eachSubscription(dossier).some((known) => owes(known, dossier)) ? addDays(day, 1) : null

/**
 * Collects what a period costs from the method that was agreed for it, from the day it is owed; again after
 * a decline as the house's retry rule says, and never after a hard one.
 *
 * Shape: a collection is only begun here; the provider's answer is a fact from elsewhere, told by the name of
 * the attempt. While it is under way nobody reminds. Source: domain 1-38; 3.3, policy 9; edge case 53.
 */
export const collectByMandate: Policy = {
  name,
  react: ({ event }, dossier) => (event.type === 'ChargeFailed' ? noteFailure(event, dossier) : []),
  due,
  next,
}
