import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import { addDays as plusDays } from 'date-fns'
import { utc } from '@date-fns/utc'
import { describe, expect, it } from 'vitest'
import { anyCurrency, civilDayBetween, soundTerms } from '@tenure/testing/arbitraries'
import {
  addDays,
  addMonths,
  allocate,
  civilDate,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  endOfDay,
  endOfMonth,
  equalInstalments,
  formatMinor,
  laterWins,
  parseMinor,
  scheduleFor,
  startOfDay,
  type CivilDate,
  type Dated,
} from '../src/shared/index.ts'

const anyDay = civilDayBetween('0001-01-01', '9999-12-31')
const anyWorkDay = civilDayBetween('1990-01-01', '2090-12-31')
const amountMinor = fc.oneof(fc.nat(1000), fc.maxSafeNat())
const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((a, b) => a + b, 0)
const zones = ['Europe/Rome', 'Asia/Tehran', 'America/Los_Angeles', 'Pacific/Apia', 'UTC']

describe('civil days', () => {
  it('are numbered without holes, in the order of their text', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(dayOfNumber(dayNumber(a))).toBe(a)
        expect(Math.sign(dayNumber(a) - dayNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })

  it('are counted as date-fns counts them in UTC', () => {
    const ours = civilDayBetween('0200-01-01', '9000-12-31')
    fc.assert(
      fc.property(ours, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const theirs = plusDays(`${day}T00:00:00Z`, days, { in: utc }).toISOString()
        expect(addDays(day, days)).toBe(theirs.slice(0, 10))
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('keep the anchor in months that have it, and never pass it [inv 19]', () => {
    const anchors = civilDayBetween('0100-01-01', '9000-12-31')
    fc.assert(
      fc.property(anchors, fc.integer({ min: 0, max: 600 }), (anchor, months) => {
        const day = addMonths(anchor, months)
        const reached = Number(day.slice(8))
        expect(reached).toBe(Math.min(Number(anchor.slice(8)), Number(endOfMonth(day).slice(8))))
        expect(addMonths(anchor, months + 1) > day).toBe(true)
      }),
    )
  })

  it('fall on themselves in every zone, from their first instant to their last', () => {
    const days = civilDayBetween('1950-01-01', '2035-12-31')
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (day, zone) => {
        fc.pre(!(zone === 'Pacific/Apia' && day === civilDate('2011-12-30')))
        expect(dayOf(startOfDay(day, zone), zone)).toBe(day)
        expect(dayOf(endOfDay(day, zone), zone)).toBe(day)
        expect(endOfDay(day, zone) + 1).toBe(startOfDay(addDays(day, 1), zone))
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('an allocation', () => {
  const weights = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 })
    .filter((all) => sum(all) > 0)

  it('hands out every unit, each part within one of its ideal [inv 1]', () => {
    fc.assert(
      fc.property(amountMinor, weights, (total, all) => {
        const parts = allocate(total, all)
        expect(sum(parts)).toBe(total)
        const whole = BigInt(sum(all))
        parts.forEach((part, index) => {
          const ideal = BigInt(total) * BigInt(all[index] ?? 0)
          const off = BigInt(part) * whole - ideal
          expect(off < whole && off > -whole).toBe(true)
        })
      }),
    )
  })

  it('favours the earlier of equals [inv 1]', () => {
    fc.assert(
      fc.property(amountMinor, fc.integer({ min: 1, max: 12 }), (total, count) => {
        const parts = allocate(
          total,
          Array.from({ length: count }, () => 1),
        )
        expect(parts).toEqual(parts.toSorted((a, b) => b - a))
      }),
    )
  })
})

describe('a schedule', () => {
  it('adds up to its total, in order of due day, without parts of nothing [inv 19]', () => {
    fc.assert(
      fc.property(
        soundTerms,
        fc.integer({ min: 1, max: 1e12 }),
        anyWorkDay,
        (terms, total, anchor) => {
          const parts = scheduleFor(terms, total, anchor)
          expect(sum(parts.map((part) => part.amountMinor))).toBe(total)
          expect(parts.every((part) => part.amountMinor > 0)).toBe(true)
          expect(parts.map((part) => part.instalment)).toEqual(parts.map((_, index) => index + 1))
          const days = parts.flatMap((part) => part.dueOn ?? [])
          expect(days).toEqual(days.toSorted())
        },
      ),
    )
  })

  it('is due no earlier when its anchor is later [inv 19]', () => {
    fc.assert(
      fc.property(soundTerms, anyWorkDay, anyWorkDay, (terms, a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        const due = (anchor: CivilDate) =>
          scheduleFor(terms, 10_000, anchor).map((part) => part.dueOn)
        const later = due(second)
        due(first).forEach((day, index) => expect((day ?? '') <= (later[index] ?? '')).toBe(true))
      }),
    )
  })

  it('of equal instalments differs by one unit at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 24 }),
        (total, count) => {
          const parts = equalInstalments(total, count, civilDate('2026-01-31'), { months: 1 })
          const amounts = parts.map((part) => part.amountMinor)
          expect(sum(amounts)).toBe(total)
          expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('an amount as text', () => {
  it('reads back as itself in every currency', () => {
    fc.assert(
      fc.property(amountMinor, fc.boolean(), anyCurrency, (amount, negative, currency) => {
        const signed = negative && amount > 0 ? -amount : amount
        expect(parseMinor(formatMinor(signed, currency), currency)).toBe(signed)
      }),
    )
  })
})

describe('facts that replace a value', () => {
  it('end with the latest day, whatever the order in which they were learned', () => {
    const fact = fc.record({ value: fc.nat(9), since: civilDayBetween('2026-01-01', '2026-01-09') })
    fc.assert(
      fc.property(fc.uniqueArray(fact, { selector: (one) => one.since, minLength: 1 }), (facts) => {
        const held = facts.reduce<Dated<number> | undefined>(
          (current, { value, since }) => laterWins(current, value, since),
          undefined,
        )
        expect(held).toEqual(facts.toSorted((a, b) => (a.since < b.since ? 1 : -1))[0])
      }),
    )
  })

  it('on one day end with the later in the log', () => {
    const day = civilDate('2026-01-01')
    expect(laterWins({ value: 1, since: day }, 2, day)).toEqual({ value: 2, since: day })
  })
})
