export { yearFraction, type Fraction } from './day-count.ts'
export { feeAmount, type FeeBasis } from './fee-amount.ts'
