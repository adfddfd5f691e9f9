import {
  addDays,
  changeId,
  civilDate,
  customerId,
  endOfDay,
  type CivilDate,
  type Fact,
} from '@tenure/core/shared'
import { knownFact, type Known } from '@tenure/projection'
import { hostileTexts } from '@tenure/testing/arbitraries'
import * as fc from 'fast-check'
import { callOff, decided, sale } from './facts.ts'

const customers = ['ada', ...hostileTexts.filter((text) => text.length < 20).slice(0, 12)]
const someone = fc.constantFrom(...customers)

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

const fact = (
  type: string,
  effectiveOn: CivilDate,
  by: string | null,
  more: Readonly<Record<string, unknown>>,
): Fact => ({ ...more, type, effectiveOn, customerId: by === null ? null : customerId(by) })

/** Learned so many days after they were true. */
const learnedLate = (facts: ReadonlyArray<Known>, lags: ReadonlyArray<number>) =>
  facts.map(({ body }, place) =>
    knownFact(
      body,
      endOfDay(addDays(body.effectiveOn, lags[place % lags.length] ?? 0), 'UTC'),
      place,
    ),
  )

const lags = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 })

/** Sales and cancellations as the rules let them pass; few orders, so that cancellations meet them. */
export const purchases: fc.Arbitrary<ReadonlyArray<Known>> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: aSale }, { weight: 1, arbitrary: aCancellation }), {
      maxLength: 60,
      size: 'max',
    }),
    lags,
  )
  .map(([commands, days]) => learnedLate(decided(commands), days))

const aMark: fc.Arbitrary<Fact> = fc
  .tuple(someone, someDay, fc.constantFrom('CustomerChurned', 'CustomerReturned'))
  .map(([id, on, type]) =>
    fact(type, on, id, { changeId: changeId(on), rule: null, evidence: null }),
  )

const aMerge: fc.Arbitrary<Fact> = fc
  .tuple(someone, someone, someDay)
  .map(([from, into, on]) => fact('CustomerMerged', on, from, { into: customerId(into) }))

const factsOf = (one: fc.Arbitrary<Fact>): fc.Arbitrary<ReadonlyArray<Known>> =>
  fc.tuple(fc.array(one, { maxLength: 25 }), lags).map(([facts, days]) =>
    learnedLate(
      facts.map((body, place) => knownFact(body, endOfDay(body.effectiveOn, 'UTC'), place)),
      days,
    ),
  )

export const marks = factsOf(aMark)
export const merges = factsOf(aMerge)

/** Any part of a history, in any order: what cuts and late facts can make of it. */
export const partOf = (
  facts: fc.Arbitrary<ReadonlyArray<Known>>,
): fc.Arbitrary<ReadonlyArray<Known>> => facts.chain((all) => fc.shuffledSubarray([...all]))
