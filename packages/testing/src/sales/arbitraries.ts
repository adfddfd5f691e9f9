import { addDays, civilDate, endOfDay, type CivilDate, type Fact } from '@tenure/core/shared'
import { knownFact, type Known } from '@tenure/projection'
import * as fc from 'fast-check'
import { hostileTexts } from '../arbitraries/index.ts'
import { callOff, decided, known, sale, type GivenCommand } from './sales.ts'

const customers = ['ada', ...hostileTexts.filter((text) => text.length < 20).slice(0, 12)]

/** One of a few customers, whose ids are as hostile as ids may be. */
export const someone = fc.constantFrom(...customers)

/** A day of five months around the turn of a year. */
export const someDay: fc.Arbitrary<CivilDate> = fc
  .nat(150)
  .map((days) => addDays(civilDate('2025-11-20'), days))

const aSale = fc
  .tuple(
    fc.option(someone, { freq: 12 }),
    someDay,
    fc.nat(500),
    fc.constantFrom('EUR', 'JPY'),
    fc.nat(60),
  )
  .map(([by, on, netMinor, currency, id]) =>
    sale(by, on, netMinor, { id: `order ${id}`, in: currency }),
  )

const aCancellation = fc
  .tuple(someDay, fc.nat(60))
  .map(([on, id]) => callOff(null, on, `order ${id}`))

const learnedLate = (
  facts: ReadonlyArray<Known>,
  lags: ReadonlyArray<number>,
): ReadonlyArray<Known> =>
  facts.map(({ body }, place) =>
    knownFact(
      body,
      endOfDay(addDays(body.effectiveOn, lags[place % lags.length] ?? 0), 'UTC'),
      place,
    ),
  )

const lags = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 })

/** Sales and cancellations as the rules let them pass, learned late; few orders, so that they meet. */
export const purchases: fc.Arbitrary<ReadonlyArray<Known>> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: aSale }, { weight: 1, arbitrary: aCancellation }), {
      maxLength: 60,
      size: 'max',
    }),
    lags,
  )
  .map(([commands, days]) => learnedLate(decided(commands), days))

/** Commands about sales, in the order of the days on which they were learned; many of them late. */
export const givenCommands: fc.Arbitrary<ReadonlyArray<GivenCommand>> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: aSale }, { weight: 1, arbitrary: aCancellation }),
      fc.nat(40),
    ),
    { minLength: 1, maxLength: 60, size: 'max' },
  )
  .map((commands) =>
    commands
      .map(([command, lag]) => ({
        command,
        at: endOfDay(addDays(command.effectiveOn, lag), 'UTC'),
      }))
      .toSorted((a, b) => a.at - b.at),
  )

/** A history of facts of one kind, learned late. */
export const lateHistoryOf = (one: fc.Arbitrary<Fact>): fc.Arbitrary<ReadonlyArray<Known>> =>
  fc
    .tuple(fc.array(one, { maxLength: 25 }), lags)
    .map(([facts, days]) => learnedLate(known(facts), days))

/** Any part of a history, in any order: what cuts and late facts can make of it. */
export const partOf = (
  facts: fc.Arbitrary<ReadonlyArray<Known>>,
): fc.Arbitrary<ReadonlyArray<Known>> => facts.chain((all) => fc.shuffledSubarray([...all]))
