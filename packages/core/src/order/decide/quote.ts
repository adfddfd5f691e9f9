import * as E from 'fp-ts/lib/Either.js'
import {
  checkTerms,
  laterDay,
  MinorUnits,
  minorUnits,
  totalOf,
  type Text,
} from '../../shared/index.ts'
import { quoteOf } from '../../terms/index.ts'
import type { AcceptTerms, QuoteTerms } from '../commands.ts'
import type { QuotedPlan } from '../events.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Order, Placed } from '../state.ts'
import { endedRefusal, knownOrder, type Decision } from './decision.ts'

/** What is wrong with a quote, undefined where nothing is. */
const faultOf = (command: QuoteTerms, { netMinor }: Placed): OrderRejection | undefined => {
  const { orderId, breakdown, plans, mayChoose } = command
  const quotedMinor = breakdown.netMinor - breakdown.discountMinor
  if (quotedMinor !== netMinor) return { type: 'BreakdownMismatch', orderId, netMinor, quotedMinor }
  const amountMinor = totalOf(breakdown)
  if (!MinorUnits.is(amountMinor)) return { type: 'AmountOutOfRange', orderId, amountMinor }
  for (const terms of plans) {
    const checked = checkTerms(terms)
    if (E.isLeft(checked)) return { type: 'TermsUnsound', orderId, fault: checked.left }
  }
  const named = new Set(plans.map(({ termsId, version }) => `${version} ${termsId}`))
  if (named.size === 0) return { type: 'NoTermsOffered', orderId }
  return mayChoose && named.size < 2 ? { type: 'NoAlternative', orderId } : undefined
}

/** The plans as the buyer sees them: dated, each under a hash of all that is shown with it. */
const plansOf = (
  command: QuoteTerms,
  { on: orderedOn, promisedOn, currency }: Placed,
  lineIds: ReadonlyArray<Text>,
): ReadonlyArray<QuotedPlan> => {
  const { breakdown, extrasTaxMinor, validUntil, plans } = command
  const days = { ...command.days, orderedOn, promisedOn: command.days.promisedOn ?? promisedOn }
  const { netMinor, discountMinor, taxMinor, shippingMinor, feesMinor } = breakdown
  const charged = {
    goodsMinor: netMinor - discountMinor,
    goodsTaxMinor: Math.max(0, taxMinor - extrasTaxMinor),
    extrasMinor: shippingMinor + feesMinor,
    extrasTaxMinor: Math.min(taxMinor, extrasTaxMinor),
  }
  const byHash = new Map<Text, QuotedPlan>()
  for (const terms of plans) {
    const quoted = quoteOf({ currency, breakdown, lineIds, terms, days, charged, validUntil })
    const { quoteHash, schedule } = quoted
    const earlyOffers = quoted.earlyOffers.map((offer) => ({
      ...offer,
      eligibleMinor: minorUnits(offer.eligibleMinor),
    }))
    byHash.set(quoteHash, { quoteHash, terms, schedule, earlyOffers })
  }
  return [...byHash.values()]
}

/**
 * Shows the buyer of a placed order what is to be paid and when, before anything is agreed.
 *
 * Units: minor units; the breakdown less tax, shipping and fees is the order's net. Shape: `TermsQuoted`,
 * each plan with its dated schedule and its hash; nothing where all of it was shown before.
 * Rejects: `UnknownOrder`, `WrongCustomer`, `BreakdownMismatch`, `AmountOutOfRange`, `TermsUnsound`,
 * `NoTermsOffered`, `NoAlternative`, `OrderIsCancelled`, `OrderIsClosed`, `OrderIsConfirmed`.
 * Source: domain 0-35, 0-37, 1-26.
 */
export const quoteTerms = (command: QuoteTerms, order: Order): Decision => {
  const { customerId, orderId, breakdown, validUntil } = command
  const known = knownOrder(command, order)
  if (E.isLeft(known)) return known
  const placed = known.right
  const fault = faultOf(command, placed)
  if (fault !== undefined) return E.left(fault)
  const effectiveOn = laterDay(command.effectiveOn, placed.on)
  const totalMinor = minorUnits(totalOf(breakdown))
  const lineIds = [...order.lines.keys()]
  const plans = plansOf(command, placed, lineIds)
  if (plans.every((plan) => order.plans.has(plan.quoteHash))) return E.right([])
  const ended = endedRefusal(command, order)
  if (ended !== undefined) return ended
  if (order.confirmedOn !== null) return E.left({ type: 'OrderIsConfirmed', orderId })
  const about = { effectiveOn, customerId, currency: placed.currency, orderId }
  const shown = { totalMinor, breakdown, lineIds, plans, validUntil }
  return E.right([{ type: 'TermsQuoted', ...about, ...shown }])
}

/**
 * The buyer agrees to one plan, by its hash.
 *
 * Shape: `TermsAccepted` with the terms and the schedule; nothing where this hash was accepted before. A
 * plan of a later quote may follow one that was accepted, a plan of the same or an earlier quote may not.
 * Rejects: `UnknownOrder`, `WrongCustomer`, `UnknownQuote`, `QuoteExpired`, `TermsAlreadyAccepted`,
 * `OrderIsCancelled`, `OrderIsClosed`, `OrderIsConfirmed`. Source: domain 0-35.
 */
export const acceptTerms = (command: AcceptTerms, order: Order): Decision => {
  const { customerId, orderId, quoteHash: hash } = command
  const known = knownOrder(command, order)
  if (E.isLeft(known)) return known
  const { on, currency } = known.right
  if (order.acceptedHashes.has(hash)) return E.right([])
  const ended = endedRefusal(command, order)
  if (ended !== undefined) return ended
  if (order.confirmedOn !== null) return E.left({ type: 'OrderIsConfirmed', orderId })
  const plan = order.plans.get(hash)
  if (plan === undefined) return E.left({ type: 'UnknownQuote', orderId, quoteHash: hash })
  const { totalMinor, terms, schedule, validUntil } = plan
  if (validUntil < command.effectiveOn) return E.left({ type: 'QuoteExpired', orderId, validUntil })
  const last = order.accepted === null ? undefined : order.plans.get(order.accepted)
  if (order.accepted !== null && last !== undefined && plan.quote <= last.quote)
    return E.left({ type: 'TermsAlreadyAccepted', orderId, acceptedHash: order.accepted })
  const effectiveOn = laterDay(command.effectiveOn, on)
  const about = { effectiveOn, customerId, currency, orderId }
  return E.right([
    { type: 'TermsAccepted', ...about, totalMinor, quoteHash: hash, terms, schedule },
  ])
}
