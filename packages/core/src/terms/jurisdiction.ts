import * as t from 'io-ts'
import {
  addDays,
  BasisPoints,
  MinorUnits,
  nullable,
  Ratio,
  Text,
  Whole,
  type CivilDate,
  type FeeCaps,
  type LateFee,
  type LateFeeRule,
} from '../shared/index.ts'

/** The most that the law allows a late fee to be; null where it sets no such bound. */
export const LegalFeeCap = t.strict({
  perItemMinor: nullable(MinorUnits),
  percentOfOrderBasisPoints: nullable(BasisPoints),
  absoluteMinor: nullable(MinorUnits),
  annualRate: nullable(Ratio),
})
export type LegalFeeCap = t.TypeOf<typeof LegalFeeCap>

/** What the law of a place says about terms, as data with a version. */
export const JurisdictionRules = t.strict({
  jurisdictionId: Text,
  version: Whole,
  feeCap: nullable(LegalFeeCap),
  /** What becomes of terms whose fees could pass the cap: refused, or held to it. */
  onExcess: t.keyof({ reject: null, clamp: null }),
  /** Within so many days after delivery the buyer may withdraw without a reason. */
  coolingOffDays: Whole,
  /** No late fee comes earlier than so many days after the due day. */
  minNoticeDays: Whole,
})
export type JurisdictionRules = t.TypeOf<typeof JurisdictionRules>

/** The last day on which a buyer may withdraw. */
export const coolingOffUntil = (
  { coolingOffDays }: JurisdictionRules,
  deliveredOn: CivilDate,
): CivilDate => addDays(deliveredOn, coolingOffDays)

const lower = <A extends number>(a: A | null, b: A | null): A | null =>
  a === null ? b : b === null || a < b ? a : b

const isAbove = (a: Ratio, b: Ratio): boolean =>
  BigInt(a.numerator) * BigInt(b.denominator) > BigInt(b.numerator) * BigInt(a.denominator)

/** Whether the interest of a fee is above the rate that is allowed. */
export const isRateAbove = (fee: LateFee, annualRate: Ratio | null): boolean =>
  fee.kind === 'dailyInterest' && annualRate !== null && isAbove(fee.annualRate, annualRate)

export const lowerCaps = (a: FeeCaps, b: FeeCaps): FeeCaps => ({
  perItemMinor: lower(a.perItemMinor, b.perItemMinor),
  percentOfOrderBasisPoints: lower(a.percentOfOrderBasisPoints, b.percentOfOrderBasisPoints),
  absoluteMinor: lower(a.absoluteMinor, b.absoluteMinor),
})

/** A rule held to what the law allows: the lower caps, the lower rate, the later day. */
export const clampRule = (
  rule: LateFeeRule,
  graceDays: number,
  law: JurisdictionRules,
): LateFeeRule => {
  const { feeCap, minNoticeDays } = law
  const afterDays = Math.max(rule.afterDays, minNoticeDays - graceDays)
  if (feeCap === null) return { ...rule, afterDays }
  const { annualRate } = feeCap
  const fee =
    rule.fee.kind === 'dailyInterest' &&
    annualRate !== null &&
    isAbove(rule.fee.annualRate, annualRate)
      ? { ...rule.fee, annualRate }
      : rule.fee
  return { ...rule, afterDays, fee, caps: lowerCaps(rule.caps, feeCap) }
}
