import { describe, expect, it } from 'vitest'
import {
  allBy,
  costsFirst,
  toNone,
  type Ordering,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import {
  changeId,
  civilDate,
  creditId,
  minorUnits,
  noFeeCaps,
  text,
  type LateFeeRule,
} from '../src/shared/index.ts'
import {
  assign,
  chargeBack,
  offer,
  refundCredit,
  refundFailed,
  refundIssued,
  requestRefund,
  storeCredit,
  takeRecourse,
  useBalance,
  winChargeback,
} from './receivables-more-words.ts'
import { book, courseOf, life, purse, sums } from './receivables-told.ts'
import {
  about,
  allocate,
  assess,
  bounce,
  charge,
  credit,
  fixDue,
  named,
  open,
  receive,
  receiveFor,
  recover,
  refundCash,
  rule,
  unapply,
  waive,
  writeOff,
} from './receivables-words.ts'

const interest: LateFeeRule = {
  ...rule,
  ruleId: text('interest'),
  afterDays: 1,
  maxTimes: 3,
  fee: {
    kind: 'dailyInterest',
    annualRate: { numerator: 365, denominator: 1000 },
    dayCount: 'actual365',
  },
}
/** Both rules of the agreement, asked for without grace. */
const assessBoth = (on: string, id: string, item: string) =>
  assess(on, id, item, rule, { graceDays: 0, rules: [{ ...rule, afterDays: 1 }, interest] })
const by = (ordering: Ordering, components = costsFirst) => ({ ...allBy(ordering), components })
const applyCredit = (on: string, id: string, note: string, item: string) =>
  ({
    type: 'ApplyCredit',
    ...about(on),
    changeId: changeId(id),
    creditId: creditId(note),
    allocation: named(item),
  }) satisfies ReceivablesCommand
/** An invoice over 1000 in two instalments with costs of 50, a fee and interest upon them. */
const charged = [
  open('2026-01-01', 'I-1', [600, '2026-01-31'], [400, '2026-02-28']),
  charge('2026-01-10', 'C-1', 'I-1', 50),
  assessBoth('2026-02-01', 'F-1', 'I-1'),
]
/** One payment that paid two invoices, one day after the other. */
const paidTwo = [
  open('2026-01-01', 'I-1', [60, '2026-01-31']),
  receive('2026-01-20', 'P-1', 100),
  open('2026-01-22', 'I-2', [30, '2026-02-10']),
  useBalance('2026-01-23', 'B-1', 'I-2'),
]
/** The two rules by instalment and on the balance, asked for on a day. */
const assessed = (on: string, id: string) =>
  assess(on, id, 'I-1', rule, {
    graceDays: 0,
    rules: [
      { ...rule, per: 'instalment' },
      { ...interest, base: 'balance' },
    ],
  })

describe('costs, a fee and interest', () => {
  it('stand beside the principal, each by its own name, and fees breed none', () => {
    const { state, told } = life(...charged)
    expect(told).toEqual([
      '01-01 ItemOpened: I-1 invoice 1000 ([instalment:1,amount:600,dueOn:2026-01-31,instalment:2,amount:400,dueOn:2026-02-28]) ([])',
      '01-10 ChargeRecorded: I-1 C-1 50 2026-01-31',
      '02-01 LateFeeAssessed: I-1 F-1 ten percent 1 1 fees 65 2026-01-31',
      '02-01 LateFeeAssessed: I-1 F-1:2 interest 1 1 interest 1 2026-01-31',
    ])
    expect(book(state)).toEqual([
      'I-1 1116 (costs 50 fees 65 interest 1 principal 1000) due 2026-01-31: 1=600@2026-01-31 charges=116@2026-01-31 2=400@2026-02-28',
    ])
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-01 600, 01-10 650', '2: 01-01 400, 01-10 400'])
  })

  it('are paid in the order that the payment names, and owed again when it is taken back', () => {
    const { state, told } = life(
      ...charged,
      receive('2026-02-10', 'P-1', 200, by('oldestDue')),
      receive('2026-02-12', 'P-2', 300),
      unapply('2026-02-15', 'U-1', 'P-1', 'I-1'),
      allocate('2026-02-16', 'A-1', 'P-1', {
        ...named('I-1'),
        components: ['interest', 'principal'],
      }),
    )
    expect(told.slice(-4)).toEqual([
      '02-12 PaymentReceived: P-2 300',
      '02-12 PaymentApplied: P-2 I-1 oldestDue 300',
      '02-15 PaymentUnapplied: P-1 I-1 U-1 correction 200 (costs:50,fees:65,interest:1,principal:84) 2026-01-31',
      '02-15 PaymentApplied: P-1 I-1 A-1 named 200 (costs:0,fees:0,interest:1,principal:199)',
    ])
    expect(book(state)).toEqual([
      'I-1 616 (costs 50 fees 65 interest 0 principal 501) due 2026-01-31: 1=100@2026-01-31 charges=116@2026-01-31 2=400@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 200: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-15 for any; I-1 200 2026-02-15 (costs:0,fees:0,interest:1,principal:199)',
      'P-2 300: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-12 for any; I-1 300 2026-02-12',
    ])
    expect(sums(state)).toBe('open 616 unapplied 0 credit 0 turnover 1616')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 600, 01-10 650, 02-10 450, 02-12 150, 02-15 150',
      '2: 01-01 400, 01-10 400, 02-10 400, 02-12 400, 02-15 400',
    ])
  })

  it('that are paid twice over add up, component by component', () => {
    const { state, last } = life(
      ...charged,
      receive('2026-02-10', 'P-1', 60, { ...named('I-1'), components: costsFirst }),
      receive('2026-02-11', 'P-2', 300, toNone),
      allocate('2026-02-12', 'A-1', 'P-2', { ...named('I-1'), components: costsFirst }),
      charge('2026-02-13', 'C-2', 'I-1', 9),
      unapply('2026-02-14', 'U-1', 'P-2', 'I-1'),
      unapply('2026-02-15', 'U-2', 'P-1', 'I-1'),
    )
    expect(last).toEqual([
      '02-15 PaymentUnapplied: P-1 I-1 U-2 correction 60 (costs:50,fees:10,interest:0,principal:0) 2026-01-31',
    ])
    expect(book(state)).toEqual([
      'I-1 1125 (costs 59 fees 65 interest 1 principal 1000) due 2026-01-31: 1=600@2026-01-31 charges=125@2026-01-31 2=400@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 60: left 60 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-15 for any',
      'P-2 300: left 300 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-14 for any',
    ])
    expect(sums(state)).toBe('open 1125 unapplied 360 credit 0 turnover 1485')
  })

  it('get ids of their own where one day brings two, and never one that is taken', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [1000, '2026-01-31']),
      charge('2026-01-02', 'F-1:2', 'I-1', 1),
      assess('2026-06-01', 'F-1', 'I-1'),
      receive('2026-06-02', 'P-1', 1001),
    )
    expect(told).toEqual([
      '01-01 ItemOpened: I-1 invoice 1000 ([instalment:1,amount:1000,dueOn:2026-01-31]) ([])',
      '01-02 ChargeRecorded: I-1 F-1:2 1 2026-01-31',
      '02-08 LateFeeAssessed: I-1 F-1 ten percent 1 1 fees 100 2026-01-31',
      '03-10 LateFeeAssessed: I-1 F-1:2:2 ten percent 1 2 fees 100 2026-01-31',
      '06-02 PaymentReceived: P-1 1001',
      '06-02 PaymentApplied: P-1 I-1 oldestDue 1001 (costs:1,fees:0,interest:0,principal:1000)',
    ])
    expect(book(state)).toEqual([
      'I-1 200 (costs 0 fees 200 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 charges=200@2026-01-31',
    ])
    expect(purse(state)).toEqual([
      'P-1 1001: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-06-02 for any; I-1 1001 2026-06-02 (costs:1,fees:0,interest:0,principal:1000)',
    ])
    expect(sums(state)).toBe('open 200 unapplied 0 credit 0 turnover 2202')
  })
})

describe('a fee that is given up', () => {
  it('gives back the latest cash first, as far as less is open than the fee', () => {
    const { state, told } = life(
      ...charged,
      credit('2026-02-02', 'N-1', 'I-1', 300),
      receive('2026-02-10', 'P-1', 200, by('oldestDue')),
      receive('2026-02-12', 'P-2', 900, by('oldestDue')),
      waive('2026-02-20', 'W-1', 'I-1', 'F-1'),
      waive('2026-02-21', 'W-2', 'I-1', 'F-1:2'),
    )
    expect(told.slice(-4)).toEqual([
      '02-20 PaymentUnapplied: P-2 I-1 W-1 waiver 65 2026-02-28',
      '02-20 LateFeeWaived: I-1 F-1 W-1 65',
      '02-21 PaymentUnapplied: P-2 I-1 W-2 waiver 1 2026-02-28',
      '02-21 LateFeeWaived: I-1 F-1:2 W-2 1',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 charges=0@2026-01-31 2=0@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 200: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-10 for any; I-1 200 2026-02-10 (costs:50,fees:65,interest:1,principal:84)',
      'P-2 900: left 350 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-21 for any; I-1 550 2026-02-21',
      'N-1 creditNote 300: left 0 held 0; free 2026-02-02 of I-1; I-1 300 2026-02-02',
    ])
    expect(sums(state)).toBe('open 0 unapplied 350 credit 0 turnover 2516')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 600, 01-10 650, 02-02 650, 02-10 450, 02-12 0, 02-20 0, 02-21 0',
      '2: 01-01 400, 01-10 400, 02-02 100, 02-10 100, 02-12 0, 02-20 0, 02-21 0',
    ])
  })

  it('gives back cash before credit notes, whoever came last', () => {
    const { state, last } = life(
      open('2026-01-01', 'I-1', [600, '2026-01-31']),
      assess('2026-02-20', 'F-1', 'I-1'),
      receive('2026-02-21', 'P-1', 30),
      receive('2026-02-22', 'P-2', 20),
      credit('2026-02-23', 'N-1', 'I-1', 610),
      waive('2026-02-24', 'W-1', 'I-1', 'F-1'),
    )
    expect(last).toEqual([
      '02-24 PaymentUnapplied: P-2 I-1 W-1 waiver 20 2026-01-31',
      '02-24 PaymentUnapplied: P-1 I-1 W-1 waiver 30 2026-01-31',
      '02-24 CreditUnapplied: N-1 I-1 W-1 10 2026-01-31',
      '02-24 LateFeeWaived: I-1 F-1 W-1 60',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31',
    ])
    expect(purse(state)).toEqual([
      'P-1 30: left 30 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-24 for any',
      'P-2 20: left 20 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-24 for any',
      'N-1 creditNote 610: left 10 held 0; free 2026-02-24 of I-1; I-1 600 2026-02-24',
    ])
    expect(sums(state)).toBe('open 0 unapplied 50 credit 10 turnover 1320')
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-01 600, 02-21 570, 02-22 550, 02-23 0, 02-24 0'])
  })

  it('gives back of two payments of a day the one of the later name', () => {
    const { state, last } = life(
      open('2026-01-01', 'I-1', [600, '2026-01-31']),
      assess('2026-02-20', 'F-1', 'I-1'),
      receive('2026-02-21', 'P-2', 330),
      receive('2026-02-21', 'P-1', 330),
      waive('2026-02-24', 'W-1', 'I-1', 'F-1'),
    )
    expect(last).toEqual([
      '02-24 PaymentUnapplied: P-2 I-1 W-1 waiver 60 2026-01-31',
      '02-24 LateFeeWaived: I-1 F-1 W-1 60',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31',
    ])
    expect(purse(state)).toEqual([
      'P-2 330: left 60 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-24 for any; I-1 270 2026-02-24',
      'P-1 330: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-21 for any; I-1 330 2026-02-21 (costs:0,fees:60,interest:0,principal:270)',
    ])
  })

  it('is interest where interest was asked', () => {
    const { state, last } = life(...charged, waive('2026-02-20', 'W-1', 'I-1', 'F-1:2'))
    expect(last).toEqual(['02-20 LateFeeWaived: I-1 F-1:2 W-1 1'])
    expect(book(state)).toEqual([
      'I-1 1115 (costs 50 fees 65 interest 0 principal 1000) due 2026-01-31: 1=600@2026-01-31 charges=115@2026-01-31 2=400@2026-02-28',
    ])
    expect(sums(state)).toBe('open 1115 unapplied 0 credit 0 turnover 1116')
  })

  it('is given up as of the day of the fee at the earliest, and only as far as it was not written off', () => {
    const { state, last } = life(
      open('2026-01-01', 'I-1', [600, '2026-01-31']),
      assess('2026-02-20', 'F-1', 'I-1'),
      receive('2026-02-21', 'P-1', 10),
      writeOff('2026-03-01', 'L-1', 'I-1'),
      waive('2026-01-05', 'W-1', 'I-1', 'F-1'),
    )
    expect(last).toEqual([
      '02-21 PaymentUnapplied: P-1 I-1 W-1 waiver 10 2026-01-31',
      '02-21 LateFeeWaived: I-1 F-1 W-1 10',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 charges=0@2026-01-31',
    ])
    expect(purse(state)).toEqual([
      'P-1 10: left 10 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-21 for any',
    ])
  })
})

describe('what is left over', () => {
  it('is used oldest first, of one day cash before credit and then by name, and what waits for another item is left', () => {
    const { state, last } = life(
      receive('2026-01-05', 'P-2', 10, toNone),
      storeCredit('2026-01-05', 'N-1', 20),
      receive('2026-01-05', 'P-1', 5, toNone),
      receive('2026-01-02', 'P-3', 7, toNone),
      receiveFor('2026-01-01', 'P-4', 9, 'I-9'),
      open('2026-01-10', 'I-1', [40, '2026-02-10']),
      useBalance('2026-01-11', 'B-1', 'I-1'),
    )
    expect(last).toEqual([
      '01-10 PaymentApplied: P-3 I-1 B-1 balance 7',
      '01-10 PaymentApplied: P-1 I-1 B-1 balance 5',
      '01-10 PaymentApplied: P-2 I-1 B-1 balance 10',
      '01-10 CreditApplied: N-1 I-1 B-1 balance 18',
    ])
    expect(purse(state)).toEqual([
      'P-2 10: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any; I-1 10 2026-01-10',
      'P-1 5: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any; I-1 5 2026-01-10',
      'P-3 7: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-02 for any; I-1 7 2026-01-10',
      'P-4 9: left 9 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-01 for I-9',
      'N-1 storeCredit 20: left 2 held 0; free 2026-01-05 of none; I-1 18 2026-01-10',
    ])
    expect(sums(state)).toBe('open 0 unapplied 9 credit 2 turnover 91')
  })

  it('is used no further than the item has room', () => {
    const { state, last } = life(
      receive('2026-01-05', 'P-2', 10, toNone),
      storeCredit('2026-01-05', 'N-1', 20),
      storeCredit('2026-01-05', 'N-0', 20),
      receive('2026-01-05', 'P-1', 5, toNone),
      open('2026-01-10', 'I-1', [30, '2026-02-10']),
      useBalance('2026-01-11', 'B-1', 'I-1'),
    )
    expect(last).toEqual([
      '01-10 PaymentApplied: P-1 I-1 B-1 balance 5',
      '01-10 PaymentApplied: P-2 I-1 B-1 balance 10',
      '01-10 CreditApplied: N-0 I-1 B-1 balance 15',
    ])
    expect(purse(state)).toEqual([
      'P-2 10: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any; I-1 10 2026-01-10',
      'P-1 5: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any; I-1 5 2026-01-10',
      'N-1 storeCredit 20: left 20 held 0; free 2026-01-05 of none',
      'N-0 storeCredit 20: left 5 held 0; free 2026-01-05 of none; I-1 15 2026-01-10',
    ])
    expect(sums(state)).toBe('open 0 unapplied 0 credit 25 turnover 85')
  })

  it('of an older note goes before younger cash', () => {
    const { state, last } = life(
      storeCredit('2026-01-03', 'N-1', 20),
      receive('2026-01-05', 'P-1', 25, toNone),
      storeCredit('2026-01-07', 'N-2', 20),
      open('2026-01-10', 'I-1', [50, '2026-02-10']),
      useBalance('2026-01-11', 'B-1', 'I-1'),
    )
    expect(last).toEqual([
      '01-10 CreditApplied: N-1 I-1 B-1 balance 20',
      '01-10 PaymentApplied: P-1 I-1 B-1 balance 25',
      '01-10 CreditApplied: N-2 I-1 B-1 balance 5',
    ])
    expect(purse(state)).toEqual([
      'P-1 25: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any; I-1 25 2026-01-10',
      'N-1 storeCredit 20: left 0 held 0; free 2026-01-03 of none; I-1 20 2026-01-10',
      'N-2 storeCredit 20: left 15 held 0; free 2026-01-07 of none; I-1 5 2026-01-10',
    ])
    expect(sums(state)).toBe('open 0 unapplied 0 credit 15 turnover 115')
  })

  it('of cash that was named for an item pays what comes upon it, until its payer takes it back', () => {
    const { state, told } = life(
      receiveFor('2026-01-01', 'P-1', 10, 'I-1'),
      receiveFor('2026-01-02', 'P-2', 20, 'I-1'),
      receiveFor('2026-01-03', 'P-3', 30, 'I-1'),
      open('2026-01-05', 'I-1', [25, '2026-02-05']),
      charge('2026-01-06', 'C-1', 'I-1', 15),
      unapply('2026-01-08', 'U-1', 'P-1', 'I-1'),
      assess('2026-02-20', 'F-1', 'I-1'),
    )
    expect(told.slice(-4)).toEqual([
      '01-06 PaymentApplied: P-3 I-1 earmark 10 (costs:10,fees:0,interest:0,principal:0)',
      '01-08 PaymentUnapplied: P-1 I-1 U-1 correction 10 2026-02-05',
      '02-13 LateFeeAssessed: I-1 F-1 ten percent 1 1 fees 1 2026-02-05',
      '02-13 PaymentApplied: P-3 I-1 earmark 11 (costs:0,fees:1,interest:0,principal:10)',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-05: 1=0@2026-02-05 charges=0@2026-02-05',
    ])
    expect(purse(state)).toEqual([
      'P-1 10: left 10 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-08 for any',
      'P-2 20: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-02 for I-1; I-1 20 2026-01-06 (costs:5,fees:0,interest:0,principal:15)',
      'P-3 30: left 9 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-03 for I-1; I-1 21 2026-02-13 (costs:10,fees:1,interest:0,principal:10)',
    ])
    expect(sums(state)).toBe('open 0 unapplied 19 credit 0 turnover 101')
  })
})

describe('cash that was named for an item to come', () => {
  it('pays it oldest first, and of one day by name', () => {
    const { state, told } = life(
      receiveFor('2026-01-03', 'P-1', 10, 'I-1'),
      receiveFor('2026-01-01', 'P-3', 10, 'I-1'),
      receiveFor('2026-01-01', 'P-2', 10, 'I-1'),
      open('2026-01-05', 'I-1', [25, '2026-02-05']),
      charge('2026-01-06', 'C-1', 'I-1', 3),
    )
    expect(told.slice(-4)).toEqual([
      '01-05 PaymentApplied: P-3 I-1 earmark 10',
      '01-05 PaymentApplied: P-1 I-1 earmark 5',
      '01-06 ChargeRecorded: I-1 C-1 3 2026-02-05',
      '01-06 PaymentApplied: P-1 I-1 earmark 3 (costs:3,fees:0,interest:0,principal:0)',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-05: 1=0@2026-02-05 charges=0@2026-02-05',
    ])
    expect(purse(state)).toEqual([
      'P-1 10: left 2 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-03 for I-1; I-1 8 2026-01-06 (costs:3,fees:0,interest:0,principal:5)',
      'P-3 10: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-01 for I-1; I-1 10 2026-01-05',
      'P-2 10: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-01 for I-1; I-1 10 2026-01-05',
    ])
    expect(sums(state)).toBe('open 0 unapplied 2 credit 0 turnover 58')
  })

  it('waits no more once it bounced or was paid back, and again once a chargeback is won', () => {
    const { state, last } = life(
      receiveFor('2026-01-01', 'P-1', 10, 'I-1'),
      receiveFor('2026-01-02', 'P-2', 10, 'I-1'),
      receiveFor('2026-01-03', 'P-3', 10, 'I-1'),
      receiveFor('2026-01-04', 'P-4', 10, 'I-1'),
      bounce('2026-01-05', 'R-1', 'P-1'),
      refundCash('2026-01-06', 'RF-1', 'P-2', 10),
      chargeBack('2026-01-07', 'X-1', 'P-3', 10),
      chargeBack('2026-01-07', 'X-2', 'P-4', 10),
      winChargeback('2026-01-08', 'X-1'),
      open('2026-01-10', 'I-1', [50, '2026-02-05']),
    )
    expect(last).toEqual([
      '01-10 ItemOpened: I-1 invoice 50 ([instalment:1,amount:50,dueOn:2026-02-05]) ([])',
      '01-10 PaymentApplied: P-3 I-1 earmark 10',
    ])
    expect(book(state)).toEqual([
      'I-1 40 (costs 0 fees 0 interest 0 principal 40) due 2026-02-05: 1=40@2026-02-05',
    ])
    expect(purse(state)).toEqual([
      'P-1 10: left 0 held 0; refunded 0 charged back 0; reversed 10 free 2026-01-01 for I-1',
      'P-2 10: left 0 held 0; refunded 10 charged back 0; reversed 0 free 2026-01-02 for I-1',
      'P-3 10: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-08 for I-1; I-1 10 2026-01-10',
      'P-4 10: left 0 held 0; refunded 0 charged back 10; reversed 0 free 2026-01-04 for I-1',
    ])
    expect(sums(state)).toBe('open 40 unapplied 0 credit 0 turnover 130')
  })

  it('comes back with a refund that failed', () => {
    const { state, last } = life(
      receiveFor('2026-01-02', 'P-2', 10, 'I-1'),
      refundCash('2026-01-06', 'RF-1', 'P-2', 10),
      refundFailed('2026-01-07', 'RF-1'),
      open('2026-01-10', 'I-1', [50, '2026-02-05']),
    )
    expect(last).toEqual([
      '01-10 ItemOpened: I-1 invoice 50 ([instalment:1,amount:50,dueOn:2026-02-05]) ([])',
      '01-10 PaymentApplied: P-2 I-1 earmark 10',
    ])
    expect(book(state)).toEqual([
      'I-1 40 (costs 0 fees 0 interest 0 principal 40) due 2026-02-05: 1=40@2026-02-05',
    ])
    expect(purse(state)).toEqual([
      'P-2 10: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-07 for I-1; I-1 10 2026-01-10',
    ])
    expect(sums(state)).toBe('open 40 unapplied 0 credit 0 turnover 70')
  })
})

describe('money', () => {
  it('goes where each ordering says, ties broken by due day, issue and name', () => {
    const { state } = life(
      open('2026-01-03', 'I-b', [30, '2026-02-01']),
      open('2026-01-03', 'I-a', [30, '2026-02-01']),
      open('2026-01-02', 'I-c', [30, '2026-02-01']),
      open('2026-01-01', 'I-d', [40, null]),
      open('2026-01-01', 'I-e', [35, '2026-03-01'], [5, '2026-01-15']),
      receive('2026-02-01', 'P-1', 50, allBy('oldestDue')),
      receive('2026-02-02', 'P-2', 50, allBy('largest')),
      receive('2026-02-03', 'P-3', 30, allBy('oldestIssued')),
      receive('2026-02-04', 'P-4', 20, allBy('currentFirst')),
    )
    expect(book(state)).toEqual([
      'I-a 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-01: 1=0@2026-02-01',
      'I-b 20 (costs 0 fees 0 interest 0 principal 20) due 2026-02-01: 1=20@2026-02-01',
      'I-c 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-01: 1=0@2026-02-01',
      'I-d 0 (costs 0 fees 0 interest 0 principal 0) due never: 1=0@never',
      'I-e 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-15: 2=0@2026-01-15 1=0@2026-03-01',
    ])
    expect(purse(state)).toEqual([
      'P-1 50: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-01 for any; I-e 5 2026-02-01; I-c 30 2026-02-01; I-a 15 2026-02-01',
      'P-2 50: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-02 for any; I-d 40 2026-02-02; I-e 10 2026-02-02',
      'P-3 30: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-03 for any; I-e 25 2026-02-03; I-a 5 2026-02-03',
      'P-4 20: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-04 for any; I-a 10 2026-02-04; I-b 10 2026-02-04',
    ])
    expect(sums(state)).toBe('open 20 unapplied 0 credit 0 turnover 320')
  })

  it('for items of one size or one issue goes by due day, known days first', () => {
    const { state } = life(
      open('2026-01-01', 'I-1', [30, null]),
      open('2026-01-01', 'I-2', [30, '2026-03-01']),
      open('2026-01-01', 'I-3', [30, '2026-02-01']),
      receive('2026-02-01', 'P-1', 40, allBy('largest')),
      receive('2026-02-02', 'P-2', 30, allBy('oldestIssued')),
      receive('2026-02-03', 'P-3', 20, allBy('currentFirst')),
    )
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due never: 1=0@never',
      'I-2 0 (costs 0 fees 0 interest 0 principal 0) due 2026-03-01: 1=0@2026-03-01',
      'I-3 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-01: 1=0@2026-02-01',
    ])
    expect(purse(state)).toEqual([
      'P-1 40: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-01 for any; I-3 30 2026-02-01; I-2 10 2026-02-01',
      'P-2 30: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-02 for any; I-2 20 2026-02-02; I-1 10 2026-02-02',
      'P-3 20: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-03 for any; I-1 20 2026-02-03',
    ])
  })

  it('that came before a charge is effective on the day of the charge that makes its room', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [60, '2026-01-31']),
      charge('2026-03-01', 'C-1', 'I-1', 10),
      charge('2026-02-01', 'C-2', 'I-1', 20),
      receive('2026-01-05', 'P-1', 60),
      receive('2026-01-06', 'P-2', 15),
      receive('2026-01-07', 'P-3', 15),
    )
    expect(told.slice(-3)).toEqual([
      '02-01 PaymentApplied: P-2 I-1 oldestDue 15 (costs:15,fees:0,interest:0,principal:0)',
      '01-07 PaymentReceived: P-3 15',
      '03-01 PaymentApplied: P-3 I-1 oldestDue 15 (costs:15,fees:0,interest:0,principal:0)',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 charges=0@2026-01-31',
    ])
    expect(purse(state)).toEqual([
      'P-1 60: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any; I-1 60 2026-01-05',
      'P-2 15: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-06 for any; I-1 15 2026-02-01 (costs:15,fees:0,interest:0,principal:0)',
      'P-3 15: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-07 for any; I-1 15 2026-03-01 (costs:15,fees:0,interest:0,principal:0)',
    ])
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-01 60, 01-05 0, 02-01 5, 03-01 0'])
  })

  it('waits for the day on which something was taken back from the item', () => {
    const { state, last } = life(
      open('2026-01-01', 'I-1', [60, '2026-01-31']),
      receive('2026-01-05', 'P-1', 60),
      receive('2026-01-06', 'P-2', 60, toNone),
      bounce('2026-01-20', 'R-1', 'P-1'),
      allocate('2026-01-10', 'A-1', 'P-2', named('I-1')),
    )
    expect(last).toEqual(['01-20 PaymentApplied: P-2 I-1 A-1 named 60'])
    expect(purse(state)).toEqual([
      'P-1 60: left 0 held 0; refunded 0 charged back 0; reversed 60 free 2026-01-20 for any',
      'P-2 60: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-06 for any; I-1 60 2026-01-20',
    ])
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-01 60, 01-05 0, 01-20 0'])
  })
})

describe('a chargeback', () => {
  it('of a part takes what is free, then of each item in turn, and puts all of it back when won', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [60, '2026-01-31']),
      open('2026-01-02', 'I-2', [40, '2026-02-10']),
      open('2026-01-03', 'I-3', [30, '2026-02-20']),
      receive('2026-01-20', 'P-1', 60),
      receive('2026-01-21', 'P-2', 75),
      chargeBack('2026-02-01', 'X-1', 'P-2', 50),
      winChargeback('2026-02-10', 'X-1'),
    )
    expect(told.slice(-6)).toEqual([
      '02-01 PaymentUnapplied: P-2 I-2 chargeback 40 2026-02-10',
      '02-01 PaymentUnapplied: P-2 I-3 chargeback 5 2026-02-20',
      '02-01 PaymentChargedBack: P-2 X-1 reopen 50 50 ([item:I-2,amount:40,writeOff:null,item:I-3,amount:5,writeOff:null])',
      '02-10 ChargebackReversed: P-2 X-1 50',
      '02-10 PaymentApplied: P-2 I-2 restored 40',
      '02-10 PaymentApplied: P-2 I-3 restored 5',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31',
      'I-2 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-10: 1=0@2026-02-10',
      'I-3 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-20: 1=0@2026-02-20',
    ])
    expect(purse(state)).toEqual([
      'P-1 60: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-20 for any; I-1 60 2026-01-20',
      'P-2 75: left 5 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-10 for any; I-3 30 2026-02-10; I-2 40 2026-02-10',
    ])
    expect(sums(state)).toBe('open 0 unapplied 5 credit 0 turnover 365')
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-01 60, 01-20 0'])
    expect(courseOf(state, 'I-2')).toEqual(['1: 01-02 40, 01-21 0, 02-01 40, 02-10 0'])
    expect(courseOf(state, 'I-3')).toEqual(['1: 01-03 30, 01-21 0, 02-01 5, 02-10 0'])
  })

  it('takes the latest application first', () => {
    const { state, last } = life(...paidTwo, chargeBack('2026-02-01', 'X-1', 'P-1', 50))
    expect(last).toEqual([
      '02-01 PaymentUnapplied: P-1 I-2 chargeback 30 2026-02-10',
      '02-01 PaymentUnapplied: P-1 I-1 chargeback 10 2026-01-31',
      '02-01 PaymentChargedBack: P-1 X-1 reopen 50 50 ([item:I-2,amount:30,writeOff:null,item:I-1,amount:10,writeOff:null])',
    ])
    expect(book(state)).toEqual([
      'I-1 10 (costs 0 fees 0 interest 0 principal 10) due 2026-01-31: 1=10@2026-01-31',
      'I-2 30 (costs 0 fees 0 interest 0 principal 30) due 2026-02-10: 1=30@2026-02-10',
    ])
    expect(purse(state)).toEqual([
      'P-1 100: left 0 held 0; refunded 0 charged back 50; reversed 0 free 2026-02-01 for any; I-1 50 2026-02-01',
    ])
    expect(sums(state)).toBe('open 40 unapplied 0 credit 0 turnover 240')
  })

  it('that is given up at once is recovered when won, each loss by its own name', () => {
    const { state, told } = life(
      ...paidTwo,
      chargeBack('2026-02-01', 'X-1', 'P-1', 50, 'writeOff'),
      chargeBack('2026-02-02', 'X-2', 'P-1', 20, 'writeOff'),
      winChargeback('2026-02-10', 'X-1'),
    )
    expect(told.slice(-8)).toEqual([
      '02-01 ItemWrittenOff: I-1 chargeback:["X-1","I-1"] chargeback 10',
      '02-01 PaymentChargedBack: P-1 X-1 writeOff 50 50 ([item:I-2,amount:30,writeOff:chargeback:[\\X-1\\,\\I-2\\],item:I-1,amount:10,writeOff:chargeback:[\\X-1\\,\\I-1\\]])',
      '02-02 PaymentUnapplied: P-1 I-1 chargeback 20 2026-01-31',
      '02-02 ItemWrittenOff: I-1 chargeback:["X-2","I-1"] chargeback 20',
      '02-02 PaymentChargedBack: P-1 X-2 writeOff 20 20 ([item:I-1,amount:20,writeOff:chargeback:[\\X-2\\,\\I-1\\]])',
      '02-10 ChargebackReversed: P-1 X-1 50',
      '02-10 WriteOffRecovered: I-2 chargeback:["X-1","I-2"] P-1 30',
      '02-10 WriteOffRecovered: I-1 chargeback:["X-1","I-1"] P-1 10',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31',
      'I-2 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-10: 1=0@2026-02-10',
    ])
    expect(purse(state)).toEqual([
      'P-1 100: left 10 held 0; refunded 0 charged back 20; reversed 0 free 2026-02-10 for any; I-1 40 2026-02-10; I-2 30 2026-02-10',
    ])
    expect(sums(state)).toBe('open 0 unapplied 10 credit 0 turnover 310')
  })
})

describe('a loss', () => {
  it('is recovered in parts, and owed again as far as its cash bounces', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [60, '2026-01-31']),
      charge('2026-01-10', 'C-1', 'I-1', 5),
      receive('2026-01-20', 'P-1', 15, by('oldestDue')),
      writeOff('2026-03-01', 'L-1', 'I-1'),
      receive('2026-04-01', 'P-2', 20),
      recover('2026-04-02', 'L-1', 'P-2'),
      receive('2026-05-01', 'P-3', 20),
      recover('2026-05-02', 'L-1', 'P-3'),
      bounce('2026-05-10', 'R-1', 'P-3'),
    )
    expect(told.slice(-6)).toEqual([
      '04-01 PaymentReceived: P-2 20',
      '04-01 WriteOffRecovered: I-1 L-1 P-2 20',
      '05-01 PaymentReceived: P-3 20',
      '05-01 WriteOffRecovered: I-1 L-1 P-3 20',
      '05-10 PaymentUnapplied: P-3 I-1 R-1 reversal 20 2026-01-31',
      '05-10 PaymentReversed: P-3 R-1 20',
    ])
    expect(book(state)).toEqual([
      'I-1 20 (costs 0 fees 0 interest 0 principal 20) due 2026-01-31: 1=15@2026-01-31 charges=5@2026-01-31',
    ])
    expect(purse(state)).toEqual([
      'P-1 15: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-20 for any; I-1 15 2026-01-20 (costs:5,fees:0,interest:0,principal:10)',
      'P-2 20: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-04-01 for any; I-1 20 2026-04-01',
      'P-3 20: left 0 held 0; refunded 0 charged back 0; reversed 20 free 2026-05-10 for any',
    ])
    expect(sums(state)).toBe('open 20 unapplied 0 credit 0 turnover 120')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 60, 01-10 65, 01-20 50, 03-01 0, 04-01 0, 05-01 0, 05-10 20',
    ])
  })

  it('is recovered no further than it was', () => {
    const { state, last } = life(
      open('2026-01-01', 'I-1', [60, '2026-01-31']),
      writeOff('2026-03-01', 'L-1', 'I-1'),
      receive('2026-04-01', 'P-1', 40),
      recover('2026-04-02', 'L-1', 'P-1'),
      receive('2026-05-01', 'P-2', 40),
      recover('2026-05-02', 'L-1', 'P-2'),
    )
    expect(last).toEqual(['05-01 WriteOffRecovered: I-1 L-1 P-2 20'])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31',
    ])
    expect(purse(state)).toEqual([
      'P-1 40: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-04-01 for any; I-1 40 2026-04-01',
      'P-2 40: left 20 held 0; refunded 0 charged back 0; reversed 0 free 2026-05-01 for any; I-1 20 2026-05-01',
    ])
    expect(sums(state)).toBe('open 0 unapplied 20 credit 0 turnover 140')
  })
})

describe('a refund', () => {
  it('holds its money from the request on, and lets it go by what became of it', () => {
    const { state, last } = life(
      receive('2026-01-05', 'P-1', 100, toNone),
      requestRefund('2026-01-06', 'RF-1', 'P-1', 30),
      requestRefund('2026-01-07', 'RF-2', 'P-1', 20),
      refundIssued('2026-01-08', 'RF-1'),
    )
    expect(last).toEqual(['01-08 RefundIssued: RF-1 (kind:cash,payment:P-1) 30'])
    expect(purse(state)).toEqual([
      'P-1 100: left 70 held 20; refunded 30 charged back 0; reversed 0 free 2026-01-05 for any',
    ])
    expect(sums(state)).toBe('open 0 unapplied 70 credit 0 turnover 130')
  })

  it('that failed is money again since that day, and a bounce takes only what had not gone out', () => {
    const { state, last } = life(
      receive('2026-01-05', 'P-1', 100, toNone),
      requestRefund('2026-01-06', 'RF-1', 'P-1', 30),
      requestRefund('2026-01-07', 'RF-2', 'P-1', 20),
      refundIssued('2026-01-08', 'RF-1'),
      refundFailed('2026-01-09', 'RF-2'),
      refundCash('2026-01-10', 'RF-3', 'P-1', 25),
      refundFailed('2026-01-12', 'RF-3'),
      bounce('2026-02-01', 'R-1', 'P-1'),
    )
    expect(last).toEqual(['02-01 PaymentReversed: P-1 R-1 70'])
    expect(purse(state)).toEqual([
      'P-1 100: left 0 held 0; refunded 30 charged back 0; reversed 70 free 2026-01-12 for any',
    ])
    expect(sums(state)).toBe('open 0 unapplied 0 credit 0 turnover 155')
  })

  it('of a credit note lowers that note, and raises it again where it failed', () => {
    const { state, told } = life(
      open('2026-01-15', 'I-1', [80, '2026-02-10']),
      receive('2026-01-16', 'P-1', 80),
      credit('2026-01-17', 'N-1', 'I-1', 30),
      refundCredit('2026-01-20', 'RF-1', 'N-1', 20),
      open('2026-01-21', 'I-2', [40, '2026-02-21']),
      applyCredit('2026-01-22', 'AC-1', 'N-1', 'I-2'),
      refundFailed('2026-01-30', 'RF-1'),
    )
    expect(told.slice(-4)).toEqual([
      '01-20 RefundIssued: RF-1 (kind:credit,credit:N-1) 20',
      '01-21 ItemOpened: I-2 invoice 40 ([instalment:1,amount:40,dueOn:2026-02-21]) ([])',
      '01-21 CreditApplied: N-1 I-2 AC-1 named 10',
      '01-30 RefundFailed: RF-1 (kind:credit,credit:N-1) true 20',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-10: 1=0@2026-02-10',
      'I-2 30 (costs 0 fees 0 interest 0 principal 30) due 2026-02-21: 1=30@2026-02-21',
    ])
    expect(purse(state)).toEqual([
      'P-1 80: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-16 for any; I-1 80 2026-01-16',
      'N-1 creditNote 30: left 20 held 0; free 2026-01-30 of I-1; I-2 10 2026-01-21',
    ])
    expect(sums(state)).toBe('open 30 unapplied 0 credit 20 turnover 250')
  })
})

describe('an assigned item', () => {
  it('comes back in parts, due on the days of the recourse, costs with the first instalment', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [60, '2026-01-31'], [40, '2026-02-28']),
      charge('2026-01-05', 'C-1', 'I-1', 10),
      receive('2026-01-10', 'P-1', 60),
      assign('2026-01-11', 'AS-1', 'I-1'),
      takeRecourse('2026-02-01', 'T-1', 'AS-1', 30),
      takeRecourse('2026-02-05', 'T-2', 'AS-1', 20),
    )
    expect(told.slice(-6)).toEqual([
      '01-11 ReceivableAssigned: I-1 AS-1 Klarna conditional 50',
      '02-01 DueDateFixed: I-1 T-1 2 2026-02-01',
      '02-01 ReceivableReturned: I-1 AS-1 Klarna T-1 30 2026-02-01',
      '02-05 DueDateFixed: I-1 T-2 1 2026-02-05',
      '02-05 DueDateFixed: I-1 T-2 2 2026-02-05',
      '02-05 ReceivableReturned: I-1 AS-1 Klarna T-2 20 2026-02-05',
    ])
    expect(book(state)).toEqual([
      'I-1 50 (costs 10 fees 0 interest 0 principal 40) due 2026-02-05: 1=0@2026-02-05 charges=10@2026-02-05 2=40@2026-02-05',
    ])
    expect(sums(state)).toBe('open 50 unapplied 0 credit 0 turnover 170')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 60, 01-05 70, 01-10 10, 01-11 0, 02-01 0, 02-05 10',
      '2: 01-01 40, 01-05 40, 01-10 40, 01-11 0, 02-01 30, 02-05 40',
    ])
  })
})

describe('a due day', () => {
  it('holds by the later of the days on which it was fixed, and any where none was known', () => {
    const { state } = life(
      open('2026-01-01', 'I-1', [60, null], [40, '2026-02-28']),
      fixDue('2026-01-05', 'D-1', 'I-1', 1, '2026-03-10'),
      fixDue('2026-01-04', 'D-2', 'I-1', 1, '2026-01-20'),
      fixDue('2026-01-06', 'D-3', 'I-1', 2, '2026-01-25'),
      receive('2026-01-10', 'P-1', 50),
    )
    expect(book(state)).toEqual([
      'I-1 50 (costs 0 fees 0 interest 0 principal 50) due 2026-03-10: 2=0@2026-01-25 1=50@2026-03-10',
    ])
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-01 60, 01-10 50', '2: 01-01 40, 01-10 0'])
  })
})

describe('a discount for paying early', () => {
  it('is by instalment, given back in its share with the goods, and owed again with the cash', () => {
    const { state, told } = life(
      {
        ...open('2026-01-01', 'I-1', [100, '2026-01-31'], [100, '2026-02-28']),
        earlyPay: [
          offer(1000, 100, '2026-01-11'),
          { ...offer(500, 100, '2026-01-15'), instalment: 2 },
        ],
      },
      receive('2026-01-10', 'P-1', 90),
      receive('2026-01-12', 'P-2', 95),
      credit('2026-01-20', 'N-1', 'I-1', 100),
      bounce('2026-01-25', 'R-1', 'P-1'),
    )
    expect(told.slice(-8)).toEqual([
      '01-12 PaymentApplied: P-2 I-1 oldestDue 95',
      '01-12 EarlyDiscountTaken: I-1 2 P-2 500 2026-01-15 5',
      '01-20 EarlyDiscountWithdrawn: I-1 1 P-1 credited 8 2026-02-28',
      '01-20 CreditBalanceIncreased: N-1 creditNote I-1 100',
      '01-20 CreditApplied: N-1 I-1 own 8',
      '01-25 PaymentUnapplied: P-1 I-1 R-1 reversal 90 2026-02-28',
      '01-25 EarlyDiscountWithdrawn: I-1 1 P-1 paymentTakenBack 2 2026-02-28',
      '01-25 PaymentReversed: P-1 R-1 90',
    ])
    expect(book(state)).toEqual([
      'I-1 92 (costs 0 fees 0 interest 0 principal 92) due 2026-02-28: 1=0@2026-01-31 2=92@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 90: left 0 held 0; refunded 0 charged back 0; reversed 90 free 2026-01-25 for any',
      'P-2 95: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-12 for any; I-1 95 2026-01-12',
      'N-1 creditNote 100: left 92 held 0; free 2026-01-20 of I-1; I-1 8 2026-01-20',
    ])
    expect(sums(state)).toBe('open 92 unapplied 0 credit 92 turnover 485')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 100, 01-10 0, 01-12 0, 01-20 0, 01-25 0',
      '2: 01-01 100, 01-10 100, 01-12 0, 01-20 0, 01-25 92',
    ])
  })

  it('given back with goods goes over from one instalment to the next', () => {
    const { state, last } = life(
      {
        ...open('2026-01-01', 'I-1', [100, '2026-01-31'], [100, '2026-02-28']),
        earlyPay: [
          offer(500, 100, '2026-01-11'),
          { ...offer(1000, 100, '2026-01-15'), instalment: 2 },
        ],
      },
      receive('2026-01-10', 'P-1', 95),
      receive('2026-01-12', 'P-2', 90),
      credit('2026-01-20', 'N-1', 'I-1', 150),
    )
    expect(last).toEqual([
      '01-20 EarlyDiscountWithdrawn: I-1 1 P-1 credited 5 2026-02-28',
      '01-20 EarlyDiscountWithdrawn: I-1 2 P-2 credited 6 2026-02-28',
      '01-20 CreditBalanceIncreased: N-1 creditNote I-1 150',
      '01-20 CreditApplied: N-1 I-1 own 11',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 2=0@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 95: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-10 for any; I-1 95 2026-01-10',
      'P-2 90: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-12 for any; I-1 90 2026-01-12',
      'N-1 creditNote 150: left 139 held 0; free 2026-01-20 of I-1; I-1 11 2026-01-20',
    ])
    expect(sums(state)).toBe('open 0 unapplied 0 credit 139 turnover 535')
  })
})

describe('discounts on two instalments', () => {
  it('are earned by one payment, and owed again with it, one after the other', () => {
    const { state, told } = life(
      {
        ...open('2026-01-01', 'I-1', [100, '2026-01-31'], [100, '2026-02-28']),
        earlyPay: [
          offer(1000, 100, '2026-01-11'),
          { ...offer(500, 100, '2026-01-15'), instalment: 2 },
        ],
      },
      charge('2026-01-02', 'C-1', 'I-1', 10),
      receive('2026-01-10', 'P-1', 195),
      bounce('2026-01-25', 'R-1', 'P-1'),
    )
    expect(told.slice(-8)).toEqual([
      '01-10 PaymentReceived: P-1 195',
      '01-10 PaymentApplied: P-1 I-1 oldestDue 195 (costs:10,fees:0,interest:0,principal:185)',
      '01-10 EarlyDiscountTaken: I-1 1 P-1 1000 2026-01-11 10',
      '01-10 EarlyDiscountTaken: I-1 2 P-1 500 2026-01-15 5',
      '01-25 PaymentUnapplied: P-1 I-1 R-1 reversal 195 (costs:10,fees:0,interest:0,principal:185) 2026-01-31',
      '01-25 EarlyDiscountWithdrawn: I-1 1 P-1 paymentTakenBack 10 2026-01-31',
      '01-25 EarlyDiscountWithdrawn: I-1 2 P-1 paymentTakenBack 5 2026-01-31',
      '01-25 PaymentReversed: P-1 R-1 195',
    ])
    expect(book(state)).toEqual([
      'I-1 210 (costs 10 fees 0 interest 0 principal 200) due 2026-01-31: 1=100@2026-01-31 charges=10@2026-01-31 2=100@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 195: left 0 held 0; refunded 0 charged back 0; reversed 195 free 2026-01-25 for any',
    ])
    expect(sums(state)).toBe('open 210 unapplied 0 credit 0 turnover 405')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 100, 01-02 110, 01-10 0, 01-25 110',
      '2: 01-01 100, 01-02 100, 01-10 0, 01-25 100',
    ])
  })

  it('are earned by money that was left over in time, and by none that came after', () => {
    const { state, last } = life(
      receive('2026-01-02', 'P-1', 90, toNone),
      receive('2026-01-12', 'P-2', 95, toNone),
      storeCredit('2026-01-13', 'N-1', 50),
      {
        ...open('2026-01-01', 'I-1', [100, '2026-01-31'], [100, '2026-02-28']),
        earlyPay: [
          offer(1000, 100, '2026-01-11'),
          { ...offer(500, 100, '2026-01-11'), instalment: 2 },
        ],
      },
      useBalance('2026-01-14', 'B-1', 'I-1'),
    )
    expect(last).toEqual([
      '01-02 PaymentApplied: P-1 I-1 B-1 balance 90',
      '01-02 EarlyDiscountTaken: I-1 1 P-1 1000 2026-01-11 10',
      '01-12 PaymentApplied: P-2 I-1 B-1 balance 95',
      '01-13 CreditApplied: N-1 I-1 B-1 balance 5',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 2=0@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 90: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-02 for any; I-1 90 2026-01-02',
      'P-2 95: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-12 for any; I-1 95 2026-01-12',
      'N-1 storeCredit 50: left 45 held 0; free 2026-01-13 of none; I-1 5 2026-01-13',
    ])
    expect(sums(state)).toBe('open 0 unapplied 0 credit 45 turnover 435')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 100, 01-02 0, 01-12 0, 01-13 0',
      '2: 01-01 100, 01-02 100, 01-12 5, 01-13 0',
    ])
  })
})

describe('late fees of several rules and instalments', () => {
  it('are told in the order of their days, each counted by its rule and its instalment', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [600, '2026-01-31'], [400, '2026-02-28']),
      assess('2026-05-01', 'F-1', 'I-1', rule, {
        graceDays: 0,
        rules: [
          { ...rule, per: 'instalment' },
          { ...interest, base: 'balance' },
        ],
      }),
    )
    expect(told).toEqual([
      '01-01 ItemOpened: I-1 invoice 1000 ([instalment:1,amount:600,dueOn:2026-01-31,instalment:2,amount:400,dueOn:2026-02-28]) ([])',
      '02-01 LateFeeAssessed: I-1 F-1 interest 1 1 interest 1 2026-01-31',
      '02-05 LateFeeAssessed: I-1 F-1:2 ten percent 1 1 1 fees 60 2026-01-31',
      '03-03 LateFeeAssessed: I-1 F-1:3 interest 1 2 interest 21 2026-01-31',
      '03-05 LateFeeAssessed: I-1 F-1:4 ten percent 1 1 2 fees 40 2026-01-31',
      '03-07 LateFeeAssessed: I-1 F-1:5 ten percent 1 2 1 fees 60 2026-01-31',
      '04-02 LateFeeAssessed: I-1 F-1:6 interest 1 3 interest 35 2026-01-31',
      '04-04 LateFeeAssessed: I-1 F-1:7 ten percent 1 2 2 fees 40 2026-01-31',
    ])
    expect(book(state)).toEqual([
      'I-1 1257 (costs 0 fees 200 interest 57 principal 1000) due 2026-01-31: 1=600@2026-01-31 charges=257@2026-01-31 2=400@2026-02-28',
    ])
    expect(sums(state)).toBe('open 1257 unapplied 0 credit 0 turnover 1257')
  })

  it('are not asked twice, whenever one asks', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [600, '2026-01-31'], [400, '2026-02-28']),
      ...['02-10', '03-05', '03-10', '04-05'].map((day) => assessed(`2026-${day}`, `F-${day}`)),
    )
    expect(told).toEqual([
      '01-01 ItemOpened: I-1 invoice 1000 ([instalment:1,amount:600,dueOn:2026-01-31,instalment:2,amount:400,dueOn:2026-02-28]) ([])',
      '02-01 LateFeeAssessed: I-1 F-02-10 interest 1 1 interest 1 2026-01-31',
      '02-05 LateFeeAssessed: I-1 F-02-10:2 ten percent 1 1 1 fees 60 2026-01-31',
      '03-03 LateFeeAssessed: I-1 F-03-05 interest 1 2 interest 21 2026-01-31',
      '03-05 LateFeeAssessed: I-1 F-03-05:2 ten percent 1 1 2 fees 40 2026-01-31',
      '03-07 LateFeeAssessed: I-1 F-03-10 ten percent 1 2 1 fees 60 2026-01-31',
      '04-02 LateFeeAssessed: I-1 F-04-05 interest 1 3 interest 35 2026-01-31',
      '04-04 LateFeeAssessed: I-1 F-04-05:2 ten percent 1 2 2 fees 40 2026-01-31',
    ])
    expect(book(state)).toEqual([
      'I-1 1257 (costs 0 fees 200 interest 57 principal 1000) due 2026-01-31: 1=600@2026-01-31 charges=257@2026-01-31 2=400@2026-02-28',
    ])
    expect(sums(state)).toBe('open 1257 unapplied 0 credit 0 turnover 1257')
  })

  it('of paused days are passed over, keep their numbers, and leave their room under the cap', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [1000, '2026-01-31']),
      assess('2026-07-20', 'F-1', 'I-1', rule, {
        graceDays: 0,
        rules: [{ ...rule, maxTimes: 6, caps: { ...noFeeCaps, perItemMinor: minorUnits(250) } }],
        pauses: [
          { from: civilDate('2026-03-07'), until: civilDate('2026-03-07') },
          { from: civilDate('2026-04-01'), until: civilDate('2026-04-10') },
        ],
      }),
    )
    expect(told).toEqual([
      '01-01 ItemOpened: I-1 invoice 1000 ([instalment:1,amount:1000,dueOn:2026-01-31]) ([])',
      '02-05 LateFeeAssessed: I-1 F-1 ten percent 1 1 fees 100 2026-01-31',
      '05-06 LateFeeAssessed: I-1 F-1:2 ten percent 1 4 fees 100 2026-01-31',
      '06-05 LateFeeAssessed: I-1 F-1:3 ten percent 1 5 fees 50 2026-01-31',
    ])
    expect(book(state)).toEqual([
      'I-1 1250 (costs 0 fees 250 interest 0 principal 1000) due 2026-01-31: 1=1000@2026-01-31 charges=250@2026-01-31',
    ])
    expect(sums(state)).toBe('open 1250 unapplied 0 credit 0 turnover 1250')
  })

  it('end with a pause that has no end', () => {
    const { state, told } = life(
      open('2026-01-01', 'I-1', [1000, '2026-01-31']),
      assess('2026-07-20', 'F-1', 'I-1', rule, {
        graceDays: 0,
        rules: [{ ...rule, maxTimes: 6 }],
        pauses: [{ from: civilDate('2026-04-06'), until: null }],
      }),
    )
    expect(told).toEqual([
      '01-01 ItemOpened: I-1 invoice 1000 ([instalment:1,amount:1000,dueOn:2026-01-31]) ([])',
      '02-05 LateFeeAssessed: I-1 F-1 ten percent 1 1 fees 100 2026-01-31',
      '03-07 LateFeeAssessed: I-1 F-1:2 ten percent 1 2 fees 100 2026-01-31',
    ])
    expect(book(state)).toEqual([
      'I-1 1200 (costs 0 fees 200 interest 0 principal 1000) due 2026-01-31: 1=1000@2026-01-31 charges=200@2026-01-31',
    ])
    expect(sums(state)).toBe('open 1200 unapplied 0 credit 0 turnover 1200')
  })
})

describe('an item that is known by a charge first', () => {
  it('takes its schedule when it is opened, and owes the charge from the first due day', () => {
    const { state, told } = life(
      charge('2026-01-10', 'C-1', 'I-1', 50),
      open('2026-01-15', 'I-1', [60, '2026-01-31'], [40, '2026-02-28']),
      receive('2026-01-20', 'P-1', 70),
    )
    expect(told).toEqual([
      '01-10 ItemOpened: I-1 charge 0 ([instalment:1,amount:0,dueOn:null]) ([])',
      '01-10 ChargeRecorded: I-1 C-1 50',
      '01-15 ItemOpened: I-1 invoice 100 ([instalment:1,amount:60,dueOn:2026-01-31,instalment:2,amount:40,dueOn:2026-02-28]) ([])',
      '01-20 PaymentReceived: P-1 70',
      '01-20 PaymentApplied: P-1 I-1 oldestDue 70',
    ])
    expect(book(state)).toEqual([
      'I-1 80 (costs 50 fees 0 interest 0 principal 30) due 2026-01-31: 1=0@2026-01-31 charges=40@2026-01-31 2=40@2026-02-28',
    ])
    expect(purse(state)).toEqual([
      'P-1 70: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-20 for any; I-1 70 2026-01-20',
    ])
    expect(sums(state)).toBe('open 80 unapplied 0 credit 0 turnover 220')
  })
})

describe('an item with more days than are told apart', () => {
  it('joins its oldest ones, so that all sums stay', () => {
    const { state } = life(
      open('2026-01-01', 'I-1', [60, '2026-03-31']),
      credit('2026-01-02', 'N-1', 'I-1', 5),
      receive('2026-01-03', 'P-1', 7),
      ...Array.from({ length: 24 }, (_, index) =>
        charge(`2026-02-${String(index + 1).padStart(2, '0')}`, `C-${index}`, 'I-1', 1),
      ),
    )
    expect(book(state)).toEqual([
      'I-1 72 (costs 24 fees 0 interest 0 principal 48) due 2026-03-31: 1=53@2026-03-31 charges=19@2026-03-31',
    ])
    expect(sums(state)).toBe('open 72 unapplied 0 credit 0 turnover 96')
    expect(courseOf(state, 'I-1')).toEqual([
      '1: 01-01 49, 02-02 50, 02-03 51, 02-04 52, 02-05 53, 02-06 54, 02-07 55, 02-08 56, 02-09 57, 02-10 58, 02-11 59, 02-12 60, 02-13 61, 02-14 62, 02-15 63, 02-16 64, 02-17 65, 02-18 66, 02-19 67, 02-20 68, 02-21 69, 02-22 70, 02-23 71, 02-24 72',
    ])
  })
})
