import { describe, expect, it } from 'vitest'
import {
  civilDate,
  itemId,
  minorUnits,
  noFeeCaps,
  paymentId,
  refundId,
} from '../src/shared/index.ts'
import { recordItem, recordRefund, recordReversal } from './receivables-elsewhere-words.ts'
import { chargeBack, refundFailed, winChargeback } from './receivables-more-words.ts'
import { life } from './receivables-told.ts'
import {
  allocate,
  assess,
  bounce,
  charge,
  named,
  open,
  receive,
  refundCash,
  rule,
} from './receivables-words.ts'
import { accounts, invoice, refused, paid } from './receivables-refused.ts'

describe('a refund', () => {
  it('is not paid from a payment that bounced', () => {
    const bounced = [...paid, bounce('2026-01-20', 'R-1', 'P-1')]
    refused(bounced, refundCash('2026-01-21', 'RF-1', 'P-1', 1), {
      type: 'PaymentIsReversed',
      paymentId: paymentId('P-1'),
    })
  })

  it('that went out of a source only in part cannot fail into it, nor one that had no source', () => {
    const noSource = { type: 'RefundHasNoSource', refundId: refundId('RF-1') } as const
    const partly = [...paid, recordRefund('2026-01-12', 'RF-1', { cash: 'P-1' }, 50)]
    refused(partly, refundFailed('2026-01-13', 'RF-1'), noSource)
    refused(
      [recordRefund('2026-01-12', 'RF-1', null, 0)],
      refundFailed('2026-01-13', 'RF-1'),
      noSource,
    )
  })
})

describe('sums that could leave the safe integers', () => {
  const half = (Number.MAX_SAFE_INTEGER - 1) / 2

  it('are turned down, and those that cannot are not', () => {
    const tooMuch = { type: 'AmountOutOfRange', amountMinor: half } as const
    const received = receive('2026-01-10', 'P-1', half)
    expect(life(received).last).toEqual([`01-10 PaymentReceived: P-1 ${half}`])
    refused([received], receive('2026-01-11', 'P-2', half), tooMuch)
    refused([received], refundCash('2026-01-11', 'RF-1', 'P-1', half), tooMuch)
    refused(
      [received],
      { ...refundCash('2026-01-11', 'RF-1', 'P-1', half), type: 'RequestRefund', reason: null },
      tooMuch,
    )
  })

  it('count all fees that one day brings', () => {
    const large = open('2026-01-01', 'I-1', [4_000_000_000_000_000, '2026-01-31'])
    const whole = { ...rule, fee: { kind: 'percent', basisPoints: 10_000 }, maxTimes: 1 } as const
    refused([large], assess('2026-03-01', 'F-1', 'I-1', whole), {
      type: 'AmountOutOfRange',
      amountMinor: 4_000_000_000_000_000,
    })
  })
})

describe('an item from elsewhere', () => {
  it('over nothing stands for itself, and is no charge that may still be completed', () => {
    const empty = recordItem('2026-01-01', 'I-1', 'invoice', [0, '2026-01-31'])
    refused([empty], recordItem('2026-01-02', 'I-1', 'invoice', [100, '2026-01-31']), {
      type: 'ConflictingDuplicate',
      what: 'item',
      id: 'I-1',
      recordedMinor: 0,
      offeredMinor: 100,
    })
  })

  it('that says nothing is opened once, and adds nothing to one that a charge opened', () => {
    const silent = recordItem('2026-01-01', 'I-1', 'charge', [0, null])
    expect(life(silent).last).toEqual([
      '01-01 ItemOpened: I-1 charge 0 ([instalment:1,amount:0,dueOn:null]) ([])',
    ])
    accounts(silent).when(silent).thenNothing()
    accounts(charge('2026-01-01', 'C-1', 'I-1', 5))
      .when(silent)
      .thenNothing()
  })
})

describe('a chargeback that was won', () => {
  it('makes a payment good again that was taken back whole meanwhile', () => {
    const { last } = life(
      receive('2026-01-05', 'P-1', 100),
      chargeBack('2026-01-06', 'X-1', 'P-1', 40),
      recordReversal('2026-01-07', 'R-1', 'P-1'),
      winChargeback('2026-01-08', 'X-1'),
      open('2026-01-09', 'I-1', [100, '2026-01-31']),
      allocate('2026-01-10', 'A-1', 'P-1', named('I-1')),
    )
    expect(last).toEqual(['01-09 PaymentApplied: P-1 I-1 A-1 named 40'])
  })
})

describe('a late fee that is not due', () => {
  const once = { ...rule, repeatEveryDays: null, maxTimes: null }
  const notYet = (dueFrom: string | null) =>
    ({
      type: 'NotYetLate',
      itemId: itemId('I-1'),
      dueFrom: dueFrom === null ? null : civilDate(dueFrom),
    }) as const
  const exhausted = { type: 'FeeCapReached', itemId: itemId('I-1') } as const

  it('has no day where its item has none, though it would be asked once only', () => {
    refused(
      [open('2026-01-01', 'I-1', [100, null])],
      assess('2026-06-01', 'F-1', 'I-1', once),
      notYet(null),
    )
  })

  it('was had, whatever the day is on which one asks again', () => {
    const had = [invoice, assess('2026-03-10', 'F-1', 'I-1')]
    refused(had, assess('2026-02-11', 'F-2', 'I-1'), exhausted)
  })

  it('has no room under a cap, though its rule has more of them to come', () => {
    const little = { ...rule, maxTimes: 3, caps: { ...noFeeCaps, perItemMinor: minorUnits(10) } }
    const had = [invoice, assess('2026-02-08', 'F-1', 'I-1', little)]
    refused(had, assess('2026-03-10', 'F-2', 'I-1', little), exhausted)
  })

  it('can come no more once its last day has passed', () => {
    const settled = [invoice, assess('2026-02-08', 'F-1', 'I-1'), receive('2026-02-09', 'P-1', 110)]
    refused(settled, assess('2026-06-01', 'F-2', 'I-1'), exhausted)
  })

  it('comes on a later day where that of today rounds to nothing, though one unit is open', () => {
    const tiny = open('2026-01-01', 'I-1', [1, '2026-01-31'])
    refused([tiny], assess('2026-02-08', 'F-1', 'I-1'), notYet('2026-03-10'))
    refused([tiny], assess('2026-02-07', 'F-1', 'I-1'), notYet('2026-02-08'))
  })
})
