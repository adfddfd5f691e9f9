import { standingHolds } from '../credit/index.ts'
import { itemBalances, openItems } from '../receivables/index.ts'
import {
  laterDay,
  minorUnits,
  type CivilDate,
  type Currency,
  type ItemId,
} from '../shared/index.ts'
import type { Subscription } from '../subscription/index.ts'
import type { OpenLine } from '../collections/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { collectionsOf, creditOf, currenciesOf, receivablesOf } from './read-dossier.ts'
import { isSettling } from './settled-item.ts'
import { periodInvoice } from './subscription-ids.ts'
import { eachSubscription } from './subscriptions.ts'

const name = 'give back service'

/** What is open and past its day in a currency. */
const overdueLines = (
  dossier: Dossier,
  currency: Currency,
  on: CivilDate,
): ReadonlyArray<OpenLine> => {
  const account = receivablesOf(dossier, currency)
  return (account === undefined ? [] : openItems(account)).flatMap((item) =>
    itemBalances(item).parts.flatMap(({ instalment, dueOn, openMinor }) =>
      dueOn === null || dueOn >= on || openMinor === 0
        ? []
        : [
            {
              itemId: item.itemId,
              instalment,
              dueOn,
              openMinor: minorUnits(openMinor),
              hold: null,
            } as const,
          ],
    ),
  )
}

/** Ends the suspension of a currency whose items are settled. */
const reinstate = (
  dossier: Dossier,
  currency: Currency,
  settledOn: CivilDate,
): ReadonlyArray<Asked> => {
  const state = collectionsOf(dossier, currency)
  const suspension = state?.suspension ?? null
  if (suspension === null) return []
  // A fact of before the suspension says nothing of what was overdue when it came.
  const effectiveOn = laterDay(settledOn, state?.lastSentOn ?? settledOn)
  const items = overdueLines(dossier, currency, effectiveOn)
  if (items.some(({ itemId }) => suspension.itemIds.has(itemId))) return []
  const changeId = causedBy(name, currency, suspension.cycle, suspension.stepId)
  const about = { effectiveOn, customerId: dossier.customerId, currency }
  const command = { type: 'ReinstateService', ...about, changeId, items } as const
  return [{ room: 'collections', key: changeId, command }]
}

/** Whether dunning has stopped the service in some currency. */
const isStopped = (dossier: Dossier): boolean =>
  currenciesOf(dossier).some(
    (currency) => (collectionsOf(dossier, currency)?.suspension ?? null) !== null,
  )

/** Holds that dunning placed are lifted by the rule that placed them. */
const liftHolds = (dossier: Dossier, effectiveOn: CivilDate): ReadonlyArray<Asked> => {
  const credit = creditOf(dossier)
  if (credit === undefined || isStopped(dossier)) return []
  return standingHolds(credit).flatMap(({ holdId, reason }) => {
    if (reason !== 'dunning') return []
    const changeId = causedBy(name, 'lift', holdId)
    const about = { effectiveOn, customerId: dossier.customerId, changeId }
    const command = { type: 'LiftHold', ...about, holdId, liftedBy: null } as const
    return [{ room: 'credit', key: changeId, command }]
  })
}

/** The items of the periods that a subscription was billed for. */
const ownItems = (subscription: Subscription, subscriptionId: string): ReadonlySet<ItemId> => {
  const last = subscription.course?.period.index ?? -1
  const items = new Set<ItemId>()
  for (let index = 0; index <= last; index += 1)
    items.add(periodInvoice(subscriptionId, index).itemId)
  return items
}

/** Subscriptions that arrears stopped, and of whose periods nothing is overdue any more. */
const reinstateSubscriptions = (dossier: Dossier, effectiveOn: CivilDate): ReadonlyArray<Asked> => {
  if (isStopped(dossier)) return []
  return eachSubscription(dossier).flatMap(({ subscriptionId, subscription, plan }) => {
    const { status, changedOn, failures, endsOn } = subscription
    if (status !== 'suspended' && status !== 'pastDue') return []
    if ((endsOn !== null && endsOn <= effectiveOn) || (changedOn ?? effectiveOn) > effectiveOn)
      return []
    const own = ownItems(subscription, subscriptionId)
    const lines = overdueLines(dossier, plan.currency, effectiveOn)
    if (lines.some(({ itemId }) => own.has(itemId))) return []
    const attempt = failures === null ? '' : `${failures.periodIndex}.${failures.attempts}`
    const changeId = causedBy(name, subscriptionId, changedOn ?? '', status, attempt)
    const about = { effectiveOn, customerId: dossier.customerId, subscriptionId }
    const command = { type: 'ReinstateSubscription', ...about, changeId } as const
    return [{ room: 'subscription', key: changeId, command }]
  })
}

const react = ({ event }: Happened, dossier: Dossier): ReadonlyArray<Asked> => {
  if (isSettling(event))
    return [
      ...reinstate(dossier, event.currency, event.effectiveOn),
      ...reinstateSubscriptions(dossier, event.effectiveOn),
    ]
  if (event.type !== 'ServiceReinstated') return []
  return [
    ...liftHolds(dossier, event.effectiveOn),
    ...reinstateSubscriptions(dossier, event.effectiveOn),
  ]
}

/**
 * What arrears stopped comes back once nothing is left that blocks it: the service, then the credit and the
 * subscriptions.
 *
 * Source: domain 3.3, policy 4; invariant 26.
 */
export const giveBackService: Policy = { name, react }
