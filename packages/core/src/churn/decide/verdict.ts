import type { ChurnRule, Evidence } from '../rule.ts'
import type { ChurnStatus } from '../state.ts'

/** What a rule says of a customer, and what that rests on. */
export interface Verdict {
  readonly status: ChurnStatus
  readonly evidence: Evidence
  /** Whether the customer chose to go; null where the rule cannot tell. */
  readonly voluntary: boolean | null
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** Whether a rule can be applied: whole numbers within their bounds, and risk before churn. */
export const isSound = (rule: ChurnRule): boolean => {
  if (!Number.isSafeInteger(rule.version)) return false
  switch (rule.kind) {
    case 'habit':
      return (
        [rule.atRiskHundredths, rule.churnedHundredths, rule.floorDays].every(
          (n) => isCount(n) && n >= 1,
        ) && rule.atRiskHundredths <= rule.churnedHundredths
      )
    case 'alive':
      return (
        isCount(rule.churnedBelowBasisPoints) &&
        rule.churnedBelowBasisPoints <= rule.atRiskBelowBasisPoints &&
        rule.atRiskBelowBasisPoints <= 10_000
      )
    case 'contract':
      return isCount(rule.graceDays)
    default:
      return false
  }
}
