import {
  basisPointsOf,
  divideRounded,
  toMinor,
  unreachable,
  type CivilDate,
  type LateFeeRule,
} from '../shared/index.ts'
import { yearFraction } from './day-count.ts'

/** What one fee is reckoned from. */
export interface FeeBasis {
  readonly baseMinor: number
  /** Which fee of the rule this is on what is counted as one, from 1. */
  readonly index: number
  /** The due day, or the day of the fee before: interest runs from the day after. */
  readonly after: CivilDate
  readonly on: CivilDate
}

/**
 * What one fee of a rule comes to, before caps.
 *
 * Units: minor units, rounded once by the rule. Shape: steps take the amount of their number, the last
 * stands for all later ones; interest is simple; percent and interest come to `minMinor` at least, and to
 * nothing where nothing is open. A throw where the fee leaves the safe integers.
 */
export const feeAmount = (rule: LateFeeRule, basis: FeeBasis): number => {
  const { fee, rounding, minMinor } = rule
  const { baseMinor, index } = basis
  const atLeast = (amount: number): number => (baseMinor > 0 ? Math.max(minMinor, amount) : 0)
  switch (fee.kind) {
    case 'flat':
      return fee.amountMinor
    case 'steps':
      return fee.amountsMinor[index - 1] ?? fee.amountsMinor.at(-1) ?? 0
    case 'percent':
      return atLeast(basisPointsOf(baseMinor, fee.basisPoints, rounding))
    case 'dailyInterest': {
      const { numerator, denominator } = fee.annualRate
      const years = yearFraction(fee.dayCount, basis.after, basis.on)
      const exact = BigInt(baseMinor) * BigInt(numerator) * years.numerator
      const interest = divideRounded(exact, BigInt(denominator) * years.denominator, rounding)
      return atLeast(toMinor(interest))
    }
    default:
      return unreachable(fee)
  }
}
