import { describe, expect, it } from 'vitest'
import { type ReceivablesCommand } from '../src/receivables/index.ts'
import { recordReversal } from './receivables-elsewhere-words.ts'
import { chargeBack, offer, refundFailed, winChargeback } from './receivables-more-words.ts'
import { life } from './receivables-told.ts'
import {
  allocate,
  bounce,
  named,
  open,
  receive,
  receiveFor,
  refundCash,
  unapply,
} from './receivables-words.ts'

/** Which payments wait for which item. */
const waiting = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  [...life(...commands).state.earmarked].map(
    ([itemId, payments]) => `${itemId}: ${payments.join(' ')}`,
  )
const three = [
  receiveFor('2026-01-01', 'P-1', 10, 'I-9'),
  receiveFor('2026-01-02', 'P-2', 10, 'I-9'),
  receiveFor('2026-01-03', 'P-3', 10, 'I-9'),
]
const none: ReadonlyArray<string> = []

describe('cash that was named for an item to come', () => {
  it('waits for it, down to one unit, until none of it is left', () => {
    expect(waiting(...three)).toEqual(['I-9: P-1 P-2 P-3'])
    expect(waiting(...three, refundCash('2026-01-04', 'RF-1', 'P-2', 9))).toEqual([
      'I-9: P-1 P-2 P-3',
    ])
    expect(waiting(...three, refundCash('2026-01-04', 'RF-1', 'P-2', 10))).toEqual(['I-9: P-1 P-3'])
    expect(waiting(...three, bounce('2026-01-04', 'R-1', 'P-1'))).toEqual(['I-9: P-2 P-3'])
    expect(waiting(...three, chargeBack('2026-01-04', 'X-1', 'P-3', 10))).toEqual(['I-9: P-1 P-2'])
    const [first] = three
    if (first === undefined) throw new Error('three payments')
    expect(waiting(first, bounce('2026-01-04', 'R-1', 'P-1'))).toEqual(none)
  })

  it('waits again once it is back, behind the others, and once only', () => {
    const refunded = [...three, refundCash('2026-01-04', 'RF-1', 'P-1', 10)]
    expect(waiting(...refunded, refundFailed('2026-01-05', 'RF-1'))).toEqual(['I-9: P-2 P-3 P-1'])
    const taken = [...three, chargeBack('2026-01-04', 'X-1', 'P-1', 4)]
    expect(waiting(...taken, winChargeback('2026-01-05', 'X-1'))).toEqual(['I-9: P-1 P-2 P-3'])
  })

  it('takes nobody else’s place where it is taken back twice', () => {
    const out = [...three.slice(0, 2), refundCash('2026-01-04', 'RF-1', 'P-2', 10)]
    expect(waiting(...out)).toEqual(['I-9: P-1'])
    expect(waiting(...out, recordReversal('2026-01-05', 'R-1', 'P-2'))).toEqual(['I-9: P-1'])
  })

  it('may be used on another item, and waits again when it is taken back from there', () => {
    const used = [
      ...three,
      open('2026-01-04', 'I-1', [10, '2026-01-31']),
      allocate('2026-01-05', 'A-1', 'P-2', named('I-1')),
    ]
    expect(waiting(...used)).toEqual(['I-9: P-1 P-3'])
    expect(waiting(...used, unapply('2026-01-06', 'U-1', 'P-2', 'I-1'))).toEqual([
      'I-9: P-1 P-3 P-2',
    ])
  })

  it('waits no more once its payer took it back from that very item, and the others do', () => {
    const opened = open('2026-01-04', 'I-9', [15, '2026-01-31'])
    expect(waiting(...three, opened)).toEqual(['I-9: P-2 P-3'])
    expect(waiting(...three, opened, unapply('2026-01-05', 'U-1', 'P-2', 'I-9'))).toEqual([
      'I-9: P-3',
    ])
    const alone = [receiveFor('2026-01-01', 'P-1', 20, 'I-9'), opened]
    expect(waiting(...alone)).toEqual(['I-9: P-1'])
    expect(waiting(...alone, unapply('2026-01-05', 'U-1', 'P-1', 'I-9'))).toEqual(none)
  })

  it('is the first of several named items that is still to come', () => {
    const known = open('2026-01-01', 'I-1', [10, '2026-01-31'])
    expect(waiting(known, receive('2026-01-02', 'P-1', 30, named('I-1', 'I-2', 'I-3')))).toEqual([
      'I-2: P-1',
    ])
    expect(waiting(known, receive('2026-01-02', 'P-1', 30, named('I-1')))).toEqual(['I-1: P-1'])
  })

  it('of one day pays by name, whatever came first', () => {
    const { last } = life(
      receiveFor('2026-01-01', 'P-2', 10, 'I-1'),
      receiveFor('2026-01-01', 'P-3', 10, 'I-1'),
      receiveFor('2026-01-01', 'P-1', 10, 'I-1'),
      open('2026-01-05', 'I-1', [25, '2026-01-31']),
    )
    expect(last.slice(1)).toEqual([
      '01-05 PaymentApplied: P-1 I-1 earmark 10',
      '01-05 PaymentApplied: P-2 I-1 earmark 10',
      '01-05 PaymentApplied: P-3 I-1 earmark 5',
    ])
  })

  it('earns the discount of an item that it came before', () => {
    const { last } = life(receiveFor('2026-01-01', 'P-1', 98, 'I-1'), {
      ...open('2026-01-05', 'I-1', [100, '2026-01-31']),
      earlyPay: [offer(200, 100, '2026-01-15')],
    })
    expect(last.slice(1)).toEqual([
      '01-05 PaymentApplied: P-1 I-1 earmark 98',
      '01-05 EarlyDiscountTaken: I-1 1 P-1 200 2026-01-15 2',
    ])
  })
})
