import { describe, expect, it } from 'vitest'
import { type ReceivablesCommand } from '../src/receivables/index.ts'

import {
  applyCredit,
  recordItem,
  recordRefund,
  recordWriteOff,
} from './receivables-elsewhere-words.ts'
import { chargeBack, storeCredit, useBalance, winChargeback } from './receivables-more-words.ts'
import { book, life, purse } from './receivables-told.ts'
import { named, open, receive, recover } from './receivables-words.ts'

const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])
const last = (...commands: ReadonlyArray<ReceivablesCommand>) => life(...commands).last

describe('an amount of nothing', () => {
  it('is set against no further item once an amount is used up', () => {
    const past = [
      invoice,
      open('2026-01-02', 'I-2', [50, '2026-01-31']),
      storeCredit('2026-01-05', 'N-1', 100),
    ]
    expect(last(...past, applyCredit('2026-01-06', 'AC-1', 'N-1', named('I-1', 'I-2')))).toEqual([
      '01-05 CreditApplied: N-1 I-1 AC-1 named 100',
    ])
  })

  it('is taken back of a second item where a chargeback is as large as the first', () => {
    const past = [
      invoice,
      receive('2026-01-10', 'P-1', 130),
      open('2026-01-20', 'I-2', [30, '2026-02-10']),
      useBalance('2026-01-21', 'B-1', 'I-2'),
    ]
    expect(last(...past, chargeBack('2026-02-01', 'X-1', 'P-1', 30))).toEqual([
      '02-01 PaymentUnapplied: P-1 I-2 chargeback 30 2026-02-10',
      '02-01 PaymentChargedBack: P-1 X-1 reopen 30 30 ([item:I-2,amount:30,writeOff:null])',
    ])
  })

  it('is used of an older note that is used up, and the younger money is found', () => {
    const past = [
      storeCredit('2026-01-02', 'N-1', 100),
      invoice,
      useBalance('2026-01-03', 'B-1', 'I-1'),
      open('2026-01-04', 'I-2', [50, '2026-01-31']),
      storeCredit('2026-01-05', 'N-2', 50),
    ]
    expect(last(...past, useBalance('2026-01-06', 'B-2', 'I-2'))).toEqual([
      '01-05 CreditApplied: N-2 I-2 B-2 balance 50',
    ])
  })

  it('is recovered of a loss that other cash recovered before the chargeback was won', () => {
    const past = [
      invoice,
      receive('2026-01-10', 'P-1', 100),
      chargeBack('2026-02-01', 'X-1', 'P-1', 60, 'writeOff'),
      receive('2026-02-02', 'P-2', 60),
      recover('2026-02-03', 'chargeback:["X-1","I-1"]', 'P-2'),
    ]
    expect(last(...past, winChargeback('2026-02-10', 'X-1'))).toEqual([
      '02-10 ChargebackReversed: P-1 X-1 60',
    ])
  })

  it('that is paid back, or written off, is remembered and moves no day', () => {
    const { state } = life(
      receive('2026-01-05', 'P-1', 5),
      storeCredit('2026-01-05', 'N-1', 5),
      recordRefund('2026-02-01', 'RF-1', { cash: 'P-1' }, 0),
      recordRefund('2026-02-01', 'RF-2', { credit: 'N-1' }, 0),
      recordItem('2026-01-01', 'I-1', 'invoice', [0, '2026-01-31']),
      recordWriteOff('2026-02-02', 'L-1', 'I-1', 0),
    )
    expect(purse(state)).toEqual([
      'P-1 5: left 5 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any',
      'N-1 storeCredit 5: left 5 held 0; free 2026-01-05 of none',
    ])
    expect(book(state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31',
    ])
  })
})
