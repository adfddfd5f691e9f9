import * as fc from 'fast-check'
import type { Allocation } from '@tenure/core/receivables'
import {
  chargeId,
  creditId,
  itemId,
  minorUnits,
  noFeeCaps,
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

/** One to three instalments, in any order of due days, some of them not known. */
export const instalments: fc.Arbitrary<ReadonlyArray<Instalment>> = fc
  .array(fc.record({ amountMinor, dueOn: fc.option(civilDay, { nil: null, freq: 5 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((parts) => fc.constantFrom(...Array.from({ length: 15 }, () => parts), []))
  .map((parts) => parts.map((part, index) => ({ instalment: index + 1, ...part })))

export const lateFeeRule: fc.Arbitrary<LateFeeRule> = fc.record({
  ruleId: fc.constantFrom('statutory', '__proto__').map(text),
  version: fc.constant(1),
  orderBand: fc.constant(null),
  afterDays: fc.constantFrom(0, 1, 7),
  fee: fc.oneof(
    fc.record({
      kind: fc.constant('flat' as const),
      amountMinor: fc.constantFrom(5, 10, 0).map(minorUnits),
    }),
    fc.record({
      kind: fc.constant('percent' as const),
      basisPoints: fc.constantFrom(50, 1000),
    }),
  ),
  per: fc.constant('invoice' as const),
  base: fc.constant('principalOnly' as const),
  minMinor: fc.constantFrom(0, 3).map(minorUnits),
  repeatEveryDays: fc.constantFrom(null, 1, 14),
  maxTimes: fc.constantFrom(1, 3),
  caps: fc.constant(noFeeCaps),
  rounding: fc.constantFrom('halfEven' as const, 'halfUp' as const),
})

export const allocation: fc.Arbitrary<Allocation> = fc.oneof(
  fc.record({
    kind: fc.constant('named' as const),
    itemIds: fc.array(items, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom(
      'oldestDue' as const,
      'oldestIssued' as const,
      'largest' as const,
      'none' as const,
    ),
  }),
)
