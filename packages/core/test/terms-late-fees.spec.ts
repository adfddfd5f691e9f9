import { describe, expect, it } from 'vitest'
import { addDays, minorUnits, noFeeCaps, text, type LateFeeRule } from '../src/shared/index.ts'
import {
  euLatePayment,
  feeDay,
  interestMinor,
  lateFeesDue,
  roomUnder,
  yearFraction,
  type AssessedFees,
  type DueLateFee,
  type LateFeeQuestion,
} from '../src/terms/index.ts'
import { changing, day, open, question, tenOnce, told } from './terms-words.ts'

const tenPercent = { numerator: 1, denominator: 10 }
const interest: LateFeeRule = {
  ...tenOnce,
  ruleId: text('interest'),
  afterDays: 15,
  fee: { kind: 'dailyInterest', annualRate: tenPercent, dayCount: 'actual365' },
}
const due = (asked: Partial<LateFeeQuestion>) => told(lateFeesDue(question(asked)))

/** The fees as if they had been assessed. */
const assessed = (fees: ReadonlyArray<DueLateFee>): ReadonlyArray<AssessedFees> =>
  [...new Set(fees.map(({ ruleId, instalment }) => `${ruleId} ${instalment}`))].map((name) => {
    const own = fees.filter(({ ruleId, instalment }) => `${ruleId} ${instalment}` === name)
    const { ruleId = text('none'), instalment = null } = own[0] ?? {}
    return {
      ruleId,
      instalment,
      lastIndex: Math.max(...own.map(({ index }) => index)),
      amountMinor: own.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    }
  })

describe('interest for late payment', () => {
  it('of 100 at 10 percent for 15 days is 0.41, and with a fee of 10 the debt is 110.41', () => {
    // ERPNext, test of dunning with interest and fee.
    const fees = lateFeesDue(question({ rules: [tenOnce, interest] }))
    expect(fees).toEqual([
      {
        ruleId: 'ten',
        version: 1,
        instalment: null,
        index: 1,
        amountMinor: 1000,
        dueFrom: '2026-02-01',
      },
      {
        ruleId: 'interest',
        version: 1,
        instalment: null,
        index: 1,
        amountMinor: 41,
        dueFrom: '2026-02-15',
      },
    ])
    expect(10_000 + fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(11_041)
  })

  it('counts a year as its rule says', () => {
    const [after, to] = [day('2023-12-31'), day('2024-12-31')]
    const fraction = (dayCount: 'actual360' | 'actual365' | 'actual366' | 'actualActual') => {
      const { numerator, denominator } = yearFraction(dayCount, after, to)
      return `${numerator}/${denominator}`
    }
    expect(fraction('actual360')).toBe('366/360')
    expect(fraction('actual365')).toBe('366/365')
    expect(fraction('actual366')).toBe('366/366')
    // A leap year is one year, day for day, and so is a common one.
    expect(fraction('actualActual')).toBe(`${366 * 365}/${365 * 366}`)
    expect(yearFraction('actualActual', day('2022-12-31'), day('2025-12-31'))).toEqual({
      numerator: BigInt(3 * 365 * 366),
      denominator: BigInt(365 * 366),
    })
    expect(yearFraction('actual365', to, to)).toEqual({ numerator: 0n, denominator: 1n })
  })

  it('follows the principal: what was paid bears interest up to the day of its payment', () => {
    // 100.00 for ten days and 40.00 for five: 0.2739... + 0.0547... = 0.3287...
    const parts = [changing(1, '2026-01-31', ['2026-01-01', 10_000], ['2026-02-10', 4_000])]
    expect(due({ rules: [interest], parts })).toEqual(['2026-02-15 33 #1'])
    const paid = [changing(1, '2026-01-31', ['2026-01-01', 10_000], ['2026-02-20', 0])]
    const monthly = { ...interest, repeatEveryDays: 30, maxTimes: null }
    // Fifteen days to the first posting, then five until the payment, and nothing after.
    expect(due({ rules: [monthly], parts: paid })).toEqual(['2026-02-15 41 #1', '2026-03-17 14 #2'])
  })

  it('tells payments of two days in a row apart', () => {
    // 10,000.00 for one day, 6,000.00 for one and 2,000.00 for thirteen: 2.7397 + 1.6438 + 7.1232.
    const parts = [
      changing(
        1,
        '2026-01-31',
        ['2026-01-01', 1_000_000],
        ['2026-02-01', 600_000],
        ['2026-02-02', 200_000],
      ),
    ]
    expect(due({ rules: [interest], parts })).toEqual(['2026-02-15 1151 #1'])
  })

  it('on the balance ends with the principal, though fees are open still', () => {
    const onBalance: LateFeeRule = {
      ...interest,
      base: 'balance',
      repeatEveryDays: 15,
      maxTimes: 3,
    }
    const parts = [changing(1, '2026-01-31', ['2026-01-01', 10_000], ['2026-02-20', 0])]
    // 1,100.00 for fifteen days; 100.00 for five and 1,004.52 for fifteen: 4.5205, and 0.1370 + 4.1282.
    expect(due({ rules: [onBalance], parts, openFeesMinor: 100_000 })).toEqual([
      '2026-02-15 452 #1',
      '2026-03-02 427 #2',
    ])
  })

  it('is simple: a second posting bears none on the first', () => {
    const twice = { ...interest, repeatEveryDays: 15, maxTimes: 2 }
    expect(due({ rules: [twice] })).toEqual(['2026-02-15 41 #1', '2026-03-02 41 #2'])
    const spans = [{ after: day('2026-01-31'), to: day('2026-03-02'), principalMinor: 10_000 }]
    const rule = { annualRate: tenPercent, dayCount: 'actual365', rounding: 'halfUp' } as const
    expect(interestMinor(rule, spans)).toBe(82)
  })
})

describe('Directive 2011/7/EU', () => {
  it('gives the reference rate + 8 points from the day after the due day, and EUR 40 once', () => {
    // At a reference rate of 2.15 %: 10,000.00 × 10.15 % × 30 / 365 = 83.4246...
    const rules = euLatePayment({
      referenceRate: { numerator: 215, denominator: 10_000 },
      everyDays: 30,
      version: 1,
    })
    const parts = [open(1, '2026-01-31', 1_000_000)]
    const fees = lateFeesDue(question({ rules, parts, asOf: day('2026-03-02') }))
    expect(fees.map(({ ruleId, amountMinor, dueFrom }) => [ruleId, amountMinor, dueFrom])).toEqual([
      ['eu-2011-7-fixed', 4000, '2026-02-01'],
      ['eu-2011-7-interest', 8342, '2026-03-02'],
    ])
    const again = lateFeesDue(question({ rules, parts, asOf: day('2026-05-01') }))
    expect(again.filter(({ ruleId }) => ruleId === 'eu-2011-7-fixed')).toHaveLength(1)
  })
})

describe('the fees of a plan in four parts', () => {
  const quarter = (orderMinor: number) =>
    ['2026-01-01', '2026-01-15', '2026-01-29', '2026-02-12'].map((on, index) => ({
      ...open(index + 1, on, orderMinor / 4),
      opens: [{ on: day('2026-01-01'), openMinor: orderMinor / 4 }],
    }))
  const caps = {
    perItemMinor: null,
    percentOfOrderBasisPoints: 2500,
    absoluteMinor: minorUnits(6800),
  }
  // Afterpay Australia: below 40 one fee of at most 25 %; else 10, and 7 more after seven days, within
  // 25 % of the order and 68.
  const afterpay: ReadonlyArray<LateFeeRule> = [
    {
      ...tenOnce,
      ruleId: text('small'),
      orderBand: { fromMinor: minorUnits(0), belowMinor: minorUnits(4000) },
      caps,
    },
    {
      ...tenOnce,
      ruleId: text('steps'),
      orderBand: { fromMinor: minorUnits(4000), belowMinor: null },
      fee: { kind: 'steps', amountsMinor: [1000, 700].map(minorUnits) },
      per: 'instalment',
      repeatEveryDays: 7,
      maxTimes: 2,
      caps,
    },
  ]
  const afterpayFees = (orderTotalMinor: number): ReadonlyArray<number> =>
    lateFeesDue(
      question({ rules: afterpay, parts: quarter(orderTotalMinor), orderTotalMinor }),
    ).map(({ amountMinor }) => amountMinor)

  it('on 160 at Afterpay Australia are 10, 7, 10, 7 and 6, together 40', () => {
    expect(afterpayFees(16_000)).toEqual([1000, 700, 1000, 700, 600])
  })

  it('on less than 40 are one, of at most a quarter of the order', () => {
    expect(afterpayFees(3_600)).toEqual([900])
    expect(afterpayFees(4_000)).toEqual([1000])
    expect(afterpayFees(3_996)).toEqual([999])
  })

  it('end at 68, however large the order', () => {
    expect(afterpayFees(200_000)).toEqual([1000, 700, 1000, 700, 1000, 700, 1000, 700])
    const many = quarter(200_000).flatMap((part, index) => [
      part,
      { ...part, instalment: index + 5, dueOn: day(`2026-0${index + 3}-20`) },
    ])
    const fees = lateFeesDue(question({ rules: afterpay, parts: many, orderTotalMinor: 400_000 }))
    expect(fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(6800)
  })

  it('follow the tiers of Klarna Australia: 0, 2, 4, 6, 8 a miss, at most 0, 6, 12, 18, 24', () => {
    // Klarna Australia: below 25; 25, 60, 100 and 200 and more.
    const tier = (from: number, below: number | null, feeMinor: number): LateFeeRule => ({
      ...tenOnce,
      ruleId: text(`tier-${from}`),
      orderBand: {
        fromMinor: minorUnits(from),
        belowMinor: below === null ? null : minorUnits(below),
      },
      fee: { kind: 'flat', amountMinor: minorUnits(feeMinor) },
      per: 'instalment',
      caps: { ...noFeeCaps, absoluteMinor: minorUnits(3 * feeMinor) },
    })
    const klarna = [
      tier(2500, 6000, 200),
      tier(6000, 10_000, 400),
      tier(10_000, 20_000, 600),
      tier(20_000, null, 800),
    ]
    const fees = (orderTotalMinor: number) =>
      lateFeesDue(question({ rules: klarna, parts: quarter(orderTotalMinor), orderTotalMinor }))
    const summary = [2496, 2500, 5996, 6000, 9996, 10_000, 19_996, 20_000].map((orderMinor) => {
      const amounts = fees(orderMinor).map(({ amountMinor }) => amountMinor)
      return [amounts[0] ?? 0, amounts.reduce((a, b) => a + b, 0)]
    })
    expect(summary).toEqual([
      [0, 0],
      [200, 600],
      [200, 600],
      [400, 1200],
      [400, 1200],
      [600, 1800],
      [600, 1800],
      [800, 2400],
    ])
  })
})

describe('asking whether a late fee is due', () => {
  it('twenty-four times a day adds one fee [edge 47]', () => {
    let feesSoFar: ReadonlyArray<AssessedFees> = []
    let added = 0
    for (let hour = 0; hour < 24; hour += 1) {
      const fees = lateFeesDue(question({ feesSoFar, asOf: day('2026-02-01') }))
      added += fees.length
      if (fees.length > 0) feesSoFar = assessed(fees)
    }
    expect(added).toBe(1)
  })

  it('three days too late gives the one fee that was missed, of its own day [edge 48]', () => {
    const rule = { ...tenOnce, repeatEveryDays: 30, maxTimes: 3 }
    const late = lateFeesDue(question({ rules: [rule], asOf: day('2026-02-04') }))
    expect(told(late)).toEqual(['2026-02-01 1000 #1'])
    expect(due({ rules: [rule], feesSoFar: assessed(late), asOf: day('2026-02-05') })).toEqual([])
  })

  it('reckons a share of the principal, never of earlier fees, in units of the currency [edge 49]', () => {
    const share: LateFeeRule = {
      ...tenOnce,
      fee: { kind: 'percent', basisPoints: 1000 },
      repeatEveryDays: 30,
      maxTimes: 3,
    }
    // 105 JPY: ten percent are 10.5, and half up 11; three times, though 11 and 22 are owed by then.
    const parts = [open(1, '2026-01-31', 105)]
    expect(due({ rules: [share], parts })).toEqual([
      '2026-02-01 11 #1',
      '2026-03-03 11 #2',
      '2026-04-02 11 #3',
    ])
    const even = { ...share, rounding: 'halfEven' as const }
    expect(due({ rules: [even], parts })[0]).toBe('2026-02-01 10 #1')
    // Only who agreed on it pays on the balance: 105, then 116, then 128.
    const onBalance = { ...share, base: 'balance' as const }
    expect(due({ rules: [onBalance], parts })).toEqual([
      '2026-02-01 11 #1',
      '2026-03-03 12 #2',
      '2026-04-02 13 #3',
    ])
  })

  it('asks nothing while the grace runs, nor for what was paid before', () => {
    const last = addDays(day('2026-01-31'), 5)
    expect(due({ graceDays: 5, asOf: last })).toEqual([])
    expect(due({ graceDays: 5, asOf: addDays(last, 1) })).toEqual(['2026-02-06 1000 #1'])
    const onDueDay = changing(1, '2026-01-31', ['2026-01-01', 10_000], ['2026-01-31', 0])
    const dayAfter = changing(1, '2026-01-31', ['2026-01-01', 10_000], ['2026-02-01', 0])
    expect(due({ parts: [onDueDay] })).toEqual([])
    expect(due({ parts: [dayAfter] })).toEqual(['2026-02-01 1000 #1'])
  })

  it('leaves out the disputed part: 30 of 100, and 70 bear the fee', () => {
    const share: LateFeeRule = { ...tenOnce, fee: { kind: 'percent', basisPoints: 1000 } }
    expect(due({ rules: [share], disputedMinor: 3_000 })).toEqual(['2026-02-01 700 #1'])
    expect(due({ rules: [share], disputedMinor: 10_000 })).toEqual([])
  })

  it('counts the instalments that are late, each from its own day or as one', () => {
    const parts = [open(1, '2026-01-31', 4_000), open(2, '2026-02-28', 6_000)]
    const share: LateFeeRule = { ...tenOnce, fee: { kind: 'percent', basisPoints: 1000 } }
    expect(due({ rules: [share], parts })).toEqual(['2026-02-01 400 #1'])
    expect(due({ rules: [{ ...share, repeatEveryDays: 30, maxTimes: 2 }], parts })).toEqual([
      '2026-02-01 400 #1',
      '2026-03-03 1000 #2',
    ])
    expect(due({ rules: [{ ...share, per: 'instalment' }], parts })).toEqual([
      '2026-02-01 400 #1 of 1',
      '2026-03-01 600 #1 of 2',
    ])
    // The first was paid in time: what is counted as one begins with the second.
    const [first = parts[0], second] = [
      changing(1, '2026-01-31', ['2026-01-01', 4_000], ['2026-01-20', 0]),
      parts[1],
    ]
    expect(due({ rules: [share], parts: [first, second].flatMap((part) => part ?? []) })).toEqual([
      '2026-03-01 600 #1',
    ])
  })

  it('goes on counting where fees were waived, and ends where the agreement does', () => {
    const rule = { ...tenOnce, repeatEveryDays: 30, maxTimes: 2 }
    const waived = { ruleId: tenOnce.ruleId, instalment: null, lastIndex: 1, amountMinor: 0 }
    expect(due({ rules: [rule], feesSoFar: [waived] })).toEqual(['2026-03-03 1000 #2'])
    expect(due({ rules: [rule], feesSoFar: [{ ...waived, lastIndex: 2 }] })).toEqual([])
    expect(feeDay(rule, 3, day('2026-01-31'), 2)).toBe('2026-03-06')
  })
})

describe('a cap on late fees', () => {
  const often = { ...tenOnce, repeatEveryDays: 7, maxTimes: null }
  it('cuts the fee that would pass it, and ends the fees after it', () => {
    const caps = { ...noFeeCaps, perItemMinor: minorUnits(2500) }
    expect(due({ rules: [{ ...often, caps }] })).toEqual([
      '2026-02-01 1000 #1',
      '2026-02-08 1000 #2',
      '2026-02-15 500 #3',
    ])
  })

  it('on the order counts the fees on its other items', () => {
    const caps = { ...noFeeCaps, absoluteMinor: minorUnits(2500) }
    expect(due({ rules: [{ ...often, caps }], feesElsewhereMinor: 1700 })).toEqual([
      '2026-02-01 800 #1',
    ])
    expect(due({ rules: [{ ...often, caps }], feesElsewhereMinor: 9999 })).toEqual([])
  })

  it('as a share of the order is rounded down, since it is never passed', () => {
    const caps = { ...noFeeCaps, percentOfOrderBasisPoints: 2500 }
    expect(roomUnder(caps, 39, { itemMinor: 0, orderMinor: 0 })).toBe(9)
    expect(roomUnder(caps, 39, { itemMinor: 0, orderMinor: 12 })).toBe(0)
    expect(roomUnder(noFeeCaps, 39, { itemMinor: 0, orderMinor: 12 })).toBe(Infinity)
  })
})
