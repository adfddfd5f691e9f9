import * as fc from 'fast-check'
import {
  everyDay,
  minorUnits,
  net,
  type Anchor,
  type BusinessDays,
  type DueRule,
  type EarlyPay,
  type FeeCaps,
  type LateFee,
  type LateFeeRule,
  type PaymentTerms,
  type Ratio,
  type Share,
  type TermsPart,
} from '@tenure/core/shared'
import { text } from './text.ts'
import { civilDayBetween } from './words.ts'

const kind = <K extends string>(name: K): fc.Arbitrary<{ readonly kind: K }> =>
  fc.constant({ kind: name })
const smallMinor = fc.integer({ min: 0, max: 3_000 }).map(minorUnits)
const perhaps = <A>(one: fc.Arbitrary<A>): fc.Arbitrary<A | null> => fc.option(one, { nil: null })

const ratio: fc.Arbitrary<Ratio> = fc.record({
  numerator: fc.constantFrom(0, 1, 2),
  denominator: fc.constantFrom(10, 13, 100),
})

/** Calendars with weekends of no, one, two and six days, and a few holidays in the short window of days. */
export const businessDays: fc.Arbitrary<BusinessDays> = fc.oneof(
  fc.constant(everyDay),
  fc.record({
    convention: fc.constantFrom(
      'following' as const,
      'modifiedFollowing' as const,
      'preceding' as const,
    ),
    calendarId: fc.constant(text('office')),
    weekend: fc.constantFrom([], [5], [6, 7], [1, 2, 3, 4, 5, 6]),
    holidays: fc.array(civilDayBetween('2024-01-25', '2024-03-10'), { maxLength: 6 }),
  }),
)

/** Due rules of every kind. */
export const dueRule: fc.Arbitrary<DueRule> = fc.oneof(
  kind('onReceipt'),
  kind('onDelivery'),
  fc.constantFrom(0, 1, 14, 30).map((days) => ({ kind: 'netDays' as const, days })),
  fc.constantFrom(0, 1, 12).map((months) => ({ kind: 'netMonths' as const, months })),
  fc.record({
    kind: fc.constant('endOfMonth' as const),
    monthsAhead: fc.constantFrom(0, 1),
    plusDays: fc.constantFrom(0, 10, 30),
  }),
  fc.record({
    kind: fc.constant('dayOfMonth' as const),
    day: fc.constantFrom(1, 10, 29, 31),
    monthsAhead: fc.constantFrom(0, 1, 2),
  }),
  fc.constantFrom(0, 7).map((days) => ({ kind: 'beforeDelivery' as const, days })),
  civilDayBetween('2024-01-25', '2024-03-10').map((on) => ({ kind: 'fixed' as const, on })),
)

const anchor: fc.Arbitrary<Anchor> = fc.oneof(
  kind('order'),
  kind('invoice'),
  kind('delivery'),
  fc.constant({ kind: 'milestone' as const, milestoneId: text('__proto__') }),
  civilDayBetween('2024-01-25', '2024-03-10').map((on) => ({ kind: 'fixed' as const, on })),
)

const earlyPay: fc.Arbitrary<EarlyPay> = fc.record({
  basisPoints: fc.constantFrom(0, 200, 333, 10_000),
  days: fc.constantFrom(0, 10),
  base: fc.constantFrom('net' as const, 'gross' as const),
  tax: fc.constantFrom('incl' as const, 'excl' as const),
})

// At most three such parts: together they never ask for more than the whole.
const share: fc.Arbitrary<Share> = fc.oneof(
  fc
    .constantFrom(0, 1, 2500, 3333)
    .map((basisPoints) => ({ kind: 'percent' as const, basisPoints })),
  ratio.map((one) => ({ kind: 'ratio' as const, ratio: one })),
  smallMinor.map((amountMinor) => ({ kind: 'fixed' as const, amountMinor })),
  kind('equal'),
)

const partOf = (of: fc.Arbitrary<Share>): fc.Arbitrary<TermsPart> =>
  fc.record({
    share: of,
    due: dueRule,
    anchor: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anchor }),
    earlyPay: perhaps(earlyPay),
  })

/** Caps of every kind, or none. */
export const feeCaps: fc.Arbitrary<FeeCaps> = fc.record({
  perItemMinor: perhaps(smallMinor),
  percentOfOrderBasisPoints: perhaps(fc.constantFrom(0, 333, 2500)),
  absoluteMinor: perhaps(smallMinor),
})

const lateFee: fc.Arbitrary<LateFee> = fc.oneof(
  smallMinor.map((amountMinor) => ({ kind: 'flat' as const, amountMinor })),
  fc
    .array(smallMinor, { minLength: 1, maxLength: 3 })
    .map((amountsMinor) => ({ kind: 'steps' as const, amountsMinor })),
  fc.constantFrom(1, 250, 1000).map((basisPoints) => ({ kind: 'percent' as const, basisPoints })),
  fc.record({
    kind: fc.constant('dailyInterest' as const),
    annualRate: ratio,
    dayCount: fc.constantFrom(
      'actual360' as const,
      'actual365' as const,
      'actual366' as const,
      'actualActual' as const,
    ),
  }),
)

/** Late fee rules of every kind, under the name given. */
export const lateFeeRuleNamed = (ruleId: string): fc.Arbitrary<LateFeeRule> =>
  fc.record({
    ruleId: fc.constant(text(ruleId)),
    version: fc.constantFrom(1, 2),
    orderBand: perhaps(
      fc.record({ fromMinor: smallMinor, belowMinor: perhaps(fc.constant(minorUnits(9_000))) }),
    ),
    afterDays: fc.constantFrom(0, 1, 7, 30),
    fee: lateFee,
    per: fc.constantFrom('instalment' as const, 'invoice' as const, 'order' as const),
    base: fc.constantFrom('principalOnly' as const, 'balance' as const),
    minMinor: fc.constantFrom(0, 3).map(minorUnits),
    repeatEveryDays: fc.constantFrom(null, 1, 7, 30),
    maxTimes: fc.constantFrom(null, 0, 1, 3),
    caps: feeCaps,
    rounding: fc.constantFrom('halfEven' as const, 'halfUp' as const),
  })

/** Up to three late fee rules, one of them named to harm plain objects. */
export const lateFeeRules: fc.Arbitrary<ReadonlyArray<LateFeeRule>> = fc
  .tuple(lateFeeRuleNamed('__proto__'), lateFeeRuleNamed('interest'), lateFeeRuleNamed('fee'))
  .chain((rules) => fc.subarray(rules))

/** Sound terms of any make: every anchor, due rule, share, calendar, discount and late fee. */
export const anyTerms: fc.Arbitrary<PaymentTerms> = fc
  .record({
    anchor,
    before: fc.array(partOf(share), { maxLength: 2 }),
    balance: partOf(kind('balance')),
    after: fc.array(partOf(share), { maxLength: 1 }),
    businessDay: businessDays,
    neverBeforeIssue: fc.boolean(),
    graceDays: fc.constantFrom(0, 3),
    lateFees: lateFeeRules,
    methods: perhaps(fc.constantFrom([], [text('card'), text('transfer')])),
  })
  .map(({ before, balance, after, ...rest }) => ({
    ...net(0),
    ...rest,
    termsId: text('any'),
    parts: [...before, balance, ...after],
  }))
