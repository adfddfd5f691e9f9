import { runs } from '@tenure/house-rules/runs'
import {
  anyMinor,
  anyTerms,
  businessDays,
  civilDay,
  civilDayBetween,
} from '@tenure/testing/arbitraries'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  checkTerms,
  isBusinessDay,
  knownAnchor,
  monthOf,
  noAnchorDays,
  partDueDay,
  scheduleBy,
  splitByShares,
  text,
  toBusinessDay,
  type AnchorDays,
  type CivilDate,
  type PaymentTerms,
} from '../src/shared/index.ts'
import {
  canonicalJson,
  contentHash,
  earlyDiscountMinor,
  impliedRate,
  interestMinor,
  loadTerms,
  refundOfUnits,
  splitBundle,
  taxMinor,
} from '../src/terms/index.ts'

const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((a, b) => a + b, 0)
const perhapsDay = fc.option(civilDay, { nil: null })
const anchorDays: fc.Arbitrary<AnchorDays> = fc.record({
  orderedOn: perhapsDay,
  invoicedOn: perhapsDay,
  deliveredOn: perhapsDay,
  promisedOn: perhapsDay,
  milestones: perhapsDay.map((on) => new Map(on === null ? [] : [[text('__proto__'), on]])),
})
const total = fc.oneof(fc.nat(30), fc.integer({ min: 1, max: 1e12 }))
const many = { numRuns: runs(300) }

describe('any terms', () => {
  it('are sound, and load as they were written', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        expect(checkTerms(terms)).toEqual(E.right(terms))
        expect(loadTerms(JSON.parse(JSON.stringify(terms)))).toEqual(E.right(terms))
      }),
      { numRuns: runs(100) },
    )
  })

  it('are refused with one key more, wherever it is put', () => {
    const places = (value: unknown, path: string): ReadonlyArray<string> => {
      if (typeof value !== 'object' || value === null) return []
      const below = Object.entries(value).flatMap(([key, inner]) =>
        places(inner, path === '' ? key : `${path}.${key}`),
      )
      return Array.isArray(value) ? below : [path, ...below]
    }
    const put = (value: object, path: string): void => {
      const target = path
        .split('.')
        .filter((key) => key !== '')
        .reduce<object>(
          (at, key) => Object(Object.entries(at).find(([own]) => own === key)?.[1]),
          value,
        )
      Object.assign(target, { unread: true })
    }
    fc.assert(
      fc.property(anyTerms, fc.nat(), (terms, seed) => {
        const data: object = JSON.parse(JSON.stringify(terms))
        const all = places(data, '')
        const place = all[seed % all.length] ?? ''
        put(data, place)
        expect(loadTerms(data)).toEqual(
          E.left([
            {
              path: place === '' ? 'unread' : `${place}.unread`,
              reason: 'no rule reads this key',
            },
          ]),
        )
      }),
      { numRuns: runs(100) },
    )
  })

  it('split any total without losing a unit, no part below nothing [inv 1]', () => {
    fc.assert(
      fc.property(anyTerms, total, (terms, totalMinor) => {
        const parts = splitByShares(terms, totalMinor)
        expect(sum(parts)).toBe(totalMinor)
        expect(parts.every((part) => part >= 0)).toBe(true)
        const rest = parts.filter((_, index) => {
          const { kind } = terms.parts[index]?.share ?? {}
          return kind === 'equal' || kind === 'balance'
        })
        expect(Math.max(...rest) - Math.min(...rest)).toBeLessThanOrEqual(1)
        expect(rest).toEqual(rest.toSorted((a, b) => b - a))
      }),
      many,
    )
  })

  it('date a schedule in order, what has no day yet last [inv 19]', () => {
    fc.assert(
      fc.property(anyTerms, total, anchorDays, (terms, totalMinor, days) => {
        const parts = scheduleBy(terms, totalMinor, days)
        expect(sum(parts.map(({ amountMinor }) => amountMinor))).toBe(totalMinor)
        const dates = parts.map(({ dueOn }) => dueOn ?? 'not known')
        expect(dates).toEqual(dates.toSorted())
        expect(parts.map(({ instalment }) => instalment)).toEqual(parts.map((_, at) => at + 1))
      }),
      many,
    )
  })

  it('are due no earlier when the days they count from are later [inv 19]', () => {
    const later = (a: CivilDate | null, by: number): CivilDate | null =>
      a === null ? null : addDays(a, by)
    const shifts = fc.array(fc.nat(45), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(
        anyTerms,
        anchorDays,
        shifts,
        (terms, days, [a = 0, b = 0, c = 0, d = 0, e = 0]) => {
          const after: AnchorDays = {
            orderedOn: later(days.orderedOn, a),
            invoicedOn: later(days.invoicedOn, b),
            deliveredOn: later(days.deliveredOn, c),
            promisedOn: later(days.promisedOn, d),
            milestones: new Map([...days.milestones].map(([id, on]) => [id, addDays(on, e)])),
          }
          for (const part of terms.parts) {
            const [first, second] = [partDueDay(terms, part, days), partDueDay(terms, part, after)]
            expect((first === null) === (second === null)).toBe(true)
            expect((first ?? '') <= (second ?? '')).toBe(true)
          }
        },
      ),
      many,
    )
  })

  it('that are never due before their issue keep to it', () => {
    fc.assert(
      fc.property(anyTerms, civilDay, civilDay, (terms: PaymentTerms, anchorOn, issuedOn) => {
        const days = { ...knownAnchor(terms.anchor, anchorOn), invoicedOn: issuedOn }
        for (const part of terms.parts) {
          const dueOn = partDueDay({ ...terms, neverBeforeIssue: true }, part, days)
          expect(dueOn === null || dueOn >= issuedOn).toBe(true)
        }
        expect(scheduleBy(terms, 1, noAnchorDays)).toHaveLength(1)
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('a business day', () => {
  it('is one, on the side that the convention names, and stays itself', () => {
    fc.assert(
      fc.property(businessDays, civilDay, (days, on) => {
        const moved = toBusinessDay(days, on)
        if (days.convention !== 'none') expect(isBusinessDay(days, moved)).toBe(true)
        if (days.convention === 'following') expect(moved >= on).toBe(true)
        if (days.convention === 'preceding') expect(moved <= on).toBe(true)
        if (days.convention === 'modifiedFollowing') {
          const monthHasOne = Array.from({ length: 31 }, (_, at) => addDays(on, at - 15)).some(
            (near) => monthOf(near) === monthOf(on) && isBusinessDay(days, near),
          )
          if (monthHasOne) expect(monthOf(moved)).toBe(monthOf(on))
        }
        expect(toBusinessDay(days, moved)).toBe(moved)
      }),
      many,
    )
  })
})

describe('a discount for early payment', () => {
  it('is at most its rate of the eligible base, and is taken once [inv 15]', () => {
    const rate = fc.constantFrom(0, 1, 200, 333, 5_000, 10_000)
    const payment = fc.tuple(civilDay, anyMinor)
    fc.assert(
      fc.property(rate, anyMinor, anyMinor, civilDay, fc.array(payment), (...given) => {
        const [basisPoints, partMinor, base, untilOn, payments] = given
        const eligibleMinor = Math.min(base, partMinor)
        const offer = { untilOn, basisPoints, eligibleMinor }
        const taken: number[] = []
        let openMinor: number = partMinor
        for (const [paidOn, offeredMinor] of payments.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
          const paymentMinor = Math.min(offeredMinor, openMinor)
          const takenMinor = sum(taken)
          const discount = earlyDiscountMinor({
            offer,
            paidOn,
            paymentMinor,
            openMinor,
            takenMinor,
          })
          if (discount > 0) {
            taken.push(discount)
            expect(paidOn <= untilOn).toBe(true)
          }
          openMinor -= Math.min(openMinor, paymentMinor + discount)
          expect(openMinor).toBeGreaterThanOrEqual(0)
        }
        expect(taken.length).toBeLessThanOrEqual(1)
        // Half a unit is what the one rounding may add.
        expect(sum(taken) * 10_000).toBeLessThanOrEqual(basisPoints * eligibleMinor + 5_000)
      }),
      many,
    )
  })

  it('implies a yearly rate that grows with the discount and falls with the days', () => {
    const bp = fc.integer({ min: 1, max: 3_000 })
    fc.assert(
      fc.property(bp, fc.integer({ min: 5, max: 60 }), (basisPoints, days) => {
        const value = (given: ReturnType<typeof impliedRate>) => {
          const { simple, effective } = given ?? {}
          return {
            simple: (simple?.numerator ?? 0) / (simple?.denominator ?? 1),
            effective: (effective?.numerator ?? 0) / (effective?.denominator ?? 1),
          }
        }
        const rate = value(impliedRate(basisPoints, days))
        const dearer = value(impliedRate(basisPoints + 1, days))
        const longer = value(impliedRate(basisPoints, days + 1))
        expect(dearer.simple).toBeGreaterThan(rate.simple)
        expect(longer.simple).toBeLessThan(rate.simple)
        const growth = 1 / (1 - basisPoints / 10_000)
        const expected = growth ** (365 / days) - 1
        expect(Math.abs(rate.effective - expected)).toBeLessThan(0.000_051 + expected * 1e-9)
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('interest', () => {
  it('does not depend on the stretches into which its time is cut', () => {
    const days = civilDayBetween('2023-11-01', '2025-02-01')
    const cuts = fc.array(days, { minLength: 2, maxLength: 6 })
    const rule = fc.record({
      annualRate: fc.record({
        numerator: fc.nat(500),
        denominator: fc.constantFrom(100, 365, 1000),
      }),
      dayCount: fc.constantFrom(
        'actual360' as const,
        'actual365' as const,
        'actualActual' as const,
      ),
      rounding: fc.constantFrom('halfEven' as const, 'halfUp' as const),
    })
    fc.assert(
      fc.property(rule, anyMinor, cuts, (given, principalMinor, some) => {
        const all = some.toSorted()
        const [first = all[0], last = all.at(-1)] = [all[0], all.at(-1)]
        if (first === undefined || last === undefined) return
        const pieces = all.slice(1).map((to, index) => ({
          after: all[index] ?? to,
          to,
          principalMinor,
        }))
        expect(interestMinor(given, pieces)).toBe(
          interestMinor(given, [{ after: first, to: last, principalMinor }]),
        )
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('a bundle and its tax', () => {
  it('lose no unit, and give back what was paid, in whatever steps', () => {
    const prices = fc
      .array(fc.nat(10_000), { minLength: 1, maxLength: 6 })
      .filter((all) => sum(all) > 0)
    fc.assert(
      fc.property(
        anyMinor,
        prices,
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
        (...given) => {
          const [price, lists, steps] = given
          const shares = splitBundle(price, lists)
          expect(sum(shares.map(({ netMinor }) => netMinor))).toBe(price)
          expect(sum(shares.map(({ discountMinor }) => discountMinor))).toBe(sum(lists) - price)
          for (const { netMinor } of shares) {
            const refunds = steps.map((now, index) =>
              refundOfUnits(netMinor, sum(steps), { before: sum(steps.slice(0, index)), now }),
            )
            expect(sum(refunds)).toBe(netMinor)
            expect(refunds.every((refund) => refund >= 0)).toBe(true)
          }
        },
      ),
      { numRuns: runs(100) },
    )
  })

  it('rounded by line or globally differ by less than a unit a line', () => {
    const line = fc.record({
      netMinor: anyMinor,
      taxBasisPoints: fc.constantFrom(0, 400, 1000, 2200),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const apart = Math.abs(taxMinor(lines, 'line') - taxMinor(lines, 'global'))
        expect(apart).toBeLessThan(lines.length)
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('the hash of a content', () => {
  it('is that of the content, not of the way it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [plainA, plainB]: ReadonlyArray<unknown> = [a, b].map((one) =>
          JSON.parse(JSON.stringify(one)),
        )
        expect(JSON.parse(canonicalJson(plainA))).toEqual(plainA)
        expect(contentHash(plainA) === contentHash(plainB)).toBe(
          canonicalJson(plainA) === canonicalJson(plainB),
        )
      }),
      { numRuns: runs(100) },
    )
  })
})
