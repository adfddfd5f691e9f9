import { describe, expect, it } from 'vitest'
import { openItems, type ReceivablesCommand } from '../src/receivables/index.ts'
import { chargeId, civilDate, itemId, minorUnits, text } from '../src/shared/index.ts'
import { applyCredit, recordRefund, recordReversal } from './receivables-elsewhere-words.ts'
import {
  assign,
  chargeBack,
  collect,
  storeCredit,
  takeRecourse,
  useBalance,
  winChargeback,
  writeOffResidue,
} from './receivables-more-words.ts'
import { life } from './receivables-told.ts'
import {
  allocate,
  bounce,
  charge,
  credit,
  named,
  open,
  receive,
  receiveFor,
  recover,
  waive,
  writeOff,
} from './receivables-words.ts'

// The smallest amounts there are: one unit is money, and nothing is not.

const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])
const cent = open('2026-01-01', 'I-1', [1, '2026-01-31'])
const last = (...commands: ReadonlyArray<ReceivablesCommand>) => life(...commands).last
const bounceWithFee = (amountMinor: number) => ({
  ...bounce('2026-01-20', 'R-1', 'P-1'),
  fee: {
    ruleId: text('returned'),
    itemId: itemId('I-1'),
    chargeId: chargeId('BF-1'),
    amountMinor: minorUnits(amountMinor),
  },
})

describe('one unit', () => {
  it('that is left over pays, as cash and as credit', () => {
    const leftOver = [receive('2026-01-05', 'P-1', 1), storeCredit('2026-01-06', 'N-1', 1), invoice]
    expect(last(...leftOver, useBalance('2026-01-12', 'B-1', 'I-1'))).toEqual([
      '01-05 PaymentApplied: P-1 I-1 B-1 balance 1',
      '01-06 CreditApplied: N-1 I-1 B-1 balance 1',
    ])
    expect(last(...leftOver, allocate('2026-01-12', 'A-1', 'P-1', named('I-1')))).toEqual([
      '01-05 PaymentApplied: P-1 I-1 A-1 named 1',
    ])
    expect(last(...leftOver, applyCredit('2026-01-12', 'AC-1', 'N-1', named('I-1')))).toEqual([
      '01-06 CreditApplied: N-1 I-1 AC-1 named 1',
    ])
  })

  it('that is open is paid, assigned, given up and credited', () => {
    const cash = receive('2026-01-05', 'P-1', 5)
    expect(last(cash, cent, allocate('2026-01-12', 'A-1', 'P-1', named('I-1')))).toEqual([
      '01-05 PaymentApplied: P-1 I-1 A-1 named 1',
    ])
    expect(last(cash, cent, useBalance('2026-01-12', 'B-1', 'I-1'))).toEqual([
      '01-05 PaymentApplied: P-1 I-1 B-1 balance 1',
    ])
    const assigned = life(cent, assign('2026-01-12', 'AS-1', 'I-1'))
    expect(assigned.last).toEqual(['01-12 ReceivableAssigned: I-1 AS-1 Klarna conditional 1'])
    expect(openItems(assigned.state)).toEqual([])
    expect(last(cent, writeOffResidue('2026-03-01', 'L-1', 'I-1', 5))).toEqual([
      '03-01 ItemWrittenOff: I-1 L-1 smallBalance 1',
    ])
    expect(last(cent, credit('2026-01-12', 'N-1', 'I-1', 1))).toEqual([
      '01-12 CreditBalanceIncreased: N-1 creditNote I-1 1',
      '01-12 CreditApplied: N-1 I-1 own 1',
    ])
  })

  it('is room for cash that came before it', () => {
    expect(
      last(receiveFor('2026-01-01', 'P-1', 5, 'I-1'), {
        ...cent,
        effectiveOn: civilDate('2026-02-01'),
      }),
    ).toEqual([
      '02-01 ItemOpened: I-1 invoice 1 ([instalment:1,amount:1,dueOn:2026-01-31]) ([])',
      '02-01 PaymentApplied: P-1 I-1 earmark 1',
    ])
  })

  it('is room from its own day on', () => {
    const later = { ...cent, effectiveOn: civilDate('2026-02-01') }
    expect(last(later, receive('2026-01-05', 'P-1', 1))[1]).toBe(
      '02-01 PaymentApplied: P-1 I-1 oldestDue 1',
    )
  })

  it('handed over at the door is cash', () => {
    expect(last(invoice, collect('2026-01-10', 'P-1', 'I-1', 1))).toEqual([
      '01-10 PaymentReceived: P-1 1 I-1 2026-01-10 2026-01-10',
      '01-10 PaymentApplied: P-1 I-1 named 1',
      '01-10 CashCollected: P-1 I-1 100 1',
    ])
  })

  it('is recovered of a loss, by cash of which one unit is left', () => {
    const lost = [
      open('2026-01-01', 'I-1', [2, '2026-01-31']),
      writeOff('2026-03-01', 'L-1', 'I-1'),
      receive('2026-04-01', 'P-1', 1),
      recover('2026-04-02', 'L-1', 'P-1'),
    ]
    expect(last(...lost)).toEqual(['04-01 WriteOffRecovered: I-1 L-1 P-1 1'])
    const more = [receive('2026-05-01', 'P-2', 5), recover('2026-05-02', 'L-1', 'P-2')]
    expect(last(...lost, ...more)).toEqual(['05-01 WriteOffRecovered: I-1 L-1 P-2 1'])
  })

  it('is lost by a chargeback, given up with it, and put back when it is won', () => {
    const past = [invoice, receive('2026-01-10', 'P-1', 60)]
    const lost = [...past, chargeBack('2026-02-01', 'X-1', 'P-1', 1, 'writeOff')]
    expect(last(...lost)).toEqual([
      '02-01 PaymentUnapplied: P-1 I-1 chargeback 1 2026-01-31',
      '02-01 ItemWrittenOff: I-1 chargeback:["X-1","I-1"] chargeback 1',
      '02-01 PaymentChargedBack: P-1 X-1 writeOff 1 1 ([item:I-1,amount:1,writeOff:chargeback:[\\X-1\\,\\I-1\\]])',
    ])
    expect(last(...lost, winChargeback('2026-02-10', 'X-1'))).toEqual([
      '02-10 ChargebackReversed: P-1 X-1 1',
      '02-10 WriteOffRecovered: I-1 chargeback:["X-1","I-1"] P-1 1',
    ])
  })

  it('is the agreed fee of a payment that bounces', () => {
    expect(last(invoice, receive('2026-01-10', 'P-1', 100), bounceWithFee(1)).at(-1)).toBe(
      '01-20 BounceFeeAssessed: I-1 BF-1 P-1 returned 1 2026-01-31',
    )
  })

  it('that had gone out before a reversal from elsewhere went out twice', () => {
    const past = [receive('2026-01-05', 'P-1', 5)]
    expect(last(...past, recordReversal('2026-01-20', 'R-1', 'P-1'))).toEqual([
      '01-20 PaymentReversed: P-1 R-1 5',
    ])
    const out = recordRefund('2026-01-06', 'RF-1', { cash: 'P-1' }, 1)
    expect(last(...past, out, recordReversal('2026-01-20', 'R-1', 'P-1'))).toEqual([
      '01-20 PaymentReversed: P-1 R-1 4',
      '01-20 ItemOpened: suspense:reversal:R-1 suspense 1 ([instalment:1,amount:1,dueOn:null]) ([])',
      '01-20 RefundIssued: reversal:R-1 (kind:suspense,item:suspense:reversal:R-1) 1',
    ])
  })

  it('in its source is paid back from there, and only the rest is to be explained', () => {
    const past = [receive('2026-01-05', 'P-1', 1)]
    expect(last(...past, recordRefund('2026-01-06', 'RF-1', { cash: 'P-1' }, 5))).toEqual([
      '01-06 RefundIssued: RF-1 (kind:cash,payment:P-1) 1',
      '01-06 ItemOpened: suspense:RF-1 suspense 4 ([instalment:1,amount:4,dueOn:null]) ([])',
      '01-06 RefundIssued: RF-1 (kind:suspense,item:suspense:RF-1) 4',
    ])
  })

  it('of costs comes back due with the first instalment where a partner gives it back', () => {
    const past = [
      open('2026-01-01', 'I-1', [100, '2026-01-31'], [50, '2026-02-28']),
      receive('2026-01-05', 'P-1', 100),
      charge('2026-01-10', 'C-1', 'I-1', 1),
      assign('2026-01-12', 'AS-1', 'I-1'),
      takeRecourse('2026-04-01', 'T-1', 'AS-1', 51),
    ]
    expect(last(...past)).toEqual([
      '04-01 DueDateFixed: I-1 T-1 1 2026-04-01',
      '04-01 DueDateFixed: I-1 T-1 2 2026-04-01',
      '04-01 ReceivableReturned: I-1 AS-1 Klarna T-1 51 2026-04-01',
    ])
  })

  it('that is waived comes back from a credit note of one unit', () => {
    const past = [
      cent,
      receive('2026-01-20', 'P-1', 1),
      bounceWithFee(2),
      credit('2026-02-01', 'N-1', 'I-1', 1),
      credit('2026-02-02', 'N-2', 'I-1', 2),
      waive('2026-02-10', 'W-1', 'I-1', 'BF-1'),
    ]
    expect(last(...past)).toEqual([
      '02-10 CreditUnapplied: N-1 I-1 W-1 1 2026-01-31',
      '02-10 CreditUnapplied: N-2 I-1 W-1 1 2026-01-31',
      '02-10 LateFeeWaived: I-1 BF-1 W-1 2',
    ])
  })
})
