import {
  addDays,
  termsOf,
  termsPart,
  type ChangeId,
  type CivilDate,
  type Currency,
  type SubscriptionId,
} from '../shared/index.ts'
import {
  netOfLines,
  proratedMinor,
  sameInterval,
  unpaused,
  type ProrationLine,
  type SubscriptionEvent,
} from '../subscription/index.ts'
import {
  billsOfPeriod,
  creditBack,
  extraInvoice,
  extraInvoices,
  type Extra,
} from './credit-subscriptions.ts'
import type { Dossier } from './dossier.ts'
import { issueInvoice, plainBreakdown } from './issue-invoice.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { subscriptionOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { periodInvoice } from './subscription-ids.ts'

/** A period is paid for when it begins. */
const periodTerms = termsOf('subscription-period', 'invoice', [
  termsPart({ kind: 'balance' }, { kind: 'onReceipt' }),
])

interface Billed {
  readonly subscriptionId: SubscriptionId
  readonly currency: Currency
  readonly effectiveOn: CivilDate
  readonly priceMinor: number
  readonly period: { readonly index: number; readonly from: CivilDate; readonly to: CivilDate }
}

/** What a period costs less the days on which the subscription was suspended. Units: minor units. */
const servedMinor = ({ subscriptionId, priceMinor, period }: Billed, dossier: Dossier): number => {
  const suspensions = subscriptionOf(dossier, subscriptionId)?.suspensions ?? []
  const lost = suspensions.map(({ from, to }) => ({ from, to: to ?? period.to }))
  const prorated = { wholeMinor: priceMinor, period, pauses: [] }
  return unpaused(period, lost).reduce((sum, part) => sum + proratedMinor(prorated, part), 0)
}

const billPeriod = (billed: Billed, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> => {
  const { subscriptionId, currency, effectiveOn, period } = billed
  const netMinor = servedMinor(billed, dossier)
  if (netMinor === 0) return []
  const until = addDays(period.to, -1)
  return issueInvoice(dossier, rules, {
    invoiceId: periodInvoice(subscriptionId, period.index).invoiceId,
    orderId: null,
    on: effectiveOn,
    currency,
    breakdown: plainBreakdown(netMinor),
    terms: periodTerms,
    billFor: { kind: 'period', from: period.from, until, inArrears: false },
  })
}

interface Changed {
  readonly subscriptionId: SubscriptionId
  readonly changeId: ChangeId
  readonly currency: Currency
  readonly effectiveOn: CivilDate
}

/** What a change within a period costs beside it: a dearer plan, days that were not paused, or leaving early. */
const billExtra = (
  { subscriptionId, changeId, currency, effectiveOn: on }: Changed,
  what: Extra,
  netMinor: number,
  dossier: Dossier,
  rules: TradeRules,
): ReadonlyArray<Asked> =>
  netMinor <= 0
    ? []
    : issueInvoice(dossier, rules, {
        invoiceId: extraInvoice(subscriptionId, what, changeId),
        orderId: null,
        on,
        currency,
        breakdown: plainBreakdown(netMinor),
        terms: periodTerms,
        billFor: { kind: 'other' },
      })

/** What the lines of a change come to: billed where it is more, given back where it is less. */
const settleLines = (
  event: Changed & { readonly lines: ReadonlyArray<ProrationLine> },
  periodIndex: number,
  what: Extra,
  dossier: Dossier,
  rules: TradeRules,
): ReadonlyArray<Asked> => {
  const netMinor = netOfLines(event.lines)
  if (netMinor >= 0) return billExtra(event, what, netMinor, dossier, rules)
  const bills = billsOfPeriod(dossier, event.subscriptionId, periodIndex)
  return creditBack(dossier, event, bills, -netMinor)
}

/** The period in which a plan was left: a plan of another interval begins the next one. */
const periodLeft = ({
  period,
  previous,
  plan,
}: Extract<SubscriptionEvent, { type: 'PlanChanged' }>): number =>
  sameInterval(previous.interval, plan.interval) ? period.index : period.index - 1

const react = ({ event }: Happened, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> => {
  switch (event.type) {
    case 'SubscriptionStarted':
    case 'TrialConverted':
    case 'SubscriptionReactivated':
    case 'SubscriptionRenewed':
      return billPeriod(event, dossier, rules)
    case 'PlanChanged':
      return settleLines(event, periodLeft(event), 'change', dossier, rules)
    case 'SubscriptionPaused':
    case 'SubscriptionResumed':
      return settleLines(event, event.period.index, 'resumption', dossier, rules)
    case 'SubscriptionCancelled': {
      const index = subscriptionOf(dossier, event.subscriptionId)?.course?.period.index ?? 0
      return settleLines(event, index, 'change', dossier, rules)
    }
    case 'EarlyTerminationCharged':
      return billExtra(event, 'leaving', event.feeMinor, dossier, rules)
    case 'CancellationWithdrawn': {
      const bills = extraInvoices(dossier, event.subscriptionId, ['leaving']).slice(0, 1)
      return creditBack(dossier, event, bills, event.waivedFeeMinor)
    }
    default:
      return []
  }
}

/**
 * Every period of a subscription is billed as it begins, once by its index; a free one is not.
 *
 * Shape: a change within a period is billed by what it costs more for the rest of it, and credited by what it
 * costs less. Days on which the subscription was suspended are left out of bills that come later. What billing
 * makes of an invoice is its own. Source: domain 1-14; 3.3, policy 9; edge cases 72 and 73.
 */
export const billSubscriptions: Policy = { name: 'bill subscriptions', react }
