import { describe, expect, it } from 'vitest'
import { allBy, type ReceivablesCommand } from '../src/receivables/index.ts'
import { itemId, paymentId, writeOffId } from '../src/shared/index.ts'
import { applyCredit, recordReversal } from './receivables-elsewhere-words.ts'
import {
  collect,
  failed,
  offer,
  pending,
  storeCredit,
  takeDiscount,
  useBalance,
  writeOffResidue,
} from './receivables-more-words.ts'
import { life } from './receivables-told.ts'
import {
  allocate,
  credit,
  named,
  open,
  receive,
  recover,
  refundCash,
  unapply,
  writeOff,
} from './receivables-words.ts'
import { accounts, invoice, refused, paid } from './receivables-refused.ts'

describe('money that is to be set against items', () => {
  const closed = { type: 'NothingOpen', itemId: itemId('I-1') } as const

  it('needs one that is open, among those named or at all', () => {
    refused(paid, allocate('2026-01-11', 'A-1', 'P-1', named('I-1')), closed)
    refused(paid, allocate('2026-01-11', 'A-1', 'P-1', allBy('oldestDue')), {
      type: 'NothingOpen',
      itemId: null,
    })
    const granted = [...paid, storeCredit('2026-01-11', 'N-1', 20)]
    refused(granted, applyCredit('2026-01-12', 'AC-1', 'N-1', named('I-1')), closed)
    refused(granted, useBalance('2026-01-12', 'B-1', 'I-1'), closed)
  })

  it('must be there', () => {
    const used = [invoice, receive('2026-01-10', 'P-1', 60)]
    const nothing = { type: 'NothingUnapplied', paymentId: paymentId('P-1') } as const
    refused(used, allocate('2026-01-11', 'A-1', 'P-1', named('I-1')), nothing)
    const lost = [...used, writeOff('2026-03-01', 'L-1', 'I-1')]
    refused(lost, recover('2026-04-01', 'L-1', 'P-1'), nothing)
    refused(used, useBalance('2026-01-12', 'B-1', 'I-1'), {
      type: 'NoBalance',
      itemId: itemId('I-1'),
    })
  })

  it('waits for a payment under way that names no item, and no longer than it is under way', () => {
    const granted = [invoice, storeCredit('2026-01-05', 'N-1', 20)]
    const use = useBalance('2026-01-12', 'B-1', 'I-1')
    refused([...granted, pending('2026-01-06', 'P-1', 50)], use, {
      type: 'PaymentIsPending',
      paymentId: paymentId('P-1'),
      itemId: itemId('I-1'),
    })
    const came = receive('2026-01-07', 'P-1', 50)
    const { last } = life(...granted, pending('2026-01-06', 'P-1', 50), came, use)
    expect(last).toEqual(['01-05 CreditApplied: N-1 I-1 B-1 balance 20'])
  })

  it('passes over an item that a payment under way may pay, where another takes it', () => {
    const { last } = life(
      invoice,
      open('2026-01-02', 'I-2', [100, '2026-01-31']),
      storeCredit('2026-01-05', 'N-1', 20),
      pending('2026-01-06', 'P-1', 50, 'I-1'),
      applyCredit('2026-01-07', 'AC-1', 'N-1', named('I-1', 'I-2')),
    )
    expect(last).toEqual(['01-05 CreditApplied: N-1 I-2 AC-1 named 20'])
  })
})

describe('nothing', () => {
  it('is no credit, and no cash at the door', () => {
    const nothing = { type: 'ZeroAmount' } as const
    refused([invoice], credit('2026-01-10', 'N-1', 'I-1', 0), nothing)
    refused([invoice], storeCredit('2026-01-10', 'N-1', 0), nothing)
    refused([invoice], collect('2026-01-10', 'P-1', 'I-1', 0), nothing)
  })

  it('is not written off, not even as a residue, and no more is recovered than was', () => {
    const closed = { type: 'NothingOpen', itemId: itemId('I-1') } as const
    refused(paid, writeOffResidue('2026-03-01', 'L-1', 'I-1', 5), closed)
    const recovered = [
      invoice,
      writeOff('2026-03-01', 'L-1', 'I-1'),
      receive('2026-04-01', 'P-1', 100),
      recover('2026-04-02', 'L-1', 'P-1'),
      receive('2026-04-03', 'P-2', 100),
    ]
    refused(recovered, recover('2026-04-04', 'L-1', 'P-2'), {
      type: 'NothingToRecover',
      writeOffId: writeOffId('L-1'),
    })
  })

  it('is open of an instalment that its item does not have, so no discount is given on it', () => {
    const odd = {
      ...invoice,
      earlyPay: [{ ...offer(200, 100, '2026-01-20'), instalment: 2 }],
    }
    const past = [odd, receive('2026-01-10', 'P-1', 60)]
    refused(
      past,
      { ...takeDiscount('2026-01-11', 'D-1', 'I-1', 'P-1'), instalment: 2 },
      {
        type: 'NothingOpen',
        itemId: itemId('I-1'),
      },
    )
  })
})

describe('a change that was made before', () => {
  it('makes nothing happen again', () => {
    const again = (past: ReadonlyArray<ReceivablesCommand>, command: ReceivablesCommand): void => {
      accounts(...past, command)
        .when(command)
        .thenNothing()
    }
    again(paid, unapply('2026-01-11', 'U-1', 'P-1', 'I-1'))
    again(paid, refundCash('2026-01-11', 'RF-1', 'P-1', 30))
    again([receive('2026-01-10', 'P-1', 30)], recordReversal('2026-01-11', 'R-1', 'P-1'))
    const lost = [invoice, writeOff('2026-03-01', 'L-1', 'I-1'), receive('2026-04-01', 'P-1', 130)]
    again(lost, recover('2026-04-02', 'L-1', 'P-1'))
  })

  it('is known by what it did', () => {
    const took = [
      ...paid,
      receive('2026-01-11', 'P-2', 5),
      unapply('2026-01-12', 'U-1', 'P-1', 'I-1'),
    ]
    refused(took, unapply('2026-01-13', 'U-1', 'P-2', 'I-1'), {
      type: 'ConflictingDuplicate',
      what: 'change',
      id: 'U-1',
      recordedMinor: 0,
      offeredMinor: 0,
    })
  })
})

describe('a collection', () => {
  it('that is told again with another amount is a conflict', () => {
    const conflict = {
      type: 'ConflictingDuplicate',
      what: 'payment',
      id: 'P-1',
      recordedMinor: 50,
      offeredMinor: 60,
    } as const
    refused([pending('2026-01-06', 'P-1', 50)], pending('2026-01-07', 'P-1', 60, null, 1), conflict)
    refused([pending('2026-01-06', 'P-1', 50)], failed('2026-01-07', 'P-1', 60, null, 1), conflict)
  })
})
