import { basisPointsOf, type Currency } from '../shared/index.ts'
import type { PartnerTerms } from './partner.ts'

/** What a partner is asked to take over. */
export interface Financed {
  readonly amountMinor: number
  readonly currency: Currency
}

/** Why a partner does not take an amount over. */
export type Ineligible = 'otherCurrency' | 'belowMinimum' | 'aboveLimit' | 'feeEatsAll'

/**
 * What the partner keeps of an amount: the share, rounded once, and the fixed sum; at most the amount.
 *
 * Units: minor units of the partner's currency.
 */
export const partnerFeeMinor = ({ fee }: PartnerTerms, amountMinor: number): number => {
  const share = basisPointsOf(amountMinor, Math.min(fee.basisPoints, 10_000), fee.rounding)
  return Math.min(amountMinor, share + fee.fixedMinor)
}

/** Why these terms do not fit, or undefined. The least and the greatest amount are both included. */
export const ineligibility = (
  terms: PartnerTerms,
  { amountMinor, currency }: Financed,
): Ineligible | undefined => {
  if (terms.currency !== currency) return 'otherCurrency'
  if (amountMinor < terms.minAmountMinor) return 'belowMinimum'
  if (amountMinor > terms.limitMinor) return 'aboveLimit'
  return partnerFeeMinor(terms, amountMinor) >= amountMinor ? 'feeEatsAll' : undefined
}

/**
 * The partner for an order: of those whose terms fit, the one that keeps least; on equal fees the one that
 * pays sooner, then the first of the list. Undefined where none fits.
 * Source: rows 0-07 and 1-23.
 */
export const selectPartner = (
  partners: ReadonlyArray<PartnerTerms>,
  financed: Financed,
): PartnerTerms | undefined => {
  const fee = (terms: PartnerTerms): number => partnerFeeMinor(terms, financed.amountMinor)
  return partners
    .filter((terms) => ineligibility(terms, financed) === undefined)
    .toSorted((a, b) => fee(a) - fee(b) || a.payoutDelayDays - b.payoutDelayDays)[0]
}
