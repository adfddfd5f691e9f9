import { divideRounded, unreachable, type CivilDate, type LateFeeRule } from '../shared/index.ts'
import { interestMinor } from './late-interest.ts'
import type { PrincipalSpan } from './principal.ts'

/** What one fee is reckoned from. */
export interface FeeBasis {
  readonly baseMinor: number
  /** Which fee of the rule this is on what is counted as one, from 1. */
  readonly index: number
  /** The due day, or the day of the fee before: interest runs from the day after. */
  readonly after: CivilDate
  readonly on: CivilDate
  /** What was open in between where it changed; else the base stands for all of the time. */
  readonly spans?: ReadonlyArray<PrincipalSpan>
}

/**
 * What one fee of a rule comes to, before caps.
 *
 * Units: minor units, rounded once by the rule. Shape: steps take the amount of their number, the last
 * stands for all later ones; interest is simple; percent and interest come to `minMinor` at least, and to
 * nothing where nothing is open. A fee may leave the safe integers; the caller refuses it.
 */
export const feeAmount = (rule: LateFeeRule, basis: FeeBasis): number => {
  const { fee, rounding, minMinor } = rule
  const { baseMinor, index, after, on } = basis
  switch (fee.kind) {
    case 'flat':
      return fee.amountMinor
    case 'steps':
      return fee.amountsMinor[index - 1] ?? fee.amountsMinor.at(-1) ?? 0
    case 'percent': {
      if (baseMinor === 0) return 0
      const share = BigInt(baseMinor) * BigInt(fee.basisPoints)
      return Math.max(minMinor, Number(divideRounded(share, 10_000n, rounding)))
    }
    case 'dailyInterest': {
      const { annualRate, dayCount } = fee
      const spans = basis.spans ?? [{ after, to: on, principalMinor: baseMinor }]
      return spans.every(({ principalMinor }) => principalMinor === 0)
        ? 0
        : Math.max(minMinor, interestMinor({ annualRate, dayCount, rounding }, spans))
    }
    default:
      return unreachable(fee)
  }
}
