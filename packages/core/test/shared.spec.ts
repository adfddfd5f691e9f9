import * as E from 'fp-ts/lib/Either.js'
import { afterEach, describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  allocate,
  checkTerms,
  civilDate,
  currency,
  dayOf,
  daysBetween,
  deposit,
  divideRounded,
  dueDay,
  endOfDay,
  endOfMonth,
  equalInstalments,
  formatInstant,
  formatMinor,
  fourTimesFourteenDays,
  isZone,
  minorUnits,
  net,
  parseInstant,
  parseMinor,
  scheduleFor,
  startOfDay,
  termsPart,
  text,
  type Instant,
  type PaymentTerms,
} from '../src/shared/index.ts'

const at = (written: string): Instant => {
  const instant = parseInstant(written)
  if (instant === undefined) throw new Error(`not an instant: ${written}`)
  return instant
}

describe('a month counted from its anchor', () => {
  it('comes back to the 31st wherever the month has one [edge 9]', () => {
    const anchor = civilDate('2026-01-31')
    expect([0, 1, 2, 3].map((months) => addMonths(anchor, months))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('finds a leap day again in the next leap year [edge 11]', () => {
    const anchor = civilDate('2024-02-29')
    expect([12, 24, 36, 48].map((months) => addMonths(anchor, months))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })
})

describe('a civil day', () => {
  it('has a 29 February in leap years only: 2000 and 2024, not 1900 nor 2026', () => {
    expect(civilDate('2000-02-29')).toBe('2000-02-29')
    expect(civilDate('2024-02-29')).toBe('2024-02-29')
    expect(() => civilDate('1900-02-29')).toThrow(RangeError)
    expect(() => civilDate('2026-02-29')).toThrow(RangeError)
  })

  it('is counted in the first centuries as in ours', () => {
    expect(addDays(civilDate('0099-12-31'), 1)).toBe('0100-01-01')
    expect(daysBetween(civilDate('0001-01-01'), civilDate('0002-01-01'))).toBe(365)
    expect(endOfMonth(civilDate('0004-02-01'))).toBe('0004-02-29')
    expect(addMonths(civilDate('0050-01-31'), 1)).toBe('0050-02-28')
  })

  it('does not exist before the year 1 or after the year 9999', () => {
    expect(addDays(civilDate('9999-12-01'), 31)).toBe('9999-12-31')
    expect(addDays(civilDate('2026-01-01'), Number.MAX_SAFE_INTEGER)).toBe('9999-12-31')
    expect(addDays(civilDate('0001-01-01'), -1)).toBe('0001-01-01')
    expect(addMonths(civilDate('9999-11-30'), 2)).toBe('9999-12-31')
    expect(addMonths(civilDate('9999-11-30'), 1)).toBe('9999-12-30')
    expect(addMonths(civilDate('0001-02-28'), -1)).toBe('0001-01-28')
    expect(addMonths(civilDate('0001-02-28'), -2)).toBe('0001-01-01')
    expect(() => addDays(civilDate('2026-01-01'), NaN)).toThrow(RangeError)
    expect(formatInstant(endOfDay(civilDate('9999-12-31'), 'UTC'))).toBe('9999-12-31T23:59:59.999Z')
  })
})

describe('due rules counted from 10 April 2026', () => {
  const anchor = civilDate('2026-04-10')
  it('give the days of the published example', () => {
    expect(dueDay({ kind: 'onReceipt' }, anchor)).toBe('2026-04-10')
    expect(dueDay({ kind: 'netDays', days: 30 }, anchor)).toBe('2026-05-10')
    expect(dueDay({ kind: 'endOfMonth', monthsAhead: 0, plusDays: 0 }, anchor)).toBe('2026-04-30')
    expect(dueDay({ kind: 'endOfMonth', monthsAhead: 0, plusDays: 30 }, anchor)).toBe('2026-05-30')
  })

  it('reach the end of the month after 28 February: 31 March [edge 10]', () => {
    const february = civilDate('2026-02-28')
    expect(dueDay({ kind: 'endOfMonth', monthsAhead: 1, plusDays: 0 }, february)).toBe('2026-03-31')
  })
})

describe('a zone', () => {
  it('is still in the due day at 23:30 in Los Angeles, when UTC is a day further', () => {
    const late = at('2026-03-11T06:30:00.000Z')
    expect(dayOf(late, 'America/Los_Angeles')).toBe('2026-03-10')
    expect(dayOf(late, 'UTC')).toBe('2026-03-11')
  })

  it('begins a day after the gap, where the clock jumps over midnight [edge 15]', () => {
    // Tehran went from 00:00 to 01:00 on 22 March 2022.
    expect(formatInstant(startOfDay(civilDate('2022-03-22'), 'Asia/Tehran'))).toBe(
      '2022-03-21T20:30:00.000Z',
    )
    expect(dayOf(at('2022-03-21T20:29:59.999Z'), 'Asia/Tehran')).toBe('2022-03-21')
    expect(dayOf(at('2022-03-21T20:30:00.000Z'), 'Asia/Tehran')).toBe('2022-03-22')
  })

  it('may skip a day: Apia had no 30 December 2011', () => {
    const lastOf29 = endOfDay(civilDate('2011-12-29'), 'Pacific/Apia')
    expect(dayOf(lastOf29, 'Pacific/Apia')).toBe('2011-12-29')
    expect(dayOf((lastOf29 + 1) as Instant, 'Pacific/Apia')).toBe('2011-12-31')
    expect(startOfDay(civilDate('2011-12-30'), 'Pacific/Apia')).toBe(lastOf29 + 1)
  })

  it('is known by its IANA name, or not at all', () => {
    expect(isZone('Europe/Rome')).toBe(true)
    expect(isZone('Europe/Atlantis')).toBe(false)
  })
})

describe('the zone of the machine', () => {
  const before = process.env['TZ']
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it('changes nothing', () => {
    const answers = ['UTC', 'Pacific/Apia', 'America/Los_Angeles', 'Asia/Tehran'].map((zone) => {
      process.env['TZ'] = zone
      return [
        new Date('2026-06-01T00:00:00Z').getHours(),
        addMonths(civilDate('2026-01-31'), 1),
        addDays(civilDate('2026-03-28'), 1),
        endOfMonth(civilDate('2024-02-01')),
        daysBetween(civilDate('2026-03-28'), civilDate('2026-03-30')),
        dayOf(at('2026-03-11T06:30:00.000Z'), 'America/Los_Angeles'),
        startOfDay(civilDate('2022-03-22'), 'Asia/Tehran'),
      ]
    })
    // The first answer shows that the machine's zone did change.
    expect(new Set(answers.map(([hours]) => hours)).size).toBeGreaterThan(1)
    expect(new Set(answers.map(([, ...rest]) => JSON.stringify(rest))).size).toBe(1)
  })
})

describe('an instant as text', () => {
  it('needs a day that exists, and a zone', () => {
    expect(parseInstant('2026-02-30T00:00:00Z')).toBeUndefined()
    expect(parseInstant('2026-02-28T00:00:00')).toBeUndefined()
    expect(parseInstant('2026-02-28')).toBeUndefined()
    expect(parseInstant('2026-02-28T01:30:00+03:30')).toBe(at('2026-02-27T22:00:00Z'))
  })
})

describe('money', () => {
  it('is split without losing a unit: 100 JPY in three is 34, 33, 33', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(allocate(547, [3334, 3333, 3333])).toEqual([183, 182, 182])
    expect(allocate(Number.MAX_SAFE_INTEGER, [1])).toEqual([Number.MAX_SAFE_INTEGER])
  })

  it('is written with the decimals of its currency, and read back [edge 45]', () => {
    const [eur, jpy, kwd] = [currency('EUR'), currency('JPY'), currency('KWD')]
    expect(formatMinor(1250, eur)).toBe('12.50')
    expect(formatMinor(500, jpy)).toBe('500')
    expect(formatMinor(1234, kwd)).toBe('1.234')
    expect(formatMinor(-5, eur)).toBe('-0.05')
    expect(parseMinor('12.5', eur)).toBe(1250)
    expect(parseMinor('500', jpy)).toBe(500)
    expect(parseMinor('1.234', kwd)).toBe(1234)
  })

  it('is not read where it would have to be rounded, grouped or guessed', () => {
    const eur = currency('EUR')
    for (const written of ['0.001', '1,00', '1e2', '', '.', ' 1', '1.', '90071992547409.92'])
      expect(parseMinor(written, eur)).toBeUndefined()
    expect(parseMinor('1.500', eur)).toBe(150)
    expect(parseMinor('1.5', currency('JPY'))).toBeUndefined()
    expect(Object.is(parseMinor('-0.00', eur), 0)).toBe(true)
  })

  it('is rounded half to even or half up, by name', () => {
    expect([5n, 15n, 25n, -5n].map((n) => divideRounded(n, 10n, 'halfEven'))).toEqual([
      0n,
      2n,
      2n,
      0n,
    ])
    expect([5n, 15n, 25n, -5n].map((n) => divideRounded(n, 10n, 'halfUp'))).toEqual([
      1n,
      2n,
      3n,
      -1n,
    ])
  })
})

describe('terms', () => {
  const balance = termsPart({ kind: 'balance' }, { kind: 'onReceipt' })
  it('with two balance parts, or with none, are unsound [edge 5]', () => {
    const two: PaymentTerms = { ...net(30), termsId: text('two'), parts: [balance, balance] }
    const none: PaymentTerms = {
      ...net(30),
      termsId: text('none'),
      parts: [termsPart({ kind: 'percent', basisPoints: 5000 }, { kind: 'onReceipt' })],
    }
    expect(checkTerms(two)).toEqual(E.left({ type: 'NotOneBalance', termsId: 'two', balances: 2 }))
    expect(checkTerms(none)).toEqual(
      E.left({ type: 'NotOneBalance', termsId: 'none', balances: 0 }),
    )
    expect(checkTerms({ ...none, parts: [] })).toEqual(E.left({ type: 'NoParts', termsId: 'none' }))
  })

  it('clamp a fixed part to the total, and leave no instalment of nothing [edge 4]', () => {
    const terms: PaymentTerms = {
      ...net(30),
      parts: [
        termsPart({ kind: 'fixed', amountMinor: minorUnits(500) }, { kind: 'onReceipt' }),
        termsPart({ kind: 'balance' }, { kind: 'netDays', days: 30 }),
      ],
    }
    expect(scheduleFor(terms, 300, civilDate('2026-04-10'))).toEqual([
      { instalment: 1, amountMinor: 300, dueOn: '2026-04-10' },
    ])
  })

  it('of 30/70 ask for 30 now and 70 in thirty days', () => {
    expect(scheduleFor(deposit(3000, 30), 1000, civilDate('2026-04-10'))).toEqual([
      { instalment: 1, amountMinor: 300, dueOn: '2026-04-10' },
      { instalment: 2, amountMinor: 700, dueOn: '2026-05-10' },
    ])
  })

  it('of four parts fourteen days apart never lose a unit', () => {
    const parts = scheduleFor(fourTimesFourteenDays, 1001, civilDate('2026-04-10'))
    expect(parts.map((part) => part.dueOn)).toEqual([
      '2026-04-10',
      '2026-04-24',
      '2026-05-08',
      '2026-05-22',
    ])
    expect(parts.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(1001)
  })

  it('in equal instalments follow the month, and drop those of nothing [edge 3] [edge 9]', () => {
    const monthly = equalInstalments(100, 3, civilDate('2026-01-31'), { months: 1 })
    expect(monthly).toEqual([
      { instalment: 1, amountMinor: 34, dueOn: '2026-01-31' },
      { instalment: 2, amountMinor: 33, dueOn: '2026-02-28' },
      { instalment: 3, amountMinor: 33, dueOn: '2026-03-31' },
    ])
    expect(equalInstalments(1, 3, civilDate('2026-01-31'), { days: 14 })).toEqual([
      { instalment: 1, amountMinor: 1, dueOn: '2026-01-31' },
    ])
  })
})
