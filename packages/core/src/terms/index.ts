export { yearFraction, type Fraction } from './day-count.ts'
export { feeAmount, type FeeBasis } from './fee-amount.ts'
export { explainLoadFaults, loadStrict, type LoadFault } from './load-strict.ts'
export { loadTerms } from './load-terms.ts'
