import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { PaymentTerms } from './terms.ts'
import { unreachable } from './unreachable.ts'

/** Why terms cannot be used: named at load, so that no invoice meets them. */
export type TermsFault =
  | { readonly type: 'NoParts'; readonly termsId: string }
  | { readonly type: 'NotOneBalance'; readonly termsId: string; readonly balances: number }
  | { readonly type: 'ShareAboveWhole'; readonly termsId: string; readonly basisPoints: number }
  /** The calendar has no day on which anybody works. */
  | { readonly type: 'NoBusinessDay'; readonly termsId: string; readonly calendarId: string }
  /** The discount for early payment is more than the part. */
  | { readonly type: 'DiscountAboveWhole'; readonly termsId: string; readonly basisPoints: number }
  /** Two late fee rules of one name: fees are counted by it. */
  | { readonly type: 'RuleTwice'; readonly termsId: string; readonly ruleId: string }
  /** A late fee in steps that names no step. */
  | { readonly type: 'NoSteps'; readonly termsId: string; readonly ruleId: string }

/** The fault in words that end a sentence. */
export const explainTermsFault = (fault: TermsFault): string => {
  const terms = `terms ${fault.termsId}`
  switch (fault.type) {
    case 'NoParts':
      return `${terms} have no parts`
    case 'NotOneBalance':
      return `${terms} have ${fault.balances} balance parts instead of one`
    case 'ShareAboveWhole':
      return `the shares of ${terms} add up to ${fault.basisPoints} basis points`
    case 'NoBusinessDay':
      return `the calendar ${fault.calendarId} of ${terms} has no business day`
    case 'DiscountAboveWhole':
      return `the discount for early payment of ${terms} is ${fault.basisPoints} basis points`
    case 'RuleTwice':
      return `${terms} have two late fee rules ${fault.ruleId}`
    case 'NoSteps':
      return `the late fee rule ${fault.ruleId} of ${terms} has no steps`
    default:
      return unreachable(fault)
  }
}

/** Σ percent and ratio shares in basis points, rounded up, so that a hair above the whole is seen. */
const sharesOf = ({ parts }: PaymentTerms): number => {
  let [numerator, denominator] = [0n, 1n]
  for (const { share } of parts) {
    const [n, d] =
      share.kind === 'percent'
        ? [BigInt(share.basisPoints), 10_000n]
        : share.kind === 'ratio'
          ? [BigInt(share.ratio.numerator), BigInt(share.ratio.denominator)]
          : [0n, 1n]
    numerator = numerator * d + n * denominator
    denominator *= d
  }
  return Number((numerator * 10_000n + denominator - 1n) / denominator)
}

const feeFault = ({ termsId, lateFees }: PaymentTerms): TermsFault | undefined => {
  const seen = new Set<string>()
  for (const { ruleId, fee } of lateFees) {
    if (seen.has(ruleId)) return { type: 'RuleTwice', termsId, ruleId }
    seen.add(ruleId)
    if (fee.kind === 'steps' && fee.amountsMinor.length === 0)
      return { type: 'NoSteps', termsId, ruleId }
  }
  return undefined
}

/**
 * Checks what a codec cannot: there is exactly one balance part, percents and ratios leave room for it,
 * the calendar has business days, no discount is above its part, late fee rules can be told apart.
 * Source: domain 3.1, edge cases 4 and 5.
 */
export const checkTerms = (terms: PaymentTerms): Either<TermsFault, PaymentTerms> => {
  const { termsId, parts, businessDay } = terms
  if (parts.length === 0) return left({ type: 'NoParts', termsId })
  const balances = parts.filter((part) => part.share.kind === 'balance').length
  if (balances !== 1) return left({ type: 'NotOneBalance', termsId, balances })
  const basisPoints = sharesOf(terms)
  if (basisPoints > 10_000) return left({ type: 'ShareAboveWhole', termsId, basisPoints })
  if (new Set(businessDay.weekend).size === 7)
    return left({ type: 'NoBusinessDay', termsId, calendarId: businessDay.calendarId })
  const discount = Math.max(0, ...parts.map((part) => part.earlyPay?.basisPoints ?? 0))
  if (discount > 10_000) return left({ type: 'DiscountAboveWhole', termsId, basisPoints: discount })
  const fault = feeFault(terms)
  return fault === undefined ? right(terms) : left(fault)
}
