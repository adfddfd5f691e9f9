import * as fc from 'fast-check'
import type { SequencePolicy, SequenceStep } from '@tenure/core/engagement'
import { channel } from './customer.ts'
import { smallPool } from './text.ts'

const step: fc.Arbitrary<SequenceStep> = fc.record({
  stepId: smallPool(5, 's'),
  day: fc.oneof(
    fc.record({ kind: fc.constant('offset' as const), days: fc.constantFrom(0, 1, 2, 7) }),
    fc.record({
      kind: fc.constant('seeded' as const),
      fromDays: fc.constantFrom(3, 4),
      toDays: fc.constantFrom(4, 5),
    }),
  ),
  template: fc.constantFrom('welcome', 'quickStartGuide', 'demoVideo', 'bonus', 'upsell'),
  isUpsell: fc.boolean(),
  channels: fc.uniqueArray(channel, { minLength: 1, maxLength: 2 }),
  needsConsent: fc.boolean(),
})

/** Sequences of a few steps, and now and then one whose steps share a name. */
export const sequencePolicy: fc.Arbitrary<SequencePolicy> = fc.record({
  policyId: smallPool(2),
  version: fc.constantFrom(1, 2),
  steps: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.uniqueArray(step, {
        minLength: 1,
        maxLength: 4,
        selector: ({ stepId }) => stepId,
      }),
    },
    { weight: 1, arbitrary: fc.array(step, { maxLength: 3 }) },
  ),
  onRefund: fc.constantFrom('stopAll', 'skipUpsells'),
})
