import * as fc from 'fast-check'
import type { CollectionsCommand } from '@tenure/core/collections'
import {
  addDays,
  minorUnits,
  promiseId,
  type CivilDate,
  type Currency,
  type CustomerId,
} from '@tenure/core/shared'
import { anyChannel } from './reminder-policy.ts'
import { smallPool, text } from './text.ts'
import { anyMinor, changeIds, civilDay, itemIds, perhapsText, positiveMinor } from './words.ts'

interface About {
  readonly effectiveOn: fc.Arbitrary<CivilDate>
  readonly customerId: fc.Arbitrary<CustomerId | null>
  readonly currency: fc.Arbitrary<Currency>
}

const promiseIds = smallPool(3, 'p').map(promiseId)
const change = { changeId: changeIds(10) }
/** Some days after a command's own. */
const laterDays = fc.nat(25)

const promises = (about: About): fc.Arbitrary<CollectionsCommand> =>
  fc.oneof(
    fc
      .record({
        type: fc.constant('PromiseToPay' as const),
        ...about,
        promiseId: promiseIds,
        amountMinor: anyMinor,
        openMinor: fc.constantFrom(10_000, 10_000, 100).map(minorUnits),
        rule: fc.constant({ graceDays: 2, maxPerCase: 2, maxDays: 20 }),
        days: laterDays,
      })
      .map(({ days, ...rest }) => ({ ...rest, byOn: addDays(rest.effectiveOn, days) })),
    fc
      .record({
        type: fc.constant('JudgePromise' as const),
        ...about,
        ...change,
        promiseId: promiseIds,
        paid: fc.array(fc.record({ days: laterDays, amountMinor: positiveMinor }), {
          minLength: 1,
          maxLength: 4,
        }),
      })
      .map(({ paid, ...rest }) => ({
        ...rest,
        payments: paid.map(({ days, amountMinor }) => ({
          receivedOn: addDays(rest.effectiveOn, -days),
          amountMinor,
        })),
      })),
    fc.record({
      type: fc.constant('ReopenPromise' as const),
      ...about,
      ...change,
      promiseId: promiseIds,
    }),
  )

const pauses = (about: About): fc.Arbitrary<CollectionsCommand> =>
  fc.oneof(
    fc
      .record({
        type: fc.constant('PauseDunning' as const),
        ...about,
        ...change,
        reason: fc.constant(text('ticket')),
        ticket: perhapsText,
        maxDays: fc.constant(20),
        days: laterDays,
      })
      .map(({ days, ...rest }) => ({ ...rest, untilOn: addDays(rest.effectiveOn, days) })),
    fc.record({ type: fc.constant('ResumeDunning' as const), ...about, pauseId: changeIds(10) }),
    fc.record({
      type: fc.constant('AgreeHardship' as const),
      ...about,
      ...change,
      untilOn: fc.option(civilDay, { nil: null }),
      reason: fc.constant(text('illness')),
    }),
    fc.record({ type: fc.constant('EndHardship' as const), ...about, hardshipId: changeIds(10) }),
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
