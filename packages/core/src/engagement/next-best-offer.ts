import type { Offer, OfferProfile, OfferRule } from './offer-rule.ts'

/**
 * What to offer a customer next, or nothing. The same for the same rule and profile, always.
 *
 * Shape: whoever pays late is offered instalments where the usual order is large enough for them, and else
 * an earlier reminder; whoever pays well, owes nothing overdue and buys similar goods again is offered a
 * discount of their own. At a bound exactly the offer is made. Source: domain 1-32.
 */
export const nextBestOffer = (profile: OfferProfile, rule: OfferRule): Offer | null => {
  const { paymentClass, similarPurchases, usualOrderMinor, hasOverdue } = profile
  if (paymentClass === 'slow' || paymentClass === 'poor')
    return usualOrderMinor >= rule.instalmentsFromMinor
      ? { kind: 'instalments', fromMinor: rule.instalmentsFromMinor }
      : { kind: 'earlyReminder' }
  if (hasOverdue || similarPurchases < rule.repeatsForDiscount) return null
  return { kind: 'personalDiscount', basisPoints: rule.discountBasisPoints }
}
