import * as fc from 'fast-check'
import type { ReturnPolicy } from '@tenure/core/returns'
import { smallPool, text } from './text.ts'

/** Policies of all kinds, with short windows, so that some days lie outside. */
export const returnPolicy: fc.Arbitrary<ReturnPolicy> = fc.record({
  policyId: smallPool(2),
  version: fc.constantFrom(1, 2),
  anchor: fc.constant('delivery' as const),
  windowDays: fc.constantFrom(0, 14, 30),
  coolingOffDays: fc.constantFrom(0, 14),
  conditions: fc.record({ unopened: fc.boolean(), originalPackage: fc.boolean() }),
  reasons: fc.constant([
    { code: text('broken'), conditionsApply: false },
    { code: text('wrong size'), conditionsApply: true },
  ]),
  onFailedCondition: fc.oneof(
    fc.constant({ kind: 'refuse' as const }),
    fc.record({
      kind: fc.constant('deduct' as const),
      basisPoints: fc.constantFrom(0, 1500, 10_000),
    }),
  ),
})
