import type { MinorUnits, Ratio, Text } from '../shared/index.ts'

/** How high a law lets late fees go. Null where it sets no such bound. */
export interface FeeLaw {
  readonly rulesId: Text
  readonly version: number
  /** The most that one flat fee may come to. */
  readonly maxFlatMinor: MinorUnits | null
  /** The most that one fee may come to as a share of what is overdue. */
  readonly maxPercentBasisPoints: number | null
  /** The most that interest may come to in a year. */
  readonly maxAnnualRate: Ratio | null
}
