import {
  addDays,
  invoiceId,
  termsOf,
  termsPart,
  type ChangeId,
  type CivilDate,
  type Currency,
  type SubscriptionId,
} from '../shared/index.ts'
import { netOfLines } from '../subscription/index.ts'
import type { Dossier } from './dossier.ts'
import { joined } from './ids.ts'
import { issueInvoice, plainBreakdown } from './issue-invoice.ts'
import type { Asked, Happened, Policy } from './policy.ts'
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

const billPeriod = (
  { subscriptionId, currency, effectiveOn, priceMinor, period }: Billed,
  dossier: Dossier,
  rules: TradeRules,
): ReadonlyArray<Asked> =>
  priceMinor === 0
    ? []
    : issueInvoice(dossier, rules, {
        invoiceId: periodInvoice(subscriptionId, period.index).invoiceId,
        orderId: null,
        on: effectiveOn,
        currency,
        breakdown: plainBreakdown(priceMinor),
        terms: periodTerms,
        billFor: {
          kind: 'period',
          from: period.from,
          until: addDays(period.to, -1),
          inArrears: false,
        },
      })

interface Extra {
  readonly subscriptionId: SubscriptionId
  readonly changeId: ChangeId
  readonly currency: Currency
  readonly effectiveOn: CivilDate
}

/** What a change within a period costs beside it: a dearer plan, or leaving early. */
const billExtra = (
  { subscriptionId, changeId, currency, effectiveOn: on }: Extra,
  what: 'change' | 'leaving',
  netMinor: number,
  dossier: Dossier,
  rules: TradeRules,
): ReadonlyArray<Asked> =>
  netMinor <= 0
    ? []
    : issueInvoice(dossier, rules, {
        invoiceId: invoiceId(joined('subscription', subscriptionId, what, changeId)),
        orderId: null,
        on,
        currency,
        breakdown: plainBreakdown(netMinor),
        terms: periodTerms,
        billFor: { kind: 'other' },
      })

const react = ({ event }: Happened, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> => {
  switch (event.type) {
    case 'SubscriptionStarted':
    case 'TrialConverted':
    case 'SubscriptionReactivated':
    case 'SubscriptionRenewed':
      return billPeriod(event, dossier, rules)
    case 'PlanChanged':
      return billExtra(event, 'change', netOfLines(event.lines), dossier, rules)
    case 'EarlyTerminationCharged':
      return billExtra(event, 'leaving', event.feeMinor, dossier, rules)
    default:
      return []
  }
}

/**
 * Every period of a subscription is billed as it begins, once by its index; a free one is not.
 *
 * Shape: a change of plan is billed by what it costs more for the rest of its period. What billing makes of an
 * invoice is its own. Source: domain 1-14; 3.3, policy 9.
 */
export const billSubscriptions: Policy = { name: 'bill subscriptions', react }
