import { runs } from '@tenure/house-rules/runs'
import { lateFeeRules } from '@tenure/testing/arbitraries'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, minorUnits, type CivilDate, type LateFeeRule } from '../src/shared/index.ts'
import {
  feeDay,
  lateFeesDue,
  type AssessedFees,
  type DueLateFee,
  type JurisdictionRules,
  type LateFeeQuestion,
  type PrincipalPart,
} from '../src/terms/index.ts'
import { day, question } from './terms-words.ts'

const start = day('2024-01-01')
const after = (days: number): CivilDate => addDays(start, days)

/** An instalment that is opened on the first day, and whose principal falls and rises again. */
const part: fc.Arbitrary<Omit<PrincipalPart, 'instalment'>> = fc.record({
  dueOn: fc.option(fc.nat(60).map(after), { nil: null, freq: 8 }),
  opens: fc
    .tuple(
      fc.integer({ min: 1, max: 9_000 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.nat(9_000)), { maxLength: 3 }),
    )
    .map(([first, changes]) => [
      { on: start, openMinor: first },
      ...changes
        .toSorted(([a], [b]) => a - b)
        .map(([days, openMinor]) => ({ on: after(days), openMinor })),
    ]),
})
const parts = fc
  .array(part, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one, index) => ({ ...one, instalment: index + 1 })))

const law: fc.Arbitrary<JurisdictionRules | null> = fc.option(
  fc.record({
    jurisdictionId: fc.constant(question({}).rules.map(({ ruleId }) => ruleId)[0]).map((id) => {
      if (id === undefined) throw new Error('the example has a rule')
      return id
    }),
    version: fc.constant(1),
    feeCap: fc.option(
      fc.record({
        perItemMinor: fc
          .constantFrom(null, 500, 5_000)
          .map((n) => (n === null ? null : minorUnits(n))),
        percentOfOrderBasisPoints: fc.constantFrom(null, 1000),
        absoluteMinor: fc.constant(null),
        annualRate: fc.constantFrom(null, { numerator: 5, denominator: 100 }),
      }),
      { nil: null },
    ),
    onExcess: fc.constant('clamp' as const),
    coolingOffDays: fc.constant(14),
    minNoticeDays: fc.constantFrom(0, 10),
  }),
  { nil: null },
)

const asked: fc.Arbitrary<LateFeeQuestion> = fc
  .record({
    rules: lateFeeRules,
    graceDays: fc.constantFrom(0, 3),
    parts,
    feesElsewhereMinor: fc.constantFrom(0, 0, 700),
    orderTotalMinor: fc.constantFrom(1_000, 8_999, 9_000, 27_000),
    jurisdiction: law,
  })
  .map((given) => question({ ...given, asOf: after(200) }))

/** The fees by scope, as an account would hold them. */
const assessed = (fees: ReadonlyArray<DueLateFee>): ReadonlyArray<AssessedFees> => {
  const scopes = new Map<string, AssessedFees>()
  for (const { ruleId, instalment, index, amountMinor } of fees) {
    const name = JSON.stringify([ruleId, instalment])
    const before = scopes.get(name)
    scopes.set(name, {
      ruleId,
      instalment,
      lastIndex: Math.max(index, before?.lastIndex ?? 0),
      amountMinor: amountMinor + (before?.amountMinor ?? 0),
    })
  }
  return [...scopes.values()]
}
const sum = (fees: ReadonlyArray<DueLateFee>): number =>
  fees.reduce((total, { amountMinor }) => total + amountMinor, 0)

/** What is assessed when somebody asks on these days, each time knowing only what had happened by then. */
const askedOn = (
  given: LateFeeQuestion,
  days: ReadonlyArray<CivilDate>,
): ReadonlyArray<DueLateFee> => {
  const fees: DueLateFee[] = []
  for (const asOf of days)
    fees.push(
      ...lateFeesDue({
        ...given,
        asOf,
        parts: given.parts.map((one) => ({
          ...one,
          opens: one.opens.filter(({ on }) => on <= asOf),
        })),
        feesSoFar: assessed(fees),
        openFeesMinor: sum(fees),
      }),
    )
  return fees
}

describe('late fees', () => {
  it('do not depend on how often one asks: hourly, daily, or with gaps [inv 13]', () => {
    const gaps = fc.uniqueArray(fc.nat(199), { maxLength: 12 })
    fc.assert(
      fc.property(asked, gaps, (given, some) => {
        const once = lateFeesDue(given)
        const daily = Array.from({ length: 201 }, (_, index) => after(index))
        const hourly = daily.slice(0, 40).flatMap((on) => [on, on, on])
        expect(askedOn(given, daily)).toEqual(once)
        expect(askedOn(given, [...hourly, given.asOf])).toEqual(once)
        const random = [...some.toSorted((a, b) => a - b).map(after), given.asOf]
        expect(askedOn(given, random)).toEqual(once)
      }),
      { numRuns: runs(60) },
    )
  })

  it('are at most every cap, never less on a later day, and none before the grace is over [inv 13]', () => {
    const days = fc.tuple(fc.nat(200), fc.nat(200))
    fc.assert(
      fc.property(asked, days, (given, [a, b]) => {
        const on = (days: number) => lateFeesDue({ ...given, asOf: after(days) })
        const [early, late] = [on(Math.min(a, b)), on(Math.max(a, b))]
        expect(late.slice(0, early.length)).toEqual(early)
        for (const { ruleId, dueFrom } of late) {
          const rule = given.rules.find((one) => one.ruleId === ruleId)
          const dueDays = given.parts.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
          const [firstDue = start] = dueDays
          expect(dueFrom > addDays(firstDue, given.graceDays)).toBe(true)
          expect(rule === undefined || dueFrom >= feeDay(rule, given.graceDays, firstDue, 1)).toBe(
            true,
          )
        }
        const withinCaps = ({ caps }: Pick<LateFeeRule, 'caps'>, ruleId: string | null): void => {
          // The last fee of a rule had to fit under its caps with all the fees before it.
          const last =
            ruleId === null ? late.length - 1 : late.findLastIndex((fee) => fee.ruleId === ruleId)
          if (last < 0) return
          const totalMinor = sum(late.slice(0, last + 1))
          const onOrder = totalMinor + given.feesElsewhereMinor
          expect(totalMinor).toBeLessThanOrEqual(caps.perItemMinor ?? Infinity)
          expect(onOrder).toBeLessThanOrEqual(caps.absoluteMinor ?? Infinity)
          const share = caps.percentOfOrderBasisPoints ?? Infinity
          expect(onOrder * 10_000).toBeLessThanOrEqual(share * given.orderTotalMinor)
        }
        for (const rule of given.rules) withinCaps(rule, rule.ruleId)
        const legal = given.jurisdiction?.feeCap ?? null
        if (legal !== null) withinCaps({ caps: legal }, null)
      }),
      { numRuns: runs(100) },
    )
  })

  it('on the principal alone are what they are, whatever fees came before [inv 14]', () => {
    const uncapped = (rule: LateFeeRule): LateFeeRule => ({
      ...rule,
      base: 'principalOnly',
      caps: { perItemMinor: null, percentOfOrderBasisPoints: null, absoluteMinor: null },
    })
    fc.assert(
      fc.property(asked, fc.nat(9_000), fc.nat(100), (given, otherMinor, days) => {
        const free = { ...given, rules: given.rules.map(uncapped), jurisdiction: null }
        const before = assessed(lateFeesDue({ ...free, asOf: after(days) }))
        const dearer = before.map((fees) => ({
          ...fees,
          amountMinor: fees.amountMinor + otherMinor,
        }))
        const later = (feesSoFar: ReadonlyArray<AssessedFees>, openFeesMinor: number) =>
          lateFeesDue({ ...free, feesSoFar, openFeesMinor })
        expect(later(dearer, otherMinor)).toEqual(later(before, 0))
      }),
      { numRuns: runs(100) },
    )
  })

  it('are named by rule, instalment and number, each name once', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const names = lateFeesDue(given).map(({ ruleId, instalment, index }) =>
          JSON.stringify([ruleId, instalment, index]),
        )
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: runs(100) },
    )
  })
})
