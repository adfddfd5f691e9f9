import * as t from 'io-ts'

/** A count: whole and not negative. */
export const Whole = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 0, 'Whole')
/** A count of at least one. */
export const Positive = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n > 0, 'Positive')
/** A share of 10,000: 250 is 2.5 %. */
export const BasisPoints = t.refinement(
  t.number,
  (n) => Number.isSafeInteger(n) && n >= 0,
  'BasisPoints',
)
