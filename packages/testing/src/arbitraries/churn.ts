import * as fc from 'fast-check'
import type {
  AliveRule,
  ChurnCommand,
  ChurnKnowledge,
  ChurnRule,
  ContractRule,
  InactivityRule,
} from '@tenure/core/churn'
import { smallPool } from './text.ts'
import { changeIds, civilDay, civilDayBetween, customerIds } from './words.ts'

const named = { ruleId: smallPool(2), version: fc.constantFrom(1, 2) }

/** Sound rules, and now and then one that asks for churn before risk. */
export const inactivityRule: fc.Arbitrary<InactivityRule> = fc.record({
  kind: fc.constant('habit' as const),
  ...named,
  atRiskHundredths: fc.constantFrom(150, 200),
  churnedHundredths: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(200, 300) },
    { weight: 1, arbitrary: fc.constant(100) },
  ),
  floorDays: fc.constantFrom(1, 3, 7),
})

const aliveRule: fc.Arbitrary<AliveRule> = fc.record({
  kind: fc.constant('alive' as const),
  ...named,
  atRiskBelowBasisPoints: fc.constantFrom(3000, 5000, 10_001),
  churnedBelowBasisPoints: fc.constantFrom(1000, 3000),
})
const contractRule: fc.Arbitrary<ContractRule> = fc.record({
  kind: fc.constant('contract' as const),
  ...named,
  graceDays: fc.constantFrom(0, 5, 14),
})

const pastDay = civilDayBetween('2024-01-01', '2024-02-20')
const purchaseDays = fc.array(pastDay, { maxLength: 5 })
const purchases = fc.record({ kind: fc.constant('purchases' as const), purchaseDays })
const probability = fc.record({
  kind: fc.constant('probability' as const),
  purchaseDays,
  aliveBasisPoints: fc.constantFrom(0, 999, 1000, 2999, 3000, 5000, 10_000),
})
const contracts = fc.record({
  kind: fc.constant('contracts' as const),
  contracts: fc.array(
    fc.record({
      contractId: smallPool(3),
      startedOn: pastDay,
      endedOn: fc.option(pastDay, { nil: null }),
      voluntary: fc.constantFrom(true, false, null),
    }),
    { maxLength: 3 },
  ),
})

/** A rule with what it judges, and now and then with what it has no say in. */
const judgement: fc.Arbitrary<{ readonly rule: ChurnRule; readonly known: ChurnKnowledge }> =
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ rule: inactivityRule, known: purchases }) },
    { weight: 3, arbitrary: fc.record({ rule: aliveRule, known: probability }) },
    { weight: 3, arbitrary: fc.record({ rule: contractRule, known: contracts }) },
    {
      weight: 1,
      arbitrary: fc.record({
        rule: fc.oneof(inactivityRule, aliveRule, contractRule),
        known: fc.oneof(purchases, probability, contracts),
      }),
    },
  )

const about = { effectiveOn: civilDay, customerId: customerIds(2) }
const change = { ...about, changeId: changeIds(4) }

/** Commands to few customers, most of them assessments on evidence that is not always in order. */
export const churnCommand: fc.Arbitrary<ChurnCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.record({ type: fc.constant('AssessChurn' as const), ...about }), judgement)
      .map(([command, judged]) => ({ ...command, ...judged })),
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
