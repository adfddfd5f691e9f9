import * as fc from 'fast-check'
import type { ChurnCommand, InactivityRule } from '@tenure/core/churn'
import { smallPool } from './text.ts'
import { changeIds, civilDay, civilDayBetween, customerIds } from './words.ts'

/** Sound rules, and now and then one that asks for churn before risk. */
export const inactivityRule: fc.Arbitrary<InactivityRule> = fc.record({
  ruleId: smallPool(2),
  version: fc.constantFrom(1, 2),
  atRiskHundredths: fc.constantFrom(150, 200),
  churnedHundredths: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(200, 300) },
    { weight: 1, arbitrary: fc.constant(100) },
  ),
  floorDays: fc.constantFrom(1, 3, 7),
})

const about = { effectiveOn: civilDay, customerId: customerIds(2) }
const change = { ...about, changeId: changeIds(4) }

/** Commands to few customers, most of them assessments on evidence that is not always in order. */
export const churnCommand: fc.Arbitrary<ChurnCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('AssessChurn' as const),
      ...about,
      rule: inactivityRule,
      purchaseDays: fc.array(civilDayBetween('2024-01-01', '2024-02-20'), { maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('RecordChurn' as const),
      ...change,
      kind: fc.constantFrom('contractual' as const, 'inactive' as const),
      voluntary: fc.constantFrom(true, false, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('RecordReturn' as const), ...change }) },
)
