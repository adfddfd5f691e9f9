import {
  addDays,
  civilDate,
  currency,
  customerId,
  endOfDay,
  minorUnits,
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
  .map(([by, on, netMinor, code, id]) => sale(by, on, netMinor, { id: `order ${id}`, in: code }))

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

const money: fc.Arbitrary<Fact> = fc
  .tuple(
    fc.option(someone, { freq: 8 }),
    someDay,
    fc.nat(500),
    fc.constantFrom('EUR', 'JPY'),
    fc.constantFrom(
      'PaymentReceived',
      'PaymentReversed',
      'RefundIssued',
      'CreditBalanceIncreased',
      'ItemWrittenOff',
      'WriteOffRecovered',
    ),
  )
  .map(([by, on, amount, code, type]) =>
    fact(type, on, by, {
      currency: currency(code),
      amountMinor: minorUnits(amount),
      from: { kind: 'cash' },
    }),
  )

/** Purchases and cash in one log. The cash is any cash: no question here asks what it paid for. */
export const histories: fc.Arbitrary<ReadonlyArray<Known>> = fc
  .tuple(purchases, fc.array(money, { maxLength: 25 }), lags)
  .map(([sold, facts, days]) => [
    ...sold,
    ...learnedLate(
      facts.map((body, place) => knownFact(body, endOfDay(body.effectiveOn, 'UTC'), place)),
      days,
    ),
  ])

/** Any part of a history, in any order: what cuts and late facts can make of it. */
export const partOf = (
  facts: fc.Arbitrary<ReadonlyArray<Known>>,
): fc.Arbitrary<ReadonlyArray<Known>> => facts.chain((all) => fc.shuffledSubarray([...all]))
