import {
  addDays,
  anchorDay,
  basisPointsOf,
  splitByShares,
  unreachable,
  type AnchorDays,
  type CivilDate,
  type EarlyPay,
  type PaymentTerms,
} from '../shared/index.ts'

/** What a document charges, as far as a discount for early payment tells it apart. */
export interface ChargedMinor {
  /** Goods and services after their discounts, without tax. */
  readonly goodsMinor: number
  readonly goodsTaxMinor: number
  /** Shipping and fees, without tax. */
  readonly extrasMinor: number
  readonly extrasTaxMinor: number
}

/** What the discount is reckoned from: goods alone or all that is charged, with its tax or without. */
export const eligibleMinor = ({ base, tax }: EarlyPay, charged: ChargedMinor): number => {
  const { goodsMinor, goodsTaxMinor, extrasMinor, extrasTaxMinor } = charged
  switch (base) {
    case 'net':
      return goodsMinor + (tax === 'incl' ? goodsTaxMinor : 0)
    case 'gross':
      return goodsMinor + extrasMinor + (tax === 'incl' ? goodsTaxMinor + extrasTaxMinor : 0)
    default:
      return unreachable(base)
  }
}

/** A discount that a part of terms offers: until when, and of how much. */
export interface EarlyOffer {
  /** The place of the part in the terms, from 0. */
  readonly part: number
  /** The last day on which a payment earns it. */
  readonly untilOn: CivilDate
  readonly basisPoints: number
  readonly eligibleMinor: number
}

/**
 * The discounts that terms offer on a total, in the order of their parts.
 *
 * Shape: none for a part whose anchor day is not known. The eligible base is split over the parts as the
 * total is. Units: minor units.
 */
export const earlyOffers = (
  terms: PaymentTerms,
  charged: ChargedMinor,
  days: AnchorDays,
): ReadonlyArray<EarlyOffer> =>
  terms.parts.flatMap(({ anchor, earlyPay }, part) => {
    const from = anchorDay(anchor ?? terms.anchor, days)
    if (earlyPay === null || from === null) return []
    const eligible = splitByShares(terms, eligibleMinor(earlyPay, charged))[part] ?? 0
    const { basisPoints } = earlyPay
    return [{ part, untilOn: addDays(from, earlyPay.days), basisPoints, eligibleMinor: eligible }]
  })

/** How a part stands when a payment comes in. */
export interface EarlyPaymentQuestion {
  readonly offer: Pick<EarlyOffer, 'untilOn' | 'basisPoints' | 'eligibleMinor'>
  readonly paidOn: CivilDate
  readonly paymentMinor: number
  /** What is open of the part before the payment. */
  readonly openMinor: number
  /** The discount taken on this part before; a second one is never given. */
  readonly takenMinor: number
}

/**
 * The discount that a payment earns: it is taken where the payment and the discount together settle the part.
 *
 * Units: minor units, rounded half up once. Shape: of what is open and eligible, so that what was paid at
 * full before earns none; nothing after the last day, nothing for a payment that leaves more open, nothing
 * twice. Rejects nothing: zero is an answer. Source: domain 2-11, edge case 43, invariant 15.
 */
export const earlyDiscountMinor = (question: EarlyPaymentQuestion): number => {
  const { offer, paidOn, paymentMinor, openMinor, takenMinor } = question
  if (paidOn > offer.untilOn || takenMinor > 0) return 0
  const baseMinor = Math.min(openMinor, offer.eligibleMinor)
  const discountMinor = Math.min(openMinor, basisPointsOf(baseMinor, offer.basisPoints, 'halfUp'))
  return paymentMinor + discountMinor >= openMinor ? discountMinor : 0
}
