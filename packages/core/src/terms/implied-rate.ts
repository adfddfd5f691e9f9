import type { Ratio } from '../shared/index.ts'

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

const ratio = (numerator: bigint, denominator: bigint): Ratio => {
  const common = gcd(numerator, denominator)
  return { numerator: Number(numerator / common), denominator: Number(denominator / common) }
}

/** What a buyer pays a year for not taking a discount, as exact fractions. */
export interface ImpliedRate {
  /** Without interest on interest: exact. */
  readonly simple: Ratio
  /** With it, rounded half up to a hundredth of a percent; null where it is beyond all numbers. */
  readonly effective: Ratio | null
}

/** The largest whole number of half basis points whose yearly growth is not above that of the discount. */
const halfBasisPoints = (basisPoints: number, days: number): bigint => {
  // (1 + x / 20000) ^ days <= (10000 / (10000 - basisPoints)) ^ 365, cleared of its denominators.
  const [years, d] = [365n, BigInt(days)]
  const bound = 10_000n ** years * 20_000n ** d
  const isBelow = (x: bigint): boolean =>
    (20_000n + x) ** d * (10_000n - BigInt(basisPoints)) ** years <= bound
  let high = 1n
  while (isBelow(high)) high *= 2n
  let low = 0n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return low
}

/**
 * The yearly rate that is behind a discount for paying `daysEarlier` before the due day.
 *
 * Units: `basisPoints` of the price, below 10,000; a year of 365 days. 2/10 N/30 is (200, 20): 2/98 × 365/20
 * is 37.24 % without and 44.59 % with interest on interest. Null where nothing is gained by days or by price.
 * Source: domain 4, 2/10 N/30.
 */
export const impliedRate = (basisPoints: number, daysEarlier: number): ImpliedRate | null => {
  if (daysEarlier <= 0 || basisPoints >= 10_000) return null
  const simple = ratio(
    BigInt(basisPoints) * 365n,
    (10_000n - BigInt(basisPoints)) * BigInt(daysEarlier),
  )
  const rounded = (halfBasisPoints(basisPoints, daysEarlier) + 1n) / 2n
  const isCountable = rounded <= BigInt(Number.MAX_SAFE_INTEGER)
  return { simple, effective: isCountable ? ratio(rounded, 10_000n) : null }
}
