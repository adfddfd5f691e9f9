import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  creditMinor,
  itemOf,
  openItems,
  openMinor,
  receivablesRoom,
  unappliedMinor,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import {
  chargebackId,
  civilDate,
  fold,
  itemId,
  minorUnits,
  paymentId,
  refundId,
  text,
  writeOffId,
} from '../src/shared/index.ts'
import { about, credit, open, receive, refundCash, writeOff } from './receivables-words.ts'
import {
  chargeBack,
  offer,
  refundCredit,
  refundFailed,
  refundIssued,
  requestRefund,
  winChargeback,
} from './receivables-more-words.ts'

const accounts = given(receivablesRoom)
const after = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  fold(receivablesRoom.decider, reach(receivablesRoom)(commands))
const standing = (...commands: ReadonlyArray<ReceivablesCommand>) => {
  const state = after(...commands)
  const items = Object.fromEntries(openItems(state).map((item) => [item.itemId, openMinor(item)]))
  return { items, unapplied: unappliedMinor(state) }
}
const writtenOff = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  itemOf(after(...commands), itemId('INV-1'))?.writtenOffMinor

const invoice = open('2026-01-01', 'INV-1', [100, '2026-01-31'])
const paid = [invoice, receive('2026-01-20', 'P-1', 100)]

describe('a chargeback', () => {
  it('reopens what the cash had paid, due as it was at first, and says so', () => {
    accounts(...paid)
      .when(chargeBack('2026-03-01', 'CB-1', 'P-1', 100))
      .then(
        {
          type: 'PaymentUnapplied',
          ...about('2026-03-01'),
          paymentId: paymentId('P-1'),
          itemId: itemId('INV-1'),
          changeId: null,
          why: 'chargeback',
          amountMinor: minorUnits(100),
          components: null,
          dueOn: civilDate('2026-01-31'),
        },
        {
          type: 'PaymentChargedBack',
          ...about('2026-03-01'),
          paymentId: paymentId('P-1'),
          chargebackId: chargebackId('CB-1'),
          onChargeback: 'reopen',
          takenMinor: minorUnits(100),
          amountMinor: minorUnits(100),
          reason: null,
          reopened: [{ itemId: itemId('INV-1'), amountMinor: minorUnits(100), writeOffId: null }],
        },
      )
  })

  it('that is won comes to nothing: two facts, and the item is closed [edge 34]', () => {
    const lost = [...paid, chargeBack('2026-03-01', 'CB-1', 'P-1', 100)]
    expect(standing(...lost)).toEqual({ items: { 'INV-1': 100 }, unapplied: 0 })
    const won = [...lost, winChargeback('2026-04-01', 'CB-1')]
    expect(standing(...won)).toEqual({ items: {}, unapplied: 0 })
    accounts(...won)
      .when(winChargeback('2026-04-01', 'CB-1'))
      .thenNothing()
  })

  it('gives what it reopened up at once where the house says so, and recovers it when won', () => {
    const lost = [...paid, chargeBack('2026-03-01', 'CB-1', 'P-1', 100, 'writeOff')]
    expect([standing(...lost), writtenOff(...lost)]).toEqual([{ items: {}, unapplied: 0 }, 100])
    const won = [...lost, winChargeback('2026-04-01', 'CB-1')]
    expect([standing(...won), writtenOff(...won)]).toEqual([{ items: {}, unapplied: 0 }, 0])
    expect([...after(...won).writeOffs.keys()]).toEqual([writeOffId('chargeback:["CB-1","INV-1"]')])
  })

  it('of a part takes what is unapplied first, then the latest application', () => {
    const more = [invoice, receive('2026-01-20', 'P-1', 130)]
    expect(standing(...more, chargeBack('2026-03-01', 'CB-1', 'P-1', 50))).toEqual({
      items: { 'INV-1': 20 },
      unapplied: 0,
    })
  })

  it('takes the early discount back too, and gives it back when it is won', () => {
    const early = [
      { ...invoice, earlyPay: [offer(200, 100, '2026-01-20')] },
      receive('2026-01-20', 'P-1', 98),
      chargeBack('2026-03-01', 'CB-1', 'P-1', 98),
    ]
    expect(standing(...early).items).toEqual({ 'INV-1': 100 })
    expect(standing(...early, winChargeback('2026-04-01', 'CB-1')).items).toEqual({})
  })

  it('after a refund returns no money twice: out is never more than came in [edge 35] [3-02]', () => {
    const refunded = [
      invoice,
      receive('2026-01-20', 'P-1', 130),
      refundCash('2026-01-21', 'RF-1', 'P-1', 30),
    ]
    accounts(...refunded)
      .when(chargeBack('2026-03-01', 'CB-1', 'P-1', 130))
      .thenRejected({ type: 'RefundExceedsPaid', availableMinor: 100, offeredMinor: 130 })
    const charged = [...refunded, chargeBack('2026-03-01', 'CB-1', 'P-1', 100)]
    accounts(...charged)
      .when(refundCash('2026-03-02', 'RF-2', 'P-1', 1))
      .thenRejected({ type: 'RefundExceedsPaid', availableMinor: 0, offeredMinor: 1 })
  })

  it('as the provider took it, after a refund, leaves the double outflow to be explained', () => {
    const taken: ReceivablesCommand = {
      ...chargeBack('2026-03-01', 'CB-1', 'P-1', 130),
      type: 'RecordChargeback',
    }
    const past = [
      invoice,
      receive('2026-01-20', 'P-1', 130),
      refundCash('2026-01-21', 'RF-1', 'P-1', 30),
      taken,
    ]
    expect(standing(...past).items).toEqual({ 'INV-1': 100, 'suspense:chargeback:CB-1': 30 })
    accounts(...past)
      .when(taken)
      .thenNothing()
  })

  it('of nothing, or one that nobody knows, is none', () => {
    accounts(...paid)
      .when(chargeBack('2026-03-01', 'CB-1', 'P-1', 0))
      .thenRejected({ type: 'ZeroAmount' })
    accounts(...paid)
      .when(winChargeback('2026-03-01', 'CB-9'))
      .thenRejected({ type: 'UnknownChargeback', chargebackId: chargebackId('CB-9') })
  })
})

describe('a refund by request', () => {
  const over = [invoice, receive('2026-01-20', 'P-1', 160)]
  const asked = [
    ...over,
    requestRefund('2026-02-01', 'RF-1', 'P-1', 20),
    requestRefund('2026-02-01', 'RF-2', 'P-1', 30),
  ]

  it('sets money aside, which nothing else may use', () => {
    expect(standing(...asked)).toEqual({ items: {}, unapplied: 60 })
    accounts(...asked)
      .when(refundCash('2026-02-02', 'RF-3', 'P-1', 11))
      .thenRejected({ type: 'RefundExceedsPaid', availableMinor: 10, offeredMinor: 11 })
    expect(standing(...asked, refundIssued('2026-02-03', 'RF-1')).unapplied).toBe(40)
  })

  it('that its provider cannot pay is undone, exactly that one [edge 37]', () => {
    accounts(...asked)
      .when(refundFailed('2026-02-04', 'RF-1'))
      .then({
        type: 'RefundFailed',
        ...about('2026-02-04'),
        refundId: refundId('RF-1'),
        from: { kind: 'cash', paymentId: paymentId('P-1') },
        issued: false,
        amountMinor: minorUnits(20),
        reason: text('account closed'),
      })
    const failed = [...asked, refundFailed('2026-02-04', 'RF-1')]
    expect(standing(...failed, refundIssued('2026-02-05', 'RF-2')).unapplied).toBe(30)
    accounts(...failed)
      .when(refundIssued('2026-02-05', 'RF-1'))
      .thenRejected({ type: 'RefundIsFailed', refundId: refundId('RF-1') })
  })

  it('that had gone out comes back into its source, exactly that one [edge 37]', () => {
    const out = [...asked, refundIssued('2026-02-03', 'RF-1'), refundIssued('2026-02-03', 'RF-2')]
    expect(standing(...out).unapplied).toBe(10)
    const back = [...out, refundFailed('2026-02-06', 'RF-2')]
    expect(standing(...back).unapplied).toBe(40)
    accounts(...back)
      .when(refundFailed('2026-02-06', 'RF-2'))
      .thenNothing()
    accounts(...back)
      .when(refundIssued('2026-02-03', 'RF-2'))
      .thenNothing()
  })

  it('of nothing never means all, and absent is no amount [edge 36]', () => {
    accounts(...over)
      .when(requestRefund('2026-02-01', 'RF-1', 'P-1', 0))
      .thenRejected({ type: 'ZeroAmount' })
  })

  it('after a write-off gives back only what was paid, and leaves the loss as it is [edge 38]', () => {
    const lost = [
      invoice,
      receive('2026-01-20', 'P-1', 30),
      writeOff('2026-06-01', 'W-1', 'INV-1'),
      credit('2026-07-01', 'CN-1', 'INV-1', 30),
    ]
    accounts(...lost)
      .when(refundCredit('2026-07-02', 'RF-1', 'CN-1', 31))
      .thenRejected({ type: 'RefundExceedsPaid', availableMinor: 30, offeredMinor: 31 })
    const refunded = [...lost, refundCredit('2026-07-02', 'RF-1', 'CN-1', 30)]
    expect([creditMinor(after(...refunded)), writtenOff(...refunded)]).toEqual([0, 70])
  })
})
