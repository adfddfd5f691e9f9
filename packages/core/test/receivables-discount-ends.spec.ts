import { given } from '@tenure/testing'
import { describe, expect, it } from 'vitest'
import { receivablesRoom, toNone, type ReceivablesCommand } from '../src/receivables/index.ts'
import { itemId } from '../src/shared/index.ts'
import { offer, storeCredit, takeDiscount, useBalance } from './receivables-more-words.ts'
import { book, life } from './receivables-told.ts'
import { bounce, credit, named, open, receive, unapply } from './receivables-words.ts'

const last = (...commands: ReadonlyArray<ReceivablesCommand>) => life(...commands).last
const invoice = {
  ...open('2026-01-01', 'I-1', [100, '2026-01-31']),
  earlyPay: [offer(200, 100, '2026-01-20')],
}
const closed = 'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31'

describe('a discount for paying early', () => {
  it('of one unit is earned once, given by hand, and given back with the goods', () => {
    const small = {
      ...open('2026-01-01', 'I-1', [50, '2026-01-31']),
      earlyPay: [offer(200, 50, '2026-01-20')],
    }
    const earned = [small, receive('2026-01-10', 'P-1', 49)]
    expect(last(...earned).at(-1)).toBe('01-10 EarlyDiscountTaken: I-1 1 P-1 200 2026-01-20 1')
    given(receivablesRoom)(...earned)
      .when(takeDiscount('2026-01-22', 'D-1', 'I-1', 'P-1'))
      .thenRejected({ type: 'EarlyDiscountIsTaken', itemId: itemId('I-1'), instalment: 1 })
    expect(last(...earned, credit('2026-01-25', 'N-1', 'I-1', 50))[0]).toBe(
      '01-25 EarlyDiscountWithdrawn: I-1 1 P-1 credited 1 2026-01-31',
    )
    const inParts = [small, receive('2026-01-10', 'P-1', 20), receive('2026-01-21', 'P-2', 29)]
    expect(last(...inParts, takeDiscount('2026-01-22', 'D-1', 'I-1', 'P-1'))).toEqual([
      '01-22 EarlyDiscountTaken: I-1 1 P-1 D-1 200 2026-01-20 1',
    ])
  })

  it('is for cash: a credit note pays in full', () => {
    expect(book(life(invoice, credit('2026-01-10', 'N-1', 'I-1', 100)).state)).toEqual([closed])
    const granted = [storeCredit('2026-01-02', 'S-1', 200), invoice]
    expect(last(...granted, useBalance('2026-01-10', 'B-1', 'I-1'))).toEqual([
      '01-02 CreditApplied: S-1 I-1 B-1 balance 100',
    ])
  })

  it('is not given back with goods that were not paid yet', () => {
    const plan = {
      ...open('2026-01-01', 'I-1', [100, '2026-01-31'], [100, '2026-02-28']),
      earlyPay: [offer(200, 100, '2026-01-20')],
    }
    expect(
      last(plan, receive('2026-01-10', 'P-1', 98), credit('2026-01-25', 'N-1', 'I-1', 50)),
    ).toEqual([
      '01-25 CreditBalanceIncreased: N-1 creditNote I-1 50',
      '01-25 CreditApplied: N-1 I-1 own 50',
    ])
  })

  it('of which a note took back a half is given back with a single unit more', () => {
    const half = {
      ...open('2026-01-01', 'I-1', [100, '2026-01-31']),
      earlyPay: [offer(5000, 100, '2026-01-20')],
    }
    expect(
      last(half, receive('2026-01-10', 'P-1', 50), credit('2026-01-25', 'N-1', 'I-1', 1)),
    ).toEqual([
      '01-25 EarlyDiscountWithdrawn: I-1 1 P-1 credited 1 2026-01-31',
      '01-25 CreditBalanceIncreased: N-1 creditNote I-1 1',
      '01-25 CreditApplied: N-1 I-1 own 1',
    ])
  })

  it('that a note took back whole does not come back again with the cash', () => {
    const past = [
      invoice,
      receive('2026-01-10', 'P-1', 98),
      credit('2026-01-25', 'N-1', 'I-1', 100),
    ]
    expect(last(...past, bounce('2026-02-01', 'R-1', 'P-1'))).toEqual([
      '02-01 PaymentUnapplied: P-1 I-1 R-1 reversal 98 2026-01-31',
      '02-01 PaymentReversed: P-1 R-1 98',
    ])
  })

  it('that stands is earned by no other cash, though that closes the instalment again', () => {
    expect(
      last(
        receive('2026-01-02', 'P-0', 10, toNone),
        invoice,
        receive('2026-01-03', 'P-1', 50, named('I-1')),
        receive('2026-01-04', 'P-2', 49, named('I-1')),
        unapply('2026-01-05', 'U-1', 'P-1', 'I-1'),
        useBalance('2026-01-06', 'B-1', 'I-1'),
      ),
    ).toEqual([
      '01-05 PaymentApplied: P-0 I-1 B-1 balance 10',
      '01-05 PaymentApplied: P-1 I-1 B-1 balance 40',
    ])
  })
})

describe('two discounts that one payment earned', () => {
  it('are owed again one after the other, each with the day that is open then', () => {
    const plan = {
      ...open(
        '2026-01-01',
        'I-1',
        [1000, '2026-01-31'],
        [1000, '2026-02-28'],
        [1000, '2026-03-31'],
      ),
      earlyPay: [
        offer(1000, 1000, '2026-01-20'),
        { ...offer(1000, 1000, '2026-01-20'), instalment: 2 },
      ],
    }
    expect(
      last(
        plan,
        receive('2026-01-05', 'P-0', 890),
        receive('2026-01-06', 'P-1', 999),
        receive('2026-01-07', 'P-2', 100),
        bounce('2026-02-01', 'R-1', 'P-1'),
      ),
    ).toEqual([
      '02-01 PaymentUnapplied: P-1 I-1 R-1 reversal 999 2026-02-28',
      '02-01 EarlyDiscountWithdrawn: I-1 1 P-1 paymentTakenBack 11 2026-02-28',
      '02-01 EarlyDiscountWithdrawn: I-1 2 P-1 paymentTakenBack 100 2026-01-31',
      '02-01 PaymentReversed: P-1 R-1 999',
    ])
  })
})
