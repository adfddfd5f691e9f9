import { splitByShares, unreachable, type DueRule, type PaymentTerms } from '../shared/index.ts'

/** Whether the money comes in no later than the goods go out. */
const isPrepaid = ({ kind }: DueRule): boolean => {
  switch (kind) {
    case 'onReceipt':
    case 'onDelivery':
    case 'beforeDelivery':
      return true
    case 'netDays':
    case 'netMonths':
    case 'endOfMonth':
    case 'dayOfMonth':
    case 'fixed':
      return false
    default:
      return unreachable(kind)
  }
}

/**
 * What an order of this total takes of the customer's credit: the parts that fall due after the goods left.
 *
 * Units: minor units; `terms` must have passed `checkTerms`. Parts due on receipt, on or before delivery
 * take none: 30 % in advance of 1000 leaves 700 to reserve. Source: domain 3.4, edge case 69.
 */
export const creditNeeded = (terms: PaymentTerms, totalMinor: number): number => {
  const amounts = splitByShares(terms, totalMinor)
  return terms.parts.reduce(
    (sum, { due }, index) => sum + (isPrepaid(due) ? 0 : (amounts[index] ?? 0)),
    0,
  )
}

/** Whether an order of this total needs a signed agreement: from the threshold on, the threshold included. */
export const agreementRequired = (totalMinor: number, thresholdMinor: number | null): boolean =>
  thresholdMinor !== null && totalMinor >= thresholdMinor
