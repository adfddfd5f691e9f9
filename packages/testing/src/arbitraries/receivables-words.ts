import * as fc from 'fast-check'
import type { Allocation, Component, EarlyPayOffer } from '@tenure/core/receivables'
import {
  assignmentId,
  chargebackId,
  chargeId,
  creditId,
  itemId,
  minorUnits,
  noFeeCaps,
  partnerId,
  refundId,
  writeOffId,
  type Instalment,
  type ItemId,
  type LateFeeRule,
  type MinorUnits,
} from '@tenure/core/shared'
import { smallPool, text } from './text.ts'
import { anyMinor, changeIds, civilDay, itemIds, paymentIds } from './words.ts'

/** Amounts as everywhere, and now and then one so large that no sum may hold it. */
export const amountMinor: fc.Arbitrary<MinorUnits> = fc.oneof(
  { weight: 60, arbitrary: anyMinor },
  { weight: 1, arbitrary: fc.constant(minorUnits(Number.MAX_SAFE_INTEGER)) },
)

/** Few items; one has the very id that an outflow without a source would be given. */
export const items: fc.Arbitrary<ItemId> = fc.oneof(
  { weight: 12, arbitrary: itemIds(3) },
  { weight: 1, arbitrary: fc.constant(itemId('suspense:__proto__')) },
)
export const payments = paymentIds(4)
export const credits = smallPool(3, 'k').map(creditId)
export const charges = smallPool(4, 'f').map(chargeId)
export const refunds = smallPool(3, 'r').map(refundId)
export const writeOffs = smallPool(2, 'w').map(writeOffId)
export const changes = changeIds(8)
export const chargebacks = smallPool(3, 'b').map(chargebackId)
export const assignments = smallPool(2, 'a').map(assignmentId)
export const partners = smallPool(2, 'n').map(partnerId)

/** One to three instalments, in any order of due days, some of them not known. */
export const instalments: fc.Arbitrary<ReadonlyArray<Instalment>> = fc
  .array(fc.record({ amountMinor, dueOn: fc.option(civilDay, { nil: null, freq: 5 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((parts) => fc.constantFrom(...Array.from({ length: 15 }, () => parts), []))
  .map((parts) => parts.map((part, index) => ({ instalment: index + 1, ...part })))

const aLateFee = fc.oneof(
  fc.record({
    kind: fc.constant('flat' as const),
    amountMinor: fc.constantFrom(5, 10, 0).map(minorUnits),
  }),
  fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.constantFrom(50, 1000) }),
  fc.constant({ kind: 'steps' as const, amountsMinor: [10, 7, 0, 3].map(minorUnits) }),
  fc.constant({
    kind: 'dailyInterest' as const,
    annualRate: { numerator: 1, denominator: 2 },
    dayCount: 'actual365' as const,
  }),
)

/** A rule whose base is the principal, capped or not. */
export const lateFeeRule: fc.Arbitrary<LateFeeRule> = fc.record({
  ruleId: fc.constantFrom('statutory', '__proto__').map(text),
  version: fc.constant(1),
  orderBand: fc.constant(null),
  afterDays: fc.constantFrom(0, 1, 7),
  fee: aLateFee,
  per: fc.constantFrom('invoice' as const, 'instalment' as const, 'order' as const),
  base: fc.constant('principalOnly' as const),
  minMinor: fc.constantFrom(0, 3).map(minorUnits),
  repeatEveryDays: fc.constantFrom(null, 1, 14),
  maxTimes: fc.constantFrom(1, 3, null),
  caps: fc.constantFrom(noFeeCaps, { ...noFeeCaps, perItemMinor: minorUnits(12) }),
  rounding: fc.constantFrom('halfEven' as const, 'halfUp' as const),
})

const components = fc.shuffledSubarray<Component>(['costs', 'fees', 'interest', 'principal'])

export const allocation: fc.Arbitrary<Allocation> = fc.record({
  named: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(items, { maxLength: 3 }) },
  ),
  ordering: fc.constantFrom(
    'oldestDue' as const,
    'oldestIssued' as const,
    'largest' as const,
    'currentFirst' as const,
    'none' as const,
  ),
  components,
})

/** Discounts for some of the first instalments, on all or a part of them. */
export const earlyPay: fc.Arbitrary<ReadonlyArray<EarlyPayOffer>> = fc
  .uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 2 })
  .chain((instalments) =>
    fc.tuple(
      ...instalments.map((instalment) =>
        fc.record({
          instalment: fc.constant(instalment),
          untilOn: civilDay,
          basisPoints: fc.constantFrom(200, 5000, 10_000),
          eligibleMinor: fc.constantFrom(0, 50, 100, 10_000).map(minorUnits),
        }),
      ),
    ),
  )
