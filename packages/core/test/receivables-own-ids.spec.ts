import { given } from '@tenure/testing'
import { describe, expect, it } from 'vitest'
import {
  allBy,
  receivablesRoom,
  toNone,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import { creditId, itemId } from '../src/shared/index.ts'
import { recordReversal, recordRefund } from './receivables-elsewhere-words.ts'
import {
  chargeBack,
  refundIssued,
  requestRefund,
  storeCredit,
  useBalance,
} from './receivables-more-words.ts'
import { book, life, purse } from './receivables-told.ts'
import {
  assess,
  bounce,
  credit,
  named,
  open,
  receive,
  refundCash,
  rule,
  writeOff,
} from './receivables-words.ts'

const last = (...commands: ReadonlyArray<ReceivablesCommand>) => life(...commands).last
const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])

describe('an id of our own making', () => {
  it('is never one that is taken', () => {
    const taken = writeOff('2026-01-02', 'chargeback:["X-1","I-1"]', 'I-0')
    const lost = last(
      open('2026-01-01', 'I-0', [5, '2026-01-31']),
      taken,
      invoice,
      receive('2026-01-05', 'P-1', 100),
      chargeBack('2026-02-01', 'X-1', 'P-1', 100, 'writeOff'),
    )
    expect(lost[1]).toBe(
      '02-01 ItemWrittenOff: I-1 chargeback:chargeback:["X-1","I-1"] chargeback 100',
    )
    const reversed = last(
      receive('2026-01-05', 'P-0', 5),
      refundCash('2026-01-06', 'reversal:R-1', 'P-0', 5),
      receive('2026-01-05', 'P-1', 30),
      recordRefund('2026-01-07', 'RF-1', { cash: 'P-1' }, 30),
      recordReversal('2026-01-08', 'R-1', 'P-1'),
    )
    expect(reversed.at(-1)).toBe(
      '01-08 RefundIssued: reversal:reversal:R-1 (kind:suspense,item:suspense:reversal:reversal:R-1) 30',
    )
  })
})

describe('current debts kept current', () => {
  it('are paid before one that has no due day', () => {
    for (const days of [
      ['2026-02-28', null],
      [null, '2026-02-28'],
    ] as const) {
      const [first, second] = days
      const { last: applied } = life(
        open('2026-01-01', 'I-1', [50, first]),
        open('2026-01-01', 'I-2', [50, second]),
        receive('2026-01-05', 'P-1', 50, allBy('currentFirst')),
      )
      const paid = first === null ? 'I-2' : 'I-1'
      expect(applied[1]).toBe(`01-05 PaymentApplied: P-1 ${paid} currentFirst 50`)
    }
  })
})

describe('a bounce', () => {
  it('takes back what was used and what is left, be they equal', () => {
    expect(
      last(
        receive('2026-01-05', 'P-1', 200, toNone),
        invoice,
        useBalance('2026-01-06', 'B-1', 'I-1'),
        bounce('2026-02-01', 'R-1', 'P-1'),
      ),
    ).toEqual([
      '02-01 PaymentUnapplied: P-1 I-1 R-1 reversal 100 2026-01-31',
      '02-01 PaymentReversed: P-1 R-1 200',
    ])
  })
})

describe('a refund that was requested', () => {
  it('sets a credit note aside as it does cash', () => {
    const { state } = life(
      invoice,
      credit('2026-01-05', 'N-1', 'I-1', 100),
      storeCredit('2026-01-05', 'S-1', 10),
      receive('2026-01-05', 'P-1', 10),
      open('2026-01-06', 'I-2', [50, '2026-01-31']),
      receive('2026-01-06', 'P-2', 40, named('I-2')),
      credit('2026-01-07', 'N-2', 'I-2', 30),
      {
        ...requestRefund('2026-01-08', 'RF-1', 'P-1', 20),
        from: { kind: 'credit', creditId: creditId('N-2') },
      },
    )
    expect(purse(state)).toEqual([
      'P-1 10: left 10 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-05 for any',
      'P-2 40: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-01-06 for I-2; I-2 40 2026-01-06',
      'N-1 creditNote 100: left 0 held 0; free 2026-01-05 of I-1; I-1 100 2026-01-05',
      'S-1 storeCredit 10: left 10 held 0; free 2026-01-05 of none',
      'N-2 creditNote 30: left 20 held 20; free 2026-01-07 of I-2; I-2 10 2026-01-07',
    ])
  })

  it('lets all of it go once, also where a part of its source is gone by then', () => {
    const past = [
      receive('2026-01-05', 'P-1', 50),
      requestRefund('2026-01-06', 'RF-1', 'P-1', 50),
      { ...chargeBack('2026-01-07', 'X-1', 'P-1', 30), type: 'RecordChargeback' } as const,
      refundIssued('2026-01-08', 'RF-1'),
    ]
    const { state, last: issued } = life(...past)
    expect(issued).toEqual([
      '01-08 RefundIssued: RF-1 (kind:cash,payment:P-1) 20',
      '01-08 ItemOpened: suspense:RF-1 suspense 30 ([instalment:1,amount:30,dueOn:null]) ([])',
      '01-08 RefundIssued: RF-1 (kind:suspense,item:suspense:RF-1) 30',
    ])
    expect(purse(state)).toEqual([
      'P-1 50: left 0 held 0; refunded 20 charged back 30; reversed 0 free 2026-01-05 for any',
    ])
    given(receivablesRoom)(...past)
      .when(recordRefund('2026-01-09', 'RF-1', { cash: 'P-1' }, 50))
      .thenNothing()
  })
})

describe('a credit note', () => {
  it('may be as large as all that was charged, interest with it, and no larger', () => {
    const interest = {
      ...rule,
      afterDays: 1,
      maxTimes: 1,
      fee: {
        kind: 'dailyInterest',
        annualRate: { numerator: 36500, denominator: 1000 },
        dayCount: 'actual365',
      },
    } as const
    const past = [invoice, assess('2026-02-01', 'F-1', 'I-1', interest, { graceDays: 0 })]
    expect(book(life(...past, credit('2026-02-02', 'N-1', 'I-1', 110)).state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 charges=0@2026-01-31',
    ])
    given(receivablesRoom)(...past)
      .when(credit('2026-02-02', 'N-1', 'I-1', 111))
      .thenRejected({
        type: 'CreditAboveCharged',
        itemId: itemId('I-1'),
        chargedMinor: 110,
        creditedMinor: 0,
        offeredMinor: 111,
      })
  })
})
