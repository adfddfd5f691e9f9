import { divideRounded, type DayCount, type Ratio, type Rounding } from '../shared/index.ts'
import { yearFraction } from './day-count.ts'
import type { PrincipalSpan } from './principal.ts'

/** How interest is reckoned. */
export interface InterestRule {
  readonly annualRate: Ratio
  readonly dayCount: DayCount
  readonly rounding: Rounding
}

/**
 * Simple interest over stretches of principal.
 *
 * Units: minor units. Exact until one rounding at the end, so that it makes no difference into how many
 * stretches the time is cut. Interest never bears interest. Source: domain 3.1: 100 at 10 % for 15 days
 * is 0.41. Interest beyond the safe integers is for the caller to refuse.
 */
export const interestMinor = (
  { annualRate, dayCount, rounding }: InterestRule,
  spans: ReadonlyArray<PrincipalSpan>,
): number => {
  let [numerator, denominator] = [0n, 1n]
  for (const { after, to, principalMinor } of spans) {
    const years = yearFraction(dayCount, after, to)
    const product = BigInt(principalMinor) * years.numerator
    if (years.denominator === denominator) numerator += product
    else {
      numerator = numerator * years.denominator + product * denominator
      denominator *= years.denominator
    }
  }
  return Number(
    divideRounded(
      numerator * BigInt(annualRate.numerator),
      denominator * BigInt(annualRate.denominator),
      rounding,
    ),
  )
}
