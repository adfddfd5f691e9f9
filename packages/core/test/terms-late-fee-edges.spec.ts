import { describe, expect, it } from 'vitest'
import { minorUnits, noFeeCaps, text, type LateFeeRule } from '../src/shared/index.ts'
import { euLatePayment, feeAmount, lateFeesDue, type LateFeeQuestion } from '../src/terms/index.ts'
import { changing, day, open, question, tenOnce, told } from './terms-words.ts'

const due = (asked: Partial<LateFeeQuestion>) => told(lateFeesDue(question(asked)))
const tenPercent: LateFeeRule = { ...tenOnce, fee: { kind: 'percent', basisPoints: 1000 } }
const interest: LateFeeRule = {
  ...tenOnce,
  afterDays: 15,
  fee: {
    kind: 'dailyInterest',
    annualRate: { numerator: 1, denominator: 10 },
    dayCount: 'actual365',
  },
}

describe('how often a fee comes', () => {
  it('is once where the rule names no days to come again, however often it might', () => {
    expect(due({ rules: [{ ...tenOnce, maxTimes: null }] })).toEqual(['2026-02-01 1000 #1'])
    expect(due({ rules: [{ ...tenOnce, maxTimes: 3 }] })).toEqual(['2026-02-01 1000 #1'])
  })

  it('is until the debt is paid: what is paid between two fees bears no second one', () => {
    const often = { ...tenOnce, repeatEveryDays: 30, maxTimes: null }
    const paid = changing(1, '2026-01-31', ['2026-01-01', 10_000], ['2026-02-20', 0])
    expect(due({ rules: [often], parts: [paid] })).toEqual(['2026-02-01 1000 #1'])
  })

  it('is told in the order of the days, whatever the order of the rules', () => {
    const later = { ...tenOnce, ruleId: text('later'), afterDays: 20 }
    const often = { ...tenOnce, repeatEveryDays: 30, maxTimes: 2 }
    expect(due({ rules: [later, often] })).toEqual([
      '2026-02-01 1000 #1',
      '2026-02-20 1000 #1',
      '2026-03-03 1000 #2',
    ])
  })

  it('takes each step once, and stays at the last one', () => {
    const steps = [1000, 700, 500].map(minorUnits)
    const rule: LateFeeRule = {
      ...tenOnce,
      fee: { kind: 'steps', amountsMinor: steps },
      repeatEveryDays: 1,
      maxTimes: 5,
    }
    const fees = lateFeesDue(question({ rules: [rule] }))
    expect(fees.map(({ amountMinor }) => amountMinor)).toEqual([1000, 700, 500, 500, 500])
  })
})

describe('what a fee is reckoned from', () => {
  it('leaves out a part that is due on the very day of the fee: it is not late yet', () => {
    const parts = [open(1, '2026-01-31', 10_000), open(2, '2026-02-10', 5_000)]
    const asked = { rules: [{ ...tenPercent, afterDays: 10 }], parts }
    expect(due(asked)).toEqual(['2026-02-10 1000 #1'])
    expect(due({ ...asked, rules: [{ ...tenPercent, afterDays: 11 }] })).toEqual([
      '2026-02-11 1500 #1',
    ])
    // Days of grace count for each part.
    expect(due({ ...asked, rules: [{ ...tenPercent, afterDays: 11 }], graceDays: 1 })).toEqual([
      '2026-02-12 1500 #1',
    ])
  })

  it('may be the smallest unit of the currency: a debt is a debt', () => {
    const parts = [open(1, '2026-01-31', 1)]
    expect(due({ parts })).toEqual(['2026-02-01 1000 #1'])
    const atLeast = minorUnits(5)
    expect(due({ parts, rules: [{ ...tenPercent, minMinor: atLeast }] })).toEqual([
      '2026-02-01 5 #1',
    ])
    expect(due({ parts, rules: [{ ...interest, minMinor: atLeast }] })).toEqual(['2026-02-15 5 #1'])
  })

  it('is nothing where nothing is open, though the rule names a least amount', () => {
    const minMinor = minorUnits(5)
    const basis = { baseMinor: 0, index: 1, after: day('2026-01-31'), on: day('2026-03-02') }
    expect(feeAmount({ ...tenPercent, minMinor }, basis)).toBe(0)
    expect(feeAmount({ ...interest, minMinor }, basis)).toBe(0)
    const span = (principalMinor: number) => ({ after: basis.after, to: basis.on, principalMinor })
    const spans = [span(0), span(10_000)]
    expect(feeAmount({ ...interest, minMinor }, { ...basis, spans: [span(0)] })).toBe(0)
    expect(feeAmount({ ...interest, minMinor }, { ...basis, spans })).toBe(82)
  })

  it('is the base for all of the time where it did not change: 100 for 30 days at 10 % are 0.82', () => {
    const basis = { baseMinor: 10_000, index: 1, after: day('2026-01-31'), on: day('2026-03-02') }
    expect(feeAmount(interest, basis)).toBe(82)
  })
})

describe('a dispute', () => {
  const each: LateFeeRule = { ...tenPercent, per: 'instalment' }

  it('is taken from the oldest part first, and only its rest from the next', () => {
    const parts = [
      open(3, '2026-04-30', 10_000),
      open(1, '2026-01-31', 10_000),
      open(2, '2026-02-28', 10_000),
    ]
    expect(due({ rules: [each], parts, disputedMinor: 13_000 })).toEqual([
      '2026-03-01 700 #1 of 2',
      '2026-05-01 1000 #1 of 3',
    ])
  })

  it('is taken from a part without a day last of all', () => {
    const parts = [open(2, null, 10_000), open(1, '2026-01-31', 10_000)]
    expect(due({ rules: [each], parts, disputedMinor: 10_000 })).toEqual([])
  })

  it('above what was open on an earlier day leaves nothing for that day, and no debt below zero', () => {
    const grown = changing(1, '2026-01-31', ['2026-01-01', 5_000], ['2026-02-10', 10_000])
    const often = { ...each, repeatEveryDays: 30, maxTimes: 2 }
    expect(due({ rules: [often], parts: [grown], disputedMinor: 5_001 })).toEqual([])
    const paidSince = [grown, changing(2, '2026-01-31', ['2026-01-01', 100], ['2026-02-20', 0])]
    expect(due({ rules: [tenOnce], parts: paidSince, disputedMinor: 9_000 })).toEqual([
      '2026-02-01 1000 #1',
    ])
  })
})

describe('the sum that Europe lets creditors ask for', () => {
  it('has no least interest: what rounds to nothing is nothing', () => {
    const rules = euLatePayment({
      referenceRate: { numerator: 2, denominator: 100 },
      everyDays: 30,
      version: 1,
    })
    const parts = [open(1, '2026-01-31', 10)]
    expect(due({ rules, parts })).toEqual(['2026-02-01 4000 #1'])
    expect(rules.map(({ caps }) => caps)).toEqual([noFeeCaps, noFeeCaps])
  })
})
