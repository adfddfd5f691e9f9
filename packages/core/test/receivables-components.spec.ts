import { describe, expect, it } from 'vitest'
import { type ReceivablesCommand } from '../src/receivables/index.ts'
import { text } from '../src/shared/index.ts'

import { assign, chargeBack, offer, winChargeback } from './receivables-more-words.ts'
import { book, life, purse } from './receivables-told.ts'
import {
  assess,
  bounce,
  charge,
  credit,
  named,
  open,
  receive,
  receiveFor,
  rule,
  waive,
} from './receivables-words.ts'
import { fee, feeOf } from './receivables-elsewhere-words.ts'

const interest = {
  ...rule,
  ruleId: text('interest'),
  afterDays: 1,
  repeatEveryDays: 1,
  maxTimes: null,
  fee: {
    kind: 'dailyInterest',
    annualRate: { numerator: 3650, denominator: 1000 },
    dayCount: 'actual365',
  },
} as const
/** One percent a day, from the first day after the due day on. */
const assessInterest = (on: string, id: string) => assess(on, id, 'I-1', interest, { graceDays: 0 })
const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])
const costs = charge('2026-01-10', 'C-1', 'I-1', 50)

describe('what is open of an item with costs and fees', () => {
  it('is the principal less what was credited or assigned, and then the costs before the fees', () => {
    const noted = life(invoice, costs, ...fee(10), credit('2026-01-20', 'N-1', 'I-1', 130))
    expect(book(noted.state)).toEqual([
      'I-1 30 (costs 20 fees 10 interest 0 principal 0) due 2026-01-31: 1=30@2026-01-31 charges=0@2026-01-31',
    ])
    const passed = life(invoice, costs, ...fee(10), assign('2026-01-20', 'AS-1', 'I-1'))
    expect(book(passed.state)).toEqual([
      'I-1 0 (costs 0 fees 0 interest 0 principal 0) due 2026-01-31: 1=0@2026-01-31 charges=0@2026-01-31',
    ])
  })

  it('is paid by a payment that names some of it, and of the rest the principal first', () => {
    const { last } = life(invoice, costs, ...fee(10), {
      ...receive('2026-01-20', 'P-1', 155),
      allocation: { ...named('I-1'), components: ['costs'] },
    })
    expect(last.at(-1)).toBe(
      '01-20 PaymentApplied: P-1 I-1 named 155 (costs:50,fees:5,interest:0,principal:100)',
    )
  })

  it('is told of a single unit of costs, of fees, and of interest alone', () => {
    const paid = (...upon: ReadonlyArray<ReceivablesCommand>) =>
      life(invoice, ...upon, receive('2026-02-03', 'P-1', 101)).last.at(-1)
    expect(paid(charge('2026-01-10', 'C-1', 'I-1', 1))).toBe(
      '02-03 PaymentApplied: P-1 I-1 oldestDue 101 (costs:1,fees:0,interest:0,principal:100)',
    )
    expect(paid(...fee(1))).toBe(
      '02-03 PaymentApplied: P-1 I-1 oldestDue 101 (costs:0,fees:1,interest:0,principal:100)',
    )
    expect(paid(assessInterest('2026-02-01', 'F-1'))).toBe(
      '02-03 PaymentApplied: P-1 I-1 oldestDue 101 (costs:0,fees:0,interest:1,principal:100)',
    )
  })

  it('is no part of what a discount for paying early asks for', () => {
    const offered = { ...invoice, earlyPay: [offer(200, 100, '2026-03-01')] }
    const settled = (upon: ReceivablesCommand) =>
      life(offered, upon, receive('2026-02-03', 'P-1', 98)).last.at(-1)
    const taken = '02-03 EarlyDiscountTaken: I-1 1 P-1 200 2026-03-01 2'
    expect(settled(charge('2026-01-10', 'C-1', 'I-1', 1))).toBe(taken)
    expect(settled(assessInterest('2026-02-01', 'F-1'))).toBe(taken)
    const bounced = life(offered, ...fee(1), receive('2026-02-03', 'P-1', 98))
    expect(bounced.last.at(-1)).toBe(taken)
  })
})

describe('a payment that paid costs and fees', () => {
  it('loses of them by a chargeback only what the principal does not cover', () => {
    const { state } = life(
      invoice,
      costs,
      ...fee(10),
      {
        ...receive('2026-01-20', 'P-1', 80),
        allocation: { ...named('I-1'), components: ['fees', 'costs'] },
      },
      chargeBack('2026-02-01', 'X-1', 'P-1', 30),
    )
    expect(purse(state).at(-1)).toBe(
      'P-1 80: left 0 held 0; refunded 0 charged back 30; reversed 0 free 2026-02-01 for any; I-1 50 2026-02-01 (costs:40,fees:10,interest:0,principal:0)',
    )
  })

  it('adds up, where it lost a part of its interest and got it back', () => {
    const lost = [
      invoice,
      assessInterest('2026-02-03', 'F-1'),
      receive('2026-02-04', 'P-1', 103),
      chargeBack('2026-02-05', 'X-1', 'P-1', 102),
    ]
    expect(purse(life(...lost).state)).toEqual([
      'P-1 103: left 0 held 0; refunded 0 charged back 102; reversed 0 free 2026-02-05 for any; I-1 1 2026-02-05 (costs:0,fees:0,interest:1,principal:0)',
    ])
    const { state, last } = life(...lost, winChargeback('2026-02-06', 'X-1'))
    expect(last.at(-1)).toBe(
      '02-06 PaymentApplied: P-1 I-1 restored 102 (costs:0,fees:0,interest:2,principal:100)',
    )
    expect(purse(state)).toEqual([
      'P-1 103: left 0 held 0; refunded 0 charged back 0; reversed 0 free 2026-02-06 for any; I-1 103 2026-02-06 (costs:0,fees:0,interest:3,principal:100)',
    ])
  })

  it('pays interest as interest, where it was named for the item and is left over', () => {
    const { last } = life(
      invoice,
      receive('2026-01-10', 'P-1', 50),
      receiveFor('2026-01-11', 'P-2', 110, 'I-1'),
      bounce('2026-01-20', 'R-1', 'P-1'),
      assessInterest('2026-02-01', 'F-1'),
    )
    expect(last).toEqual([
      '02-01 LateFeeAssessed: I-1 F-1 interest 1 1 interest 1 2026-01-31',
      '02-01 PaymentApplied: P-2 I-1 earmark 51 (costs:0,fees:0,interest:1,principal:50)',
    ])
  })
})

describe('the due day that is told', () => {
  const plan = open('2026-01-01', 'I-1', [400, '2026-01-31'], [30, '2026-02-28'])

  it('of cash that a waiver takes back goes on from payment to payment', () => {
    const { last } = life(
      plan,
      ...fee(40),
      receive('2026-01-20', 'P-1', 455),
      receive('2026-01-21', 'P-2', 15),
      receive('2026-01-22', 'P-3', 5),
      waive('2026-02-10', 'W-1', 'I-1', 'BF-1'),
    )
    expect(last).toEqual([
      '02-10 PaymentUnapplied: P-2 I-1 W-1 waiver 15 (costs:0,fees:15,interest:0,principal:0) 2026-02-28',
      '02-10 PaymentUnapplied: P-1 I-1 W-1 waiver 25 (costs:0,fees:25,interest:0,principal:0) 2026-01-31',
      '02-10 LateFeeWaived: I-1 BF-1 W-1 40',
    ])
    const { last: within } = life(
      open('2026-01-01', 'I-1', [400, '2026-01-31'], [100, '2026-02-28']),
      ...fee(40),
      receive('2026-01-20', 'P-1', 530),
      receive('2026-01-21', 'P-2', 10),
      waive('2026-02-10', 'W-1', 'I-1', 'BF-1'),
    )
    expect(within[1]).toBe(
      '02-10 PaymentUnapplied: P-1 I-1 W-1 waiver 30 (costs:0,fees:30,interest:0,principal:0) 2026-02-28',
    )
  })

  it('of a fee for a payment that bounced is that of what is then open first', () => {
    const days = (taken: string, ...more: ReadonlyArray<ReceivablesCommand>) =>
      life(
        open('2026-01-01', 'I-1', [100, '2026-01-31'], [100, '2026-02-28']),
        open('2026-01-01', 'I-2', [50, '2026-01-31']),
        ...more,
        { ...bounce('2026-01-20', 'R-1', taken), fee: feeOf(10) },
      ).last.at(-1)
    const first = '01-20 BounceFeeAssessed: I-1 BF-1 P-2 returned 10 2026-01-31'
    const second = '01-20 BounceFeeAssessed: I-1 BF-1 P-2 returned 10 2026-02-28'
    const to = (id: string, amountMinor: number, item: string) =>
      receive('2026-01-10', id, amountMinor, named(item))
    expect(days('P-2', to('P-2', 100, 'I-1'))).toBe(first)
    expect(days('P-2', to('P-1', 100, 'I-1'), to('P-2', 50, 'I-1'))).toBe(first)
    expect(days('P-2', to('P-1', 110, 'I-1'), to('P-2', 50, 'I-2'))).toBe(second)
    expect(days('P-2', to('P-1', 110, 'I-1'), to('P-2', 90, 'I-1'))).toBe(second)
  })
})
