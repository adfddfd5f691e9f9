import { describe, expect, it } from 'vitest'
import { itemOf, toNone, type ReceivablesCommand } from '../src/receivables/index.ts'
import { itemId } from '../src/shared/index.ts'
import { recordItem } from './receivables-elsewhere-words.ts'
import {
  assign,
  offer,
  refundFailed,
  refundIssued,
  requestRefund,
  takeRecourse,
  useBalance,
} from './receivables-more-words.ts'
import { book, courseOf, life } from './receivables-told.ts'
import {
  allocate,
  assess,
  charge,
  credit,
  named,
  open,
  receive,
  rule,
  unapply,
} from './receivables-words.ts'

const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])
const told = (...commands: ReadonlyArray<ReceivablesCommand>) => life(...commands).last
const dueOn = (...commands: ReadonlyArray<ReceivablesCommand>) => book(life(...commands).state)

describe('an application', () => {
  it('waits for the last day of a taking back, whichever was told last', () => {
    const past = [
      invoice,
      receive('2026-01-05', 'P-1', 40),
      receive('2026-01-05', 'P-2', 60),
      receive('2026-01-06', 'P-3', 100, toNone),
      unapply('2026-02-20', 'U-1', 'P-1', 'I-1'),
      unapply('2026-02-10', 'U-2', 'P-2', 'I-1'),
    ]
    expect(told(...past, allocate('2026-02-21', 'A-1', 'P-3', named('I-1')))).toEqual([
      '02-20 PaymentApplied: P-3 I-1 A-1 named 100',
    ])
    const other = open('2026-02-01', 'I-2', [40, '2026-02-28'])
    expect(
      told(
        ...past.slice(0, 2),
        other,
        unapply('2026-02-20', 'U-1', 'P-1', 'I-1'),
        useBalance('2026-02-21', 'B-1', 'I-2'),
      ),
    ).toEqual(['02-20 PaymentApplied: P-1 I-2 B-1 balance 40'])
  })

  it('waits for a recourse, and for a discount that was owed again', () => {
    const cash = receive('2026-01-06', 'P-1', 100, toNone)
    const back = [
      invoice,
      cash,
      assign('2026-01-10', 'AS-1', 'I-1'),
      takeRecourse('2026-03-01', 'T-1', 'AS-1', 60),
    ]
    expect(told(...back, allocate('2026-03-02', 'A-1', 'P-1', named('I-1')))).toEqual([
      '03-01 PaymentApplied: P-1 I-1 A-1 named 60',
    ])
    expect(dueOn(...back)).toEqual([
      'I-1 60 (costs 0 fees 0 interest 0 principal 60) due 2026-03-01: 1=60@2026-03-01',
    ])
    const returned = [
      { ...invoice, earlyPay: [offer(200, 100, '2026-01-20')] },
      receive('2026-01-05', 'P-1', 98),
      credit('2026-03-20', 'N-1', 'I-1', 50),
      charge('2026-03-05', 'C-1', 'I-1', 10),
      receive('2026-03-06', 'P-2', 10),
    ]
    expect(told(...returned).at(-1)).toBe(
      '03-20 PaymentApplied: P-2 I-1 oldestDue 10 (costs:10,fees:0,interest:0,principal:0)',
    )
  })

  it('with a discount waits for the charge that only both of them reach', () => {
    const past = [
      { ...invoice, earlyPay: [offer(200, 100, '2026-01-20')] },
      charge('2026-01-09', 'C-1', 'I-1', 10),
    ]
    expect(told(...past, receive('2026-01-05', 'P-1', 100))).toEqual([
      '01-05 PaymentReceived: P-1 100',
      '01-09 PaymentApplied: P-1 I-1 oldestDue 100 (costs:2,fees:0,interest:0,principal:98)',
      '01-09 EarlyDiscountTaken: I-1 1 P-1 200 2026-01-20 2',
    ])
  })
})

describe('a refund that failed', () => {
  it('did so when it had gone out, not before', () => {
    const past = [
      receive('2026-01-05', 'P-1', 100),
      requestRefund('2026-01-06', 'RF-1', 'P-1', 30),
      refundIssued('2026-01-20', 'RF-1'),
    ]
    expect(told(...past, refundFailed('2026-01-10', 'RF-1'))).toEqual([
      '01-20 RefundFailed: RF-1 (kind:cash,payment:P-1) true 30',
    ])
  })
})

describe('the course of an item', () => {
  it('begins with its first day, though that was told later', () => {
    const { state } = life(
      open('2026-01-10', 'I-1', [100, '2026-01-31']),
      charge('2026-01-05', 'C-1', 'I-1', 10),
      receive('2026-01-07', 'P-1', 30),
    )
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-05 10, 01-10 80'])
  })
})

describe('a late fee', () => {
  it('comes onto its item not before that was opened, though a charge had been there earlier', () => {
    const past = [
      charge('2026-01-01', 'C-1', 'I-1', 100),
      recordItem('2026-04-01', 'I-1', 'invoice', [50, '2026-01-31']),
    ]
    expect(told(...past, assess('2026-04-02', 'F-1', 'I-1', { ...rule, maxTimes: 1 }))).toEqual([
      '04-01 LateFeeAssessed: I-1 F-1 ten percent 1 1 fees 10 2026-01-31',
    ])
  })

  it('is counted with those of its rule before it', () => {
    const { state } = life(
      invoice,
      assess('2026-02-08', 'F-1', 'I-1'),
      assess('2026-03-10', 'F-2', 'I-1'),
    )
    expect(itemOf(state, itemId('I-1'))?.fees).toEqual([
      { ruleId: rule.ruleId, instalment: null, lastIndex: 2, amountMinor: 20 },
    ])
  })
})
