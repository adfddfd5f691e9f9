export { yearFraction, type Fraction } from './day-count.ts'
export { feeAmount, type FeeBasis } from './fee-amount.ts'
export { roomUnder, type FeesSoFar } from './fee-caps.ts'
export { clampRule, coolingOffUntil, JurisdictionRules, LegalFeeCap } from './jurisdiction.ts'
export { feeDay } from './late-fee-days.ts'
export {
  lateFeesDue,
  type AssessedFees,
  type DueLateFee,
  type LateFeeQuestion,
} from './late-fees-due.ts'
export { interestMinor, type InterestRule } from './late-interest.ts'
export { explainLoadFaults, loadStrict, type LoadFault } from './load-strict.ts'
export { loadTerms } from './load-terms.ts'
export { type OpenAt, type PrincipalPart, type PrincipalSpan } from './principal.ts'
