import {
  ascending,
  minorUnits,
  partDueDay,
  splitByShares,
  type AnchorDays,
  type Breakdown,
  type PaymentTerms,
} from '../../shared/index.ts'
import { earlyOffers, taxMinor } from '../../terms/index.ts'
import type { IssueInvoice } from '../commands.ts'
import type { EarlyPayDiscount } from '../events.ts'

/** The place of each part of the terms in the schedule, by the order of the schedule: due day, then part. */
const instalmentsOfParts = (
  terms: PaymentTerms,
  totalMinor: number,
  days: AnchorDays,
): ReadonlyMap<number, number> => {
  const last = '\uffff'
  const amounts = splitByShares(terms, totalMinor)
  const parts = terms.parts
    .map((part, index) => ({ index, dueOn: partDueDay(terms, part, days) ?? last }))
    .filter(({ index }) => (amounts[index] ?? 0) > 0)
    .toSorted((a, b) => ascending(a.dueOn, b.dueOn))
  return new Map(parts.map(({ index }, place) => [index, place + 1]))
}

/** What is charged, told apart as the discounts need it: the tax of shipping and fees by their rates. */
const chargedOf = (
  breakdown: Breakdown,
  { shippingTaxBasisPoints, feesTaxBasisPoints }: IssueInvoice,
) => {
  const { netMinor, discountMinor, shippingMinor, feesMinor } = breakdown
  const extras = [
    { netMinor: shippingMinor, taxBasisPoints: shippingTaxBasisPoints },
    { netMinor: feesMinor, taxBasisPoints: feesTaxBasisPoints },
  ]
  const extrasTaxMinor = Math.min(
    breakdown.taxMinor,
    taxMinor(extras, breakdown.taxRounding ?? 'line'),
  )
  return {
    goodsMinor: netMinor - discountMinor,
    goodsTaxMinor: breakdown.taxMinor - extrasTaxMinor,
    extrasMinor: shippingMinor + feesMinor,
    extrasTaxMinor,
  }
}

/**
 * The dated discounts of an invoice for paying early, by instalment.
 *
 * Shape: none where the terms give none, or the day they count from is not known. Source: domain 2-11.
 */
export const earlyPayOf = (
  command: IssueInvoice,
  totalMinor: number,
  days: AnchorDays,
): ReadonlyArray<EarlyPayDiscount> => {
  const { terms, breakdown } = command
  if (terms.parts.every(({ earlyPay }) => earlyPay === null)) return []
  const places = instalmentsOfParts(terms, totalMinor, days)
  return earlyOffers(terms, chargedOf(breakdown, command), days).flatMap((offer) => {
    const instalment = places.get(offer.part)
    if (instalment === undefined) return []
    const { untilOn, basisPoints } = offer
    return [{ instalment, untilOn, basisPoints, eligibleMinor: minorUnits(offer.eligibleMinor) }]
  })
}
