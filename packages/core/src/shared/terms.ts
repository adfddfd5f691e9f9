import * as t from 'io-ts'
import { CivilDate } from './civil-date.ts'
import { MinorUnits } from './money.ts'
import { Text } from './text.ts'

/** A count: whole and not negative. */
export const Whole = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 0, 'Whole')
const BasisPoints = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 0, 'BasisPoints')

/** When a part falls due, by a named rule counted from the anchor day; never a bare number of days. */
export const DueRule = t.union([
  t.strict({ kind: t.literal('onReceipt') }),
  t.strict({ kind: t.literal('netDays'), days: Whole }),
  t.strict({ kind: t.literal('netMonths'), months: Whole }),
  t.strict({ kind: t.literal('endOfMonth'), monthsAhead: Whole, plusDays: Whole }),
  t.strict({ kind: t.literal('fixed'), on: CivilDate }),
])
export type DueRule = t.TypeOf<typeof DueRule>

/** What part of the total an instalment is. `balance` is what the others leave. */
export const Share = t.union([
  t.strict({ kind: t.literal('percent'), basisPoints: BasisPoints }),
  t.strict({ kind: t.literal('fixed'), amountMinor: MinorUnits }),
  t.strict({ kind: t.literal('balance') }),
])
export type Share = t.TypeOf<typeof Share>

/** A late fee that was agreed: a flat sum or a share of the open principal, never compounding. */
export const LateFeeRule = t.strict({
  ruleId: Text,
  afterDays: Whole,
  fee: t.union([
    t.strict({ kind: t.literal('flat'), amountMinor: MinorUnits }),
    t.strict({ kind: t.literal('percent'), basisPoints: BasisPoints, minMinor: MinorUnits }),
  ]),
  /** At most so many fees on one item, `repeatEveryDays` apart. */
  maxTimes: Whole,
  repeatEveryDays: Whole,
  rounding: t.keyof({ halfEven: null, halfUp: null }),
})
export type LateFeeRule = t.TypeOf<typeof LateFeeRule>

/** Payment terms as data with a version. Every fact stores the terms it was decided under. */
export const PaymentTerms = t.strict({
  termsId: Text,
  version: Whole,
  /** The day from which the due rules count. */
  anchor: t.keyof({ order: null, invoice: null, delivery: null }),
  parts: t.readonlyArray(t.strict({ share: Share, due: DueRule })),
  graceDays: Whole,
  lateFee: t.union([LateFeeRule, t.null]),
})
export type PaymentTerms = t.TypeOf<typeof PaymentTerms>

/** One part of what is owed, with its own due day; `null` while that day is not known. */
export const Instalment = t.strict({
  instalment: Whole,
  amountMinor: MinorUnits,
  dueOn: t.union([CivilDate, t.null]),
})
export type Instalment = t.TypeOf<typeof Instalment>
