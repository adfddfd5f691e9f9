import * as fc from 'fast-check'
import type {
  CollectionsCommand,
  OpenLine,
  RemindedItem,
  ReminderPolicy,
} from '@tenure/core/collections'
import { currency, minorUnits, type Text } from '@tenure/core/shared'
import { hostileTexts, text } from './text.ts'
import {
  anyMinor,
  changeIds,
  civilDay,
  civilDayBetween,
  customerIds,
  disputeIds,
  itemIds,
  perhapsText,
  positiveMinor,
} from './words.ts'

const stepIds: ReadonlyArray<Text> = hostileTexts.slice(0, 5)

const policyId: Text = text('policy')

const policyOf = (
  offsets: ReadonlyArray<number>,
  version: number,
  minGapDays: number,
  minBalanceMinor: number,
): ReminderPolicy => ({
  policyId,
  version,
  minGapDays,
  minBalanceMinor: minorUnits(minBalanceMinor),
  steps: offsets.flatMap((offsetDays, index) => {
    const stepId = stepIds[index]
    return stepId === undefined ? [] : [{ stepId, offsetDays, channel: 'email' as const }]
  }),
})

/** Policies of few steps, some sent before the due day, some on one day, in several versions. */
export const reminderPolicy: fc.Arbitrary<ReminderPolicy> = fc
  .record({
    offsets: fc.constantFrom([5, 14, 30], [-3, 1, 10], [0, 0, 7], [1], [3, 3, 2, 30, 60]),
    version: fc.constantFrom(1, 2),
    minGapDays: fc.constantFrom(0, 0, 1, 7),
    minBalanceMinor: fc.constantFrom(0, 0, 50),
  })
  .map(({ offsets, version, minGapDays, minBalanceMinor }) =>
    policyOf(offsets, version, minGapDays, minBalanceMinor),
  )

const dueDay = civilDayBetween('2024-01-15', '2024-02-05')

/** What receivables hold as open: few items, some of them in two instalments. */
export const openLines: fc.Arbitrary<ReadonlyArray<OpenLine>> = fc.array(
  fc.record({ itemId: itemIds(3), dueOn: dueDay, openMinor: anyMinor }),
  { maxLength: 4 },
)

const reminded: fc.Arbitrary<ReadonlyArray<RemindedItem>> = fc.array(
  fc.record({ itemId: itemIds(3), dueOn: dueDay, openMinor: anyMinor, disputedMinor: anyMinor }),
  { maxLength: 3 },
)

const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 9, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  currency: fc.oneof(
    { weight: 9, arbitrary: fc.constant(currency('EUR')) },
    { weight: 1, arbitrary: fc.constant(currency('JPY')) },
  ),
}
const stepId: fc.Arbitrary<Text> = fc.constantFrom(...stepIds)
const outcome = fc.constantFrom('accepted' as const, 'rejected' as const, 'split' as const)
const handOver = { ...about, changeId: changeIds(4), itemId: itemIds(3), agency: perhapsText }
const dispute = {
  ...about,
  disputeId: disputeIds(3),
  itemId: itemIds(3),
  amountMinor: anyMinor,
  reason: perhapsText,
}

/** Names a step of its own policy as a rule, and now and then one that the policy has not. */
const runStep: fc.Arbitrary<CollectionsCommand> = fc
  .record({ ...about, policy: reminderPolicy, items: openLines, which: fc.nat(5) })
  .map(({ which, ...rest }) => {
    const named = rest.policy.steps[which % rest.policy.steps.length]?.stepId
    const stepId = which === 5 || named === undefined ? text('no such step') : named
    return { type: 'RunStep', ...rest, stepId }
  })

/** Commands mostly to one customer in one currency, through both doors; most of them steps. */
export const collectionsCommand: fc.Arbitrary<CollectionsCommand> = fc.oneof(
  { weight: 8, arbitrary: runStep },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('CloseCase' as const),
      ...about,
      cycle: fc.integer({ min: 0, max: 3 }),
      items: openLines,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('RaiseDispute' as const),
      ...dispute,
      openMinor: positiveMinor,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('RecordDispute' as const), ...dispute }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('ResolveDispute' as const, 'RecordDisputeResolution' as const),
      ...about,
      disputeId: disputeIds(3),
      outcome,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('HandOver' as const, 'RecordHandOver' as const),
      ...handOver,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('RecordReminder' as const),
      ...about,
      stepId,
      channel: fc.constantFrom('sms' as const, 'letter' as const),
      items: reminded,
    }),
  },
)
