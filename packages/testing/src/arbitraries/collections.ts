import * as fc from 'fast-check'
import type { CollectionsCommand, OpenLine, RemindedItem } from '@tenure/core/collections'
import { currency, type Text } from '@tenure/core/shared'
import { collectionsAgreement } from './collections-agreements.ts'
import { anyChannel, anyReminderPolicy, reminderPolicy, stepIds } from './reminder-policy.ts'
import { text } from './text.ts'
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

const dueDay = civilDayBetween('2024-01-15', '2024-02-05')
const line = {
  itemId: itemIds(3),
  instalment: fc.constantFrom(null, 1, 2),
  dueOn: dueDay,
  openMinor: anyMinor,
}
const hold = fc.constantFrom(
  ...([null, null, null, null, null, null] as const),
  ...(['collectionPlanned', 'collectionPending', 'refund', 'cancelled'] as const),
)

/** What receivables hold as open: few items, some of them in two instalments. */
export const openLines: fc.Arbitrary<ReadonlyArray<OpenLine>> = fc.array(
  fc.record({ ...line, hold }),
  { maxLength: 4 },
)

const reminded: fc.Arbitrary<ReadonlyArray<RemindedItem>> = fc.array(
  fc.record({ ...line, disputedMinor: anyMinor }),
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
const cycle = fc.integer({ min: 0, max: 3 })
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
/** The customer agreed to most channels, as a rule. */
const channels = fc.oneof(
  { weight: 3, arbitrary: fc.constant(['email', 'letter', 'call'] as const) },
  { weight: 1, arbitrary: fc.uniqueArray(anyChannel, { maxLength: 3 }) },
)

/** Names a step of its own policy as a rule, and now and then one that the policy has not. */
const runStep: fc.Arbitrary<CollectionsCommand> = fc
  .record({
    ...about,
    policy: fc.oneof(
      { weight: 3, arbitrary: reminderPolicy },
      { weight: 1, arbitrary: anyReminderPolicy },
    ),
    items: openLines,
    channels,
    which: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4, 5),
  })
  .map(({ which, ...rest }) => {
    const named = rest.policy.steps[which % rest.policy.steps.length]?.stepId
    const step = which === 5 || named === undefined ? text('no such step') : named
    return { type: 'RunStep', ...rest, stepId: step }
  })

const closeCase: fc.Arbitrary<CollectionsCommand> = fc.record({
  type: fc.constant('CloseCase' as const),
  ...about,
  cycle,
  items: openLines,
})

const suspension: fc.Arbitrary<CollectionsCommand> = fc.oneof(
  fc.record({ type: fc.constant('SuspendService' as const), ...about, changeId: changeIds(10) }),
  fc.record({
    type: fc.constant('ReinstateService' as const),
    ...about,
    changeId: changeIds(10),
    items: openLines,
  }),
)

const marks: fc.Arbitrary<CollectionsCommand> = fc.oneof(
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
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('HandOver' as const, 'HandOver' as const, 'RecordHandOver' as const),
      ...handOver,
    }),
  },
)

const sending: fc.Arbitrary<CollectionsCommand> = fc.oneof(
  fc.record({
    type: fc.constant('RecordReminder' as const),
    ...about,
    stepId,
    channel: fc.constantFrom('sms' as const, 'letter' as const),
    items: reminded,
  }),
  fc.record({
    type: fc.constant('RecordStepFailed' as const),
    ...about,
    changeId: changeIds(10),
    cycle: fc.constantFrom(1, 1, 2),
    stepId,
    channel: fc.constantFrom('email' as const, 'email' as const, 'letter' as const),
    reason: fc.constant(text('bounced')),
  }),
)

/** Commands mostly to one customer in one currency, through both doors; most of them steps. */
export const collectionsCommand: fc.Arbitrary<CollectionsCommand> = fc.oneof(
  { weight: 12, arbitrary: runStep },
  { weight: 3, arbitrary: closeCase },
  { weight: 3, arbitrary: marks },
  { weight: 4, arbitrary: sending },
  { weight: 3, arbitrary: suspension },
  { weight: 6, arbitrary: collectionsAgreement(about) },
)
