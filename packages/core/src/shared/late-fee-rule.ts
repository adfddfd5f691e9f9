import * as t from 'io-ts'
import { nullable } from './codec.ts'
import { MinorUnits } from './money.ts'
import { Ratio } from './ratio.ts'
import { Text } from './text.ts'
import { BasisPoints, Positive, Whole } from './whole.ts'

/** Amounts from `fromMinor` on, up to but without `belowMinor`; null for no end. Bands in a row leave no gap. */
export const AmountBand = t.strict({ fromMinor: MinorUnits, belowMinor: nullable(MinorUnits) })
export type AmountBand = t.TypeOf<typeof AmountBand>

/** How many days a year of interest has: a fixed number, or the real days of each calendar year. */
export const DayCount = t.keyof({
  actual360: null,
  actual365: null,
  actual366: null,
  actualActual: null,
})
export type DayCount = t.TypeOf<typeof DayCount>

/** How much one fee of a rule comes to, before caps. */
export const LateFee = t.union([
  t.strict({ kind: t.literal('flat'), amountMinor: MinorUnits }),
  /** The first miss costs the first amount, the next the next; the last amount stands for all after it. */
  t.strict({ kind: t.literal('steps'), amountsMinor: t.readonlyArray(MinorUnits) }),
  t.strict({ kind: t.literal('percent'), basisPoints: BasisPoints }),
  /** Simple interest for the days since the due day, or since the fee before. */
  t.strict({ kind: t.literal('dailyInterest'), annualRate: Ratio, dayCount: DayCount }),
])
export type LateFee = t.TypeOf<typeof LateFee>

/** How far fees may go together; null for no such cap. The lowest holds. */
export const FeeCaps = t.strict({
  /** All fees of all rules on one item. */
  perItemMinor: nullable(MinorUnits),
  /** All fees of all rules on one order, as a share of its total. */
  percentOfOrderBasisPoints: nullable(BasisPoints),
  /** All fees of all rules on one order. */
  absoluteMinor: nullable(MinorUnits),
})
export type FeeCaps = t.TypeOf<typeof FeeCaps>

/** A late fee that was agreed. Fees never breed fees unless the base says so. */
export const LateFeeRule = t.strict({
  ruleId: Text,
  version: Whole,
  /** For orders whose total lies in the band; null for all. */
  orderBand: nullable(AmountBand),
  /** The first fee comes so many days after the due day and grace; 0 counts as 1. */
  afterDays: Whole,
  fee: LateFee,
  /** What is counted and charged as one: each instalment, each invoice, or the whole order. */
  per: t.keyof({ instalment: null, invoice: null, order: null }),
  /** `principalOnly`: what is open without late fees. `balance`: with the late fees before it. */
  base: t.keyof({ principalOnly: null, balance: null }),
  /** The least that one percent or interest fee comes to. */
  minMinor: MinorUnits,
  /** The distance between two fees; null for one fee only. */
  repeatEveryDays: nullable(Positive),
  /** At most so many fees on what is counted as one; null for no end. */
  maxTimes: nullable(Whole),
  caps: FeeCaps,
  rounding: t.keyof({ halfEven: null, halfUp: null }),
})
export type LateFeeRule = t.TypeOf<typeof LateFeeRule>
