import * as t from 'io-ts'
import { BusinessDays } from './business-day.ts'
import { CivilDate } from './civil-date.ts'
import { nullable } from './codec.ts'
import { LateFeeRule } from './late-fee-rule.ts'
import { MinorUnits } from './money.ts'
import { Ratio } from './ratio.ts'
import { Text } from './text.ts'
import { BasisPoints, Whole } from './whole.ts'

/** The number of a day in a month: in shorter months the last day stands for it. */
export const DayOfMonth = t.refinement(
  t.number,
  (n) => Number.isInteger(n) && n >= 1 && n <= 31,
  'DayOfMonth',
)

/** From which day the due rules count. */
export const Anchor = t.union([
  t.strict({ kind: t.literal('order') }),
  t.strict({ kind: t.literal('invoice') }),
  t.strict({ kind: t.literal('delivery') }),
  t.strict({ kind: t.literal('milestone'), milestoneId: Text }),
  t.strict({ kind: t.literal('fixed'), on: CivilDate }),
])
export type Anchor = t.TypeOf<typeof Anchor>

/** When a part falls due, by a named rule counted from the anchor day; never a bare number of days. */
export const DueRule = t.union([
  t.strict({ kind: t.literal('onReceipt') }),
  t.strict({ kind: t.literal('netDays'), days: Whole }),
  t.strict({ kind: t.literal('netMonths'), months: Whole }),
  t.strict({ kind: t.literal('endOfMonth'), monthsAhead: Whole, plusDays: Whole }),
  t.strict({ kind: t.literal('dayOfMonth'), day: DayOfMonth, monthsAhead: Whole }),
  /** Cash on delivery: the day on which the goods are handed over. */
  t.strict({ kind: t.literal('onDelivery') }),
  /** So many days before the day that was promised for the delivery. */
  t.strict({ kind: t.literal('beforeDelivery'), days: Whole }),
  t.strict({ kind: t.literal('fixed'), on: CivilDate }),
])
export type DueRule = t.TypeOf<typeof DueRule>

/**
 * What part of the total an instalment is. `balance` is what the others leave; where there are `equal`
 * parts they share that rest with the balance, unit by unit.
 */
export const Share = t.union([
  t.strict({ kind: t.literal('percent'), basisPoints: BasisPoints }),
  t.strict({ kind: t.literal('ratio'), ratio: Ratio }),
  t.strict({ kind: t.literal('fixed'), amountMinor: MinorUnits }),
  t.strict({ kind: t.literal('equal') }),
  t.strict({ kind: t.literal('balance') }),
])
export type Share = t.TypeOf<typeof Share>

/** A discount for who pays a part within so many days from its anchor, that day included. */
export const EarlyPay = t.strict({
  basisPoints: BasisPoints,
  days: Whole,
  /** `gross`: of all that is charged. `net`: of the goods alone, without shipping and fees. */
  base: t.keyof({ net: null, gross: null }),
  /** Whether the tax counts into the base, so that it sinks with it. */
  tax: t.keyof({ incl: null, excl: null }),
})
export type EarlyPay = t.TypeOf<typeof EarlyPay>

export const TermsPart = t.strict({
  share: Share,
  due: DueRule,
  /** Where this part counts from another day than the rest; else null. */
  anchor: nullable(Anchor),
  earlyPay: nullable(EarlyPay),
})
export type TermsPart = t.TypeOf<typeof TermsPart>

/** Payment terms as data with a version. Every fact stores the terms it was decided under. */
export const PaymentTerms = t.strict({
  termsId: Text,
  version: Whole,
  anchor: Anchor,
  parts: t.readonlyArray(TermsPart),
  businessDay: BusinessDays,
  /** Whether a due day that lies before the invoice's own day moves to that day. */
  neverBeforeIssue: t.boolean,
  graceDays: Whole,
  /** The late fees that were agreed; none where the list is empty. */
  lateFees: t.readonlyArray(LateFeeRule),
  /** The ways to pay that go with these terms; null for all. */
  methods: nullable(t.readonlyArray(Text)),
})
export type PaymentTerms = t.TypeOf<typeof PaymentTerms>

/** One part of what is owed, with its own due day; `null` while that day is not known. */
export const Instalment = t.strict({
  instalment: Whole,
  amountMinor: MinorUnits,
  dueOn: t.union([CivilDate, t.null]),
})
export type Instalment = t.TypeOf<typeof Instalment>
