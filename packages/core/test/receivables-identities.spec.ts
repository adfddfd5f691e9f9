import { given } from '@tenure/testing'
import { describe, expect, it } from 'vitest'
import {
  receivablesRoom,
  toNone,
  type ReceivablesCommand,
  type ReceivablesRejection,
} from '../src/receivables/index.ts'
import {
  chargebackId,
  chargeId,
  changeId,
  civilDate,
  creditId,
  itemId,
  minorUnits,
  partnerId,
  paymentId,
  refundId,
  writeOffId,
} from '../src/shared/index.ts'
import {
  assign,
  chargeBack,
  offer,
  refundFailed,
  storeCredit,
  takeRecourse,
  useBalance,
  winChargeback,
} from './receivables-more-words.ts'
import { book, life, purse, sums } from './receivables-told.ts'
import {
  about,
  assess,
  bounce,
  charge,
  credit,
  fixDue,
  named,
  open,
  receive,
  recover,
  refundCash,
  rule,
  writeOff,
} from './receivables-words.ts'

const accounts = given(receivablesRoom)
const invoice = open('2026-01-01', 'I-1', [600, '2026-01-31'], [400, '2026-02-28'])
const other = open('2026-01-01', 'I-2', [1000, '2026-01-31'])
const conflict = (
  what: Extract<ReceivablesRejection, { type: 'ConflictingDuplicate' }>['what'],
  id: string,
  recordedMinor: number,
  offeredMinor = recordedMinor,
) => ({ type: 'ConflictingDuplicate', what, id, recordedMinor, offeredMinor }) as const
const twice = (
  past: ReadonlyArray<ReceivablesCommand>,
  first: ReceivablesCommand,
  another: ReceivablesCommand,
  refused: ReceivablesRejection,
): void => {
  accounts(...past, first)
    .when(first)
    .thenNothing()
  accounts(...past, first)
    .when(another)
    .thenRejected(refused)
}

describe('an id that was seen before', () => {
  it('of an item stands for its schedule and its discounts, instalment by instalment', () => {
    const offered = { ...invoice, earlyPay: [offer(200, 600, '2026-01-11')] }
    const refused = conflict('item', 'I-1', 1000)
    const changed = (differing: Partial<(typeof offered.earlyPay)[number]>) => ({
      ...offered,
      earlyPay: [{ ...offer(200, 600, '2026-01-11'), ...differing }],
    })
    twice([], offered, changed({ instalment: 2 }), refused)
    twice([], offered, changed({ untilOn: civilDate('2026-01-12') }), refused)
    twice([], offered, changed({ basisPoints: 300 }), refused)
    twice([], offered, changed({ eligibleMinor: minorUnits(500) }), refused)
    twice([], offered, { ...invoice, kind: 'charge' }, refused)
    for (const parts of [
      [
        [600, '2026-01-31'],
        [400, '2026-03-01'],
      ],
      [
        [500, '2026-01-31'],
        [500, '2026-02-28'],
      ],
      [[1000, '2026-01-31']],
    ] as const)
      twice([], invoice, open('2026-01-01', 'I-1', ...parts), refused)
    // A day that nobody tells is no other day.
    accounts(invoice)
      .when(open('2026-01-01', 'I-1', [600, null], [400, '2026-02-28']))
      .thenNothing()
  })

  it('of a charge stands for its item, its amount and its kind', () => {
    const costs = charge('2026-01-10', 'C-1', 'I-1', 50)
    const past = [invoice, other]
    twice(past, costs, charge('2026-01-10', 'C-1', 'I-2', 50), conflict('charge', 'C-1', 50))
    twice(past, costs, charge('2026-01-10', 'C-1', 'I-1', 51), conflict('charge', 'C-1', 50, 51))
    twice(past, costs, assess('2026-02-20', 'C-1', 'I-1'), conflict('charge', 'C-1', 50))
    const fee = assess('2026-02-20', 'F-1', 'I-1')
    twice(past, fee, assess('2026-02-20', 'F-1', 'I-2'), conflict('charge', 'F-1', 60))
    twice(past, fee, charge('2026-02-20', 'F-1', 'I-1', 60), conflict('charge', 'F-1', 60))
  })

  it('of a chargeback stands for its payment and its amount', () => {
    const past = [
      receive('2026-01-05', 'P-1', 60, toNone),
      receive('2026-01-05', 'P-2', 60, toNone),
    ]
    const taken = chargeBack('2026-01-10', 'X-1', 'P-1', 20)
    const again = (payment: string, amountMinor: number) =>
      chargeBack('2026-01-10', 'X-1', payment, amountMinor)
    twice(past, taken, again('P-2', 20), conflict('chargeback', 'X-1', 20))
    twice(past, taken, again('P-1', 21), conflict('chargeback', 'X-1', 20, 21))
  })

  it('of a credit note stands for its item, its amount and its kind', () => {
    const note = credit('2026-01-10', 'N-1', 'I-1', 50)
    const refused = conflict('credit', 'N-1', 50)
    twice([invoice, other], note, credit('2026-01-10', 'N-1', 'I-2', 50), refused)
    twice([invoice, other], note, storeCredit('2026-01-10', 'N-1', 50), refused)
    twice([], storeCredit('2026-01-10', 'N-1', 50), recordNote('N-1', null, 50), refused)
  })

  it('of an assignment stands for its item and its partner', () => {
    const first = assign('2026-01-10', 'AS-1', 'I-1')
    const refused = conflict('assignment', 'AS-1', 1000)
    twice([invoice, other], first, assign('2026-01-10', 'AS-1', 'I-2'), refused)
    twice([invoice, other], first, { ...first, partnerId: partnerId('Riverty') }, refused)
  })

  it('of an item whose day was fixed says nothing of its days any more', () => {
    accounts(invoice, fixDue('2026-01-05', 'D-1', 'I-1', 1, '2026-03-10'))
      .when(open('2026-01-01', 'I-1', [600, '2026-01-20'], [400, '2026-03-28']))
      .thenNothing()
  })

  it('of a change stands for what it did', () => {
    const day = (dueOn: string) => fixDue('2026-01-05', 'D-1', 'I-1', 1, dueOn)
    twice([invoice], day('2026-03-10'), day('2026-03-11'), conflict('change', 'D-1', 0))
    const back = (amountMinor: number) => takeRecourse('2026-02-05', 'T-1', 'AS-1', amountMinor)
    const passed = [invoice, assign('2026-01-10', 'AS-1', 'I-1')]
    twice(passed, back(30), back(31), conflict('change', 'T-1', 0))
    const money = receive('2026-01-05', 'P-1', 60, toNone)
    twice(
      [invoice, other, money],
      useBalance('2026-01-06', 'B-1', 'I-1'),
      useBalance('2026-01-06', 'B-1', 'I-2'),
      conflict('change', 'B-1', 0),
    )
  })
})

const recordNote = (id: string, item: string | null, amountMinor: number): ReceivablesCommand => ({
  type: 'RecordCreditNote',
  ...about('2026-01-10'),
  creditId: creditId(id),
  itemId: item === null ? null : itemId(item),
  amountMinor: minorUnits(amountMinor),
  reason: null,
})
const recordReversal = (on: string, id: string, payment: string): ReceivablesCommand => ({
  type: 'RecordReversal',
  ...about(on),
  changeId: changeId(id),
  paymentId: paymentId(payment),
  reason: null,
})
const recordRefund = (on: string, id: string, payment: string | null, amountMinor: number) =>
  ({
    type: 'RecordRefund',
    ...about(on),
    refundId: refundId(id),
    from: payment === null ? null : { kind: 'cash', paymentId: paymentId(payment) },
    amountMinor: minorUnits(amountMinor),
  }) satisfies ReceivablesCommand
const recordChargeback = (on: string, id: string, payment: string, amountMinor: number) =>
  ({
    ...chargeBack(on, id, payment, amountMinor),
    type: 'RecordChargeback',
    chargebackId: chargebackId(id),
  }) satisfies ReceivablesCommand

describe('a fact from elsewhere', () => {
  it('that is a credit note without an item is credit balance, and with one goes to it first', () => {
    const { state } = life(invoice, recordNote('N-1', null, 50), recordNote('N-2', 'I-1', 70))
    expect(sums(state)).toBe('open 930 unapplied 0 credit 50 turnover 1120')
    expect(purse(state)).toEqual([
      'N-1 creditNote 50: left 50 held 0; free 2026-01-10 of none',
      'N-2 creditNote 70: left 0 held 0; free 2026-01-10 of I-1; I-1 70 2026-01-10',
    ])
  })

  it('that is a refund beyond its source opens an item over the rest, and over nothing none', () => {
    const money = receive('2026-01-05', 'P-1', 60, toNone)
    const ends = (...commands: ReadonlyArray<ReceivablesCommand>) => {
      const { state, last } = life(...commands)
      return [sums(state), ...last.map((line) => line.split(':')[0])]
    }
    expect(ends(money, recordRefund('2026-01-06', 'R-1', 'P-1', 60))).toEqual([
      'open 0 unapplied 0 credit 0 turnover 120',
      '01-06 RefundIssued',
    ])
    expect(ends(money, recordRefund('2026-01-06', 'R-1', 'P-1', 61))).toEqual([
      'open 1 unapplied 0 credit 0 turnover 122',
      '01-06 RefundIssued',
      '01-06 ItemOpened',
      '01-06 RefundIssued',
    ])
    expect(ends(money, recordRefund('2026-01-06', 'R-1', 'P-1', 0))).toEqual([
      'open 0 unapplied 60 credit 0 turnover 60',
      '01-06 RefundIssued',
    ])
    expect(ends(money, recordRefund('2026-01-06', 'R-1', null, 5))).toEqual([
      'open 5 unapplied 60 credit 0 turnover 70',
      '01-06 ItemOpened',
      '01-06 RefundIssued',
    ])
    const gone = [money, refundCash('2026-01-06', 'R-0', 'P-1', 60)]
    expect(ends(...gone, recordRefund('2026-01-07', 'R-1', 'P-1', 7))).toEqual([
      'open 7 unapplied 0 credit 0 turnover 134',
      '01-07 ItemOpened',
      '01-07 RefundIssued',
    ])
  })

  it('that is a reversal takes what is there, and opens an item over what had gone out before', () => {
    const past = [
      receive('2026-01-05', 'P-1', 100, toNone),
      refundCash('2026-01-06', 'R-1', 'P-1', 30),
      chargeBack('2026-01-07', 'X-1', 'P-1', 20),
    ]
    const { state } = life(...past, recordReversal('2026-01-10', 'V-1', 'P-1'))
    expect(sums(state)).toBe('open 50 unapplied 0 credit 0 turnover 250')
    expect(purse(state)).toEqual([
      'P-1 100: left 0 held 0; refunded 30 charged back 20; reversed 50 free 2026-01-05 for any',
    ])
    // A second reversal takes nothing and opens nothing.
    const again = life(
      ...past,
      recordReversal('2026-01-10', 'V-1', 'P-1'),
      recordReversal('2026-01-11', 'V-2', 'P-1'),
    )
    expect(sums(again.state)).toBe(sums(state))
  })

  it('that is a chargeback within what was paid opens no item to be explained', () => {
    const money = receive('2026-01-05', 'P-1', 100, toNone)
    const whole = life(money, recordChargeback('2026-01-07', 'X-1', 'P-1', 100))
    expect([sums(whole.state), book(whole.state)]).toEqual([
      'open 0 unapplied 0 credit 0 turnover 200',
      [],
    ])
    const beyond = life(money, recordChargeback('2026-01-07', 'X-1', 'P-1', 101))
    expect(sums(beyond.state)).toBe('open 1 unapplied 0 credit 0 turnover 203')
  })
})

describe('a chargeback that is won', () => {
  it('puts back only what is still open and still given up', () => {
    const paid = [invoice, receive('2026-01-05', 'P-1', 1000)]
    const reopened = life(
      ...paid,
      chargeBack('2026-01-10', 'X-1', 'P-1', 300),
      receive('2026-01-12', 'P-2', 250, named('I-1')),
      winChargeback('2026-01-20', 'X-1'),
    )
    expect(sums(reopened.state)).toBe('open 0 unapplied 250 credit 0 turnover 2850')
    const givenUp = life(
      ...paid,
      chargeBack('2026-01-10', 'X-1', 'P-1', 300, 'writeOff'),
      receive('2026-01-12', 'P-2', 300, toNone),
      {
        ...recover('2026-01-13', 'L', 'P-2'),
        writeOffId: writeOffId('chargeback:["X-1","I-1"]'),
      },
      winChargeback('2026-01-20', 'X-1'),
    )
    expect(sums(givenUp.state)).toBe('open 0 unapplied 300 credit 0 turnover 2900')
  })

  it('pays nothing where its item was paid otherwise', () => {
    const { last } = life(
      invoice,
      receive('2026-01-05', 'P-1', 1000),
      chargeBack('2026-01-10', 'X-1', 'P-1', 300),
      receive('2026-01-12', 'P-2', 300, named('I-1')),
      winChargeback('2026-01-20', 'X-1'),
    )
    expect(last).toEqual(['01-20 ChargebackReversed: P-1 X-1 300'])
  })
})

describe('a credit note', () => {
  it('is at most what was charged, with costs, fees and interest, less losses and assignments', () => {
    const past = [
      invoice,
      charge('2026-01-10', 'C-1', 'I-1', 50),
      assess('2026-02-20', 'F-1', 'I-1'),
    ]
    accounts(...past)
      .when(credit('2026-03-01', 'N-1', 'I-1', 1116))
      .thenRejected({
        type: 'CreditAboveCharged',
        itemId: itemId('I-1'),
        chargedMinor: 1115,
        creditedMinor: 0,
        offeredMinor: 1116,
      })
    const paid = receive('2026-02-21', 'P-1', 15, named('I-1'))
    accounts(...past, paid, assign('2026-02-22', 'AS-1', 'I-1'))
      .when(credit('2026-03-01', 'N-1', 'I-1', 16))
      .thenRejected({
        type: 'CreditAboveCharged',
        itemId: itemId('I-1'),
        chargedMinor: 15,
        creditedMinor: 0,
        offeredMinor: 16,
      })
    accounts(...past, paid, writeOff('2026-02-22', 'L-1', 'I-1'))
      .when(credit('2026-03-01', 'N-1', 'I-1', 16))
      .thenRejected({
        type: 'CreditAboveCharged',
        itemId: itemId('I-1'),
        chargedMinor: 15,
        creditedMinor: 0,
        offeredMinor: 16,
      })
  })
})

describe('a bounce fee', () => {
  it('comes onto its item after the cash has left it, and is due with what is open first', () => {
    const fee = {
      ruleId: rule.ruleId,
      itemId: itemId('I-1'),
      chargeId: chargeId('B-1'),
      amountMinor: minorUnits(4),
    }
    const { last, state } = life(invoice, receive('2026-01-05', 'P-1', 700), {
      ...bounce('2026-01-10', 'V-1', 'P-1'),
      fee,
    })
    expect(last).toEqual([
      '01-10 PaymentUnapplied: P-1 I-1 V-1 reversal 700 2026-01-31',
      '01-10 PaymentReversed: P-1 V-1 700',
      '01-10 BounceFeeAssessed: I-1 B-1 P-1 ten percent 4 2026-01-31',
    ])
    expect(book(state)).toEqual([
      'I-1 1004 (costs 0 fees 4 interest 0 principal 1000) due 2026-01-31: 1=600@2026-01-31 charges=4@2026-01-31 2=400@2026-02-28',
    ])
  })
})

describe('a refusal in words', () => {
  const { explain } = receivablesRoom
  it('says of a conflict whether amounts or other content differ', () => {
    expect(explain(conflict('item', 'I-1', 100))).toBe(
      'The item I-1 is recorded already, with other content.',
    )
    expect(explain(conflict('item', 'I-1', 100, 101))).toBe(
      'The item I-1 is recorded with 100 minor units, and was offered with 101.',
    )
  })

  it('names the item and the day where there is one', () => {
    expect(explain({ type: 'NothingOpen', itemId: null })).toBe(
      'Nothing is open to take the amount.',
    )
    expect(explain({ type: 'NothingOpen', itemId: itemId('I-1') })).toBe(
      'Nothing is open on item I-1.',
    )
    const day = civilDate('2026-02-10')
    expect(explain({ type: 'NotYetLate', itemId: itemId('I-1'), dueFrom: null })).toBe(
      'Item I-1 has no due day yet, so no late fee can be due.',
    )
    expect(explain({ type: 'NotYetLate', itemId: itemId('I-1'), dueFrom: day })).toBe(
      'The next late fee on item I-1 is due from 2026-02-10.',
    )
    expect(explain({ type: 'FeesArePaused', itemId: itemId('I-1'), until: null })).toBe(
      'Late fees on item I-1 are paused.',
    )
    expect(explain({ type: 'FeesArePaused', itemId: itemId('I-1'), until: day })).toBe(
      'Late fees on item I-1 are paused until 2026-02-10.',
    )
  })
})

describe('a refund that failed twice over', () => {
  it('is known, and moves nothing', () => {
    const past = [
      receive('2026-01-05', 'P-1', 100, toNone),
      refundCash('2026-01-06', 'R-1', 'P-1', 30),
      refundFailed('2026-01-08', 'R-1'),
    ]
    accounts(...past)
      .when(refundFailed('2026-01-09', 'R-1'))
      .thenNothing()
  })
})
