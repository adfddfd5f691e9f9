import * as t from 'io-ts'
import { CivilDate, MinorUnits, Text, Whole } from '../shared/index.ts'
import { Interval } from './plan.ts'

/** One period, from its first day up to the day before `to`, which is the first day of the next. */
export const Period = t.strict({ index: Whole, from: CivilDate, to: CivilDate })
export type Period = t.TypeOf<typeof Period>

/** What a subscription cost under a plan: the recurring price of one whole interval. */
export const PlanPrice = t.strict({
  planId: Text,
  version: Whole,
  interval: Interval,
  recurringMinor: MinorUnits,
})
export type PlanPrice = t.TypeOf<typeof PlanPrice>

/** A part of a period by days: a credit for days not used, or a charge for days still to come. */
export const ProrationLine = t.strict({
  kind: t.keyof({ credit: null, charge: null }),
  planId: Text,
  from: CivilDate,
  to: CivilDate,
  days: Whole,
  /** The days of the whole period, never of what is left of it. */
  ofDays: Whole,
  amountMinor: MinorUnits,
})
export type ProrationLine = t.TypeOf<typeof ProrationLine>

export const MethodKind = t.keyof({ card: null, bankAccount: null, wallet: null })
export type MethodKind = t.TypeOf<typeof MethodKind>
