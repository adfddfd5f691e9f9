import * as fc from 'fast-check'
import type { CollectionsCommand } from '@tenure/core/collections'
import { promiseId, type CivilDate, type Currency, type CustomerId } from '@tenure/core/shared'
import { anyChannel } from './reminder-policy.ts'
import { smallPool, text } from './text.ts'
import { anyMinor, changeIds, civilDay, itemIds, perhapsText, positiveMinor } from './words.ts'

interface About {
  readonly effectiveOn: fc.Arbitrary<CivilDate>
  readonly customerId: fc.Arbitrary<CustomerId | null>
  readonly currency: fc.Arbitrary<Currency>
}

const promiseIds = smallPool(4, 'p').map(promiseId)
const change = { changeId: changeIds(6) }

const promises = (about: About): fc.Arbitrary<CollectionsCommand> =>
  fc.oneof(
    fc.record({
      type: fc.constant('PromiseToPay' as const),
      ...about,
      promiseId: promiseIds,
      amountMinor: anyMinor,
      byOn: civilDay,
      openMinor: positiveMinor,
      rule: fc.constant({ graceDays: 2, maxPerCase: 2, maxDays: 60 }),
    }),
    fc.record({
      type: fc.constant('JudgePromise' as const),
      ...about,
      ...change,
      promiseId: promiseIds,
      payments: fc.array(fc.record({ receivedOn: civilDay, amountMinor: positiveMinor }), {
        maxLength: 3,
      }),
    }),
    fc.record({
      type: fc.constant('ReopenPromise' as const),
      ...about,
      ...change,
      promiseId: promiseIds,
    }),
  )

const pauses = (about: About): fc.Arbitrary<CollectionsCommand> =>
  fc.oneof(
    fc.record({
      type: fc.constant('PauseDunning' as const),
      ...about,
      ...change,
      untilOn: civilDay,
      reason: fc.constant(text('ticket')),
      ticket: perhapsText,
      maxDays: fc.constant(40),
    }),
    fc.record({ type: fc.constant('ResumeDunning' as const), ...about, pauseId: changeIds(6) }),
    fc.record({
      type: fc.constant('AgreeHardship' as const),
      ...about,
      ...change,
      untilOn: fc.option(civilDay, { nil: null }),
      reason: fc.constant(text('illness')),
    }),
    fc.record({ type: fc.constant('EndHardship' as const), ...about, hardshipId: changeIds(6) }),
    fc.record({
      type: fc.constant('RequestExtension' as const),
      ...about,
      ...change,
      itemId: itemIds(3),
      dueOn: civilDay,
      untilOn: civilDay,
      rule: fc.constant({ maxDays: 30, maxTimes: 2 }),
    }),
  )

const notes = (about: About): fc.Arbitrary<CollectionsCommand> =>
  fc.oneof(
    fc.record({
      type: fc.constant('ScheduleNextAction' as const),
      ...about,
      ...change,
      plannedOn: civilDay,
      action: fc.constant(text('call')),
    }),
    fc.record({
      type: fc.constant('RecordContact' as const),
      ...about,
      ...change,
      itemId: fc.option(itemIds(2), { nil: null }),
      channel: anyChannel,
      outcome: fc.constantFrom('reached' as const, 'notReached' as const),
      objection: perhapsText,
    }),
    fc.record({
      type: fc.constant('ProposeWriteOff' as const),
      ...about,
      ...change,
      itemId: itemIds(3),
      amountMinor: anyMinor,
      openMinor: positiveMinor,
      limitMinor: positiveMinor,
    }),
  )

/** What a collector and a customer agree on, and what is noted down about it. */
export const collectionsAgreement = (about: About): fc.Arbitrary<CollectionsCommand> =>
  fc.oneof(
    { weight: 3, arbitrary: promises(about) },
    { weight: 2, arbitrary: pauses(about) },
    { weight: 1, arbitrary: notes(about) },
  )
