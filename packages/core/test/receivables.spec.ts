import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  allBy,
  creditMinor,
  itemBalances,
  itemOf,
  openItems,
  openMinor,
  receivablesRoom,
  toNone,
  unappliedMinor,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import {
  chargeId,
  changeId,
  civilDate,
  creditId,
  currency,
  customerId,
  fold,
  itemId,
  minorUnits,
  paymentId,
  refundId,
  writeOffId,
} from '../src/shared/index.ts'
import {
  about,
  allocate,
  assess,
  bounce,
  charge,
  credit,
  fixDue,
  named,
  open,
  receive,
  receiveFor,
  recover,
  refundCash,
  rule,
  schedule,
  unapply,
  waive,
  writeOff,
} from './receivables-words.ts'

const accounts = given(receivablesRoom)
const after = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  fold(receivablesRoom.decider, reach(receivablesRoom)(commands))
/** What is open, by item. */
const balances = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  Object.fromEntries(openItems(after(...commands)).map((item) => [item.itemId, openMinor(item)]))
/** What is open of one item, by instalment; `null` is its charges. */
const parts = (id: string, ...commands: ReadonlyArray<ReceivablesCommand>) => {
  const item = itemOf(after(...commands), itemId(id))
  return item === undefined
    ? undefined
    : itemBalances(item).parts.map(({ instalment, openMinor: left }) => [instalment, left])
}

const invoice = open('2026-01-01', 'INV-1', [100, '2026-01-31'])
const second = open('2026-01-10', 'INV-2', [50, '2026-02-09'])

describe('an open item', () => {
  it('is opened with its dated schedule', () => {
    accounts()
      .when(invoice)
      .then({
        type: 'ItemOpened',
        ...about('2026-01-01'),
        itemId: itemId('INV-1'),
        kind: 'invoice',
        invoiceId: null,
        amountMinor: minorUnits(100),
        schedule: schedule([100, '2026-01-31']),
        earlyPay: [],
      })
  })

  it('is not opened twice, and not with another amount', () => {
    accounts(invoice, receive('2026-01-05', 'P-1', 100))
      .when(invoice)
      .thenNothing()
    accounts(invoice)
      .when(open('2026-01-01', 'INV-1', [120, '2026-01-31']))
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'item',
        id: 'INV-1',
        recordedMinor: 100,
        offeredMinor: 120,
      })
  })

  it('needs instalments, and an amount where it is ours', () => {
    accounts()
      .when({ ...invoice, schedule: [] })
      .thenRejected({ type: 'EmptySchedule', itemId: itemId('INV-1') })
    accounts()
      .when(open('2026-01-01', 'INV-1', [0, null]))
      .thenRejected({ type: 'ZeroAmount' })
  })
})

describe('a payment', () => {
  it('that arrives twice is received once [edge 23]', () => {
    const paid = receive('2026-01-20', 'P-1', 40)
    accounts(invoice, paid).when(paid).thenNothing()
  })

  it('with the id of another and a different amount is a conflict, not silence [edge 24]', () => {
    accounts(invoice, receive('2026-01-20', 'P-1', 40))
      .when(receive('2026-01-20', 'P-1', 41))
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'payment',
        id: 'P-1',
        recordedMinor: 40,
        offeredMinor: 41,
      })
  })

  it('of nothing is no payment at our own till', () => {
    accounts(invoice)
      .when(receive('2026-01-20', 'P-1', 0))
      .thenRejected({ type: 'ZeroAmount' })
  })

  it('in advance waits unapplied, and pays its item on the day it opens [edge 26]', () => {
    accounts(receive('2025-12-20', 'P-1', 70, named('INV-1')))
      .when(invoice)
      .then(
        {
          type: 'ItemOpened',
          ...about('2026-01-01'),
          itemId: itemId('INV-1'),
          kind: 'invoice',
          invoiceId: null,
          amountMinor: minorUnits(100),
          schedule: schedule([100, '2026-01-31']),
          earlyPay: [],
        },
        {
          type: 'PaymentApplied',
          ...about('2026-01-01'),
          paymentId: paymentId('P-1'),
          itemId: itemId('INV-1'),
          changeId: null,
          by: 'earmark',
          components: null,
          amountMinor: minorUnits(70),
        },
      )
  })

  it('in advance for one item never pays another on its own', () => {
    const state = after(receiveFor('2025-12-20', 'P-1', 70, 'INV-9'), invoice)
    expect(openItems(state).map(openMinor)).toEqual([100])
    expect(unappliedMinor(state)).toBe(70)
  })

  it('in advance is used oldest first', () => {
    const early = [
      receiveFor('2025-12-22', 'P-2', 80, 'INV-1'),
      receiveFor('2025-12-20', 'P-1', 70, 'INV-1'),
    ]
    const state = after(...early, invoice)
    expect([...state.payments].map(([id, { leftMinor }]) => [id, leftMinor])).toEqual([
      ['P-2', 50],
      ['P-1', 0],
    ])
  })

  it('too large leaves the rest unapplied', () => {
    const state = after(invoice, receive('2026-01-20', 'P-1', 130))
    expect([openItems(state), unappliedMinor(state)]).toEqual([[], 30])
  })
})

describe('cash over several items', () => {
  const third = open('2026-01-05', 'INV-3', [120, '2026-03-01'])
  const items = [invoice, second, third]
  const paid = (kind: 'oldestDue' | 'oldestIssued' | 'largest' | 'none') =>
    balances(...items, receive('2026-02-15', 'P-1', 130, kind === 'none' ? toNone : allBy(kind)))

  it('goes where its strategy says, and never changes the sum', () => {
    expect(paid('oldestDue')).toEqual({ 'INV-2': 20, 'INV-3': 120 })
    expect(paid('oldestIssued')).toEqual({ 'INV-2': 50, 'INV-3': 90 })
    expect(paid('largest')).toEqual({ 'INV-1': 90, 'INV-2': 50 })
    expect(paid('none')).toEqual({ 'INV-1': 100, 'INV-2': 50, 'INV-3': 120 })
  })

  it('oldest due goes from instalment to instalment, whosever they are', () => {
    const plan = open('2026-01-01', 'PLAN', [10, '2026-01-15'], [20, '2026-03-15'])
    const paidDue = receive('2026-02-15', 'P-1', 115, allBy('oldestDue'))
    expect(balances(plan, ...items, paidDue)).toEqual({
      PLAN: 20,
      'INV-2': 45,
      'INV-3': 120,
    })
  })

  it('goes to named items in the order named, and the rest stays unapplied', () => {
    const paidBoth = receive('2026-02-15', 'P-1', 160, named('INV-2', 'INV-1', 'INV-2'))
    expect(balances(...items, paidBoth)).toEqual({ 'INV-3': 120 })
    expect(unappliedMinor(after(...items, paidBoth))).toBe(10)
  })
})

describe('instalments', () => {
  const plan = open(
    '2026-01-01',
    'PLAN',
    [30, '2026-03-01'],
    [40, '2026-01-15'],
    [50, '2026-02-01'],
  )

  it('are filled by cash from the oldest due on', () => {
    expect(parts('PLAN', plan, receive('2026-01-10', 'P-1', 60))).toEqual([
      [2, 0],
      [3, 30],
      [1, 30],
    ])
  })

  it('are reduced by credit notes from the last on', () => {
    expect(parts('PLAN', plan, credit('2026-01-10', 'CN-1', 'PLAN', 40))).toEqual([
      [2, 40],
      [3, 40],
      [1, 0],
    ])
  })

  it('owe charges since the first due day, after the first instalment', () => {
    const charged = [plan, charge('2026-01-20', 'F-1', 'PLAN', 7)]
    expect(parts('PLAN', ...charged, receive('2026-01-20', 'P-1', 45))).toEqual([
      [2, 0],
      [null, 2],
      [3, 50],
      [1, 30],
    ])
  })
})

describe('an application', () => {
  it('is effective on the latest day of what it joins', () => {
    accounts(invoice, receive('2025-12-20', 'P-1', 100, toNone))
      .when(allocate('2026-02-01', 'A-1', 'P-1', named('INV-1')))
      .then({
        type: 'PaymentApplied',
        ...about('2026-01-01'),
        paymentId: paymentId('P-1'),
        itemId: itemId('INV-1'),
        changeId: changeId('A-1'),
        by: 'named',
        amountMinor: minorUnits(100),
        components: null,
      })
  })

  it('is effective on the day of the charge that makes its room', () => {
    const charged = [invoice, charge('2026-02-10', 'F-1', 'INV-1', 20)]
    const day = (amountMinor: number) =>
      reach(receivablesRoom)([...charged, receive('2026-01-20', 'P-1', amountMinor)]).at(-1)
    expect(day(100)?.effectiveOn).toBe('2026-01-20')
    expect(day(101)?.effectiveOn).toBe('2026-02-10')
  })

  it('taken back stands open again with the original due day', () => {
    accounts(invoice, receive('2026-01-20', 'P-1', 100))
      .when(unapply('2026-03-01', 'U-1', 'P-1', 'INV-1'))
      .then({
        type: 'PaymentUnapplied',
        ...about('2026-03-01'),
        paymentId: paymentId('P-1'),
        itemId: itemId('INV-1'),
        changeId: changeId('U-1'),
        why: 'correction',
        components: null,
        amountMinor: minorUnits(100),
        dueOn: civilDate('2026-01-31'),
      })
  })

  it('that was never made cannot be taken back', () => {
    accounts(invoice, second, receive('2026-01-20', 'P-1', 100))
      .when(unapply('2026-03-01', 'U-1', 'P-1', 'INV-2'))
      .thenRejected({
        type: 'NotApplied',
        paymentId: paymentId('P-1'),
        itemId: itemId('INV-2'),
      })
  })
})

describe('a direct debit that bounces', () => {
  it('reopens what it paid, due as it was at first', () => {
    accounts(
      invoice,
      second,
      receive('2026-02-01', 'P-1', 120),
      fixDue('2026-02-02', 'D-1', 'INV-1', 1, '2026-02-05'),
    )
      .when(bounce('2026-02-06', 'R-1', 'P-1'))
      .then(
        {
          type: 'PaymentUnapplied',
          ...about('2026-02-06'),
          paymentId: paymentId('P-1'),
          itemId: itemId('INV-1'),
          changeId: changeId('R-1'),
          why: 'reversal',
          components: null,
          amountMinor: minorUnits(100),
          dueOn: civilDate('2026-02-05'),
        },
        {
          type: 'PaymentUnapplied',
          ...about('2026-02-06'),
          paymentId: paymentId('P-1'),
          itemId: itemId('INV-2'),
          changeId: changeId('R-1'),
          why: 'reversal',
          components: null,
          amountMinor: minorUnits(20),
          dueOn: civilDate('2026-02-09'),
        },
        {
          type: 'PaymentReversed',
          ...about('2026-02-06'),
          paymentId: paymentId('P-1'),
          changeId: changeId('R-1'),
          amountMinor: minorUnits(120),
          reason: null,
        },
      )
  })

  it('gives back only what was not refunded before', () => {
    const refunded = [
      invoice,
      receive('2026-02-01', 'P-1', 150),
      refundCash('2026-02-02', 'RF-1', 'P-1', 50),
    ]
    const state = after(...refunded, bounce('2026-02-06', 'R-1', 'P-1'))
    expect([openItems(state).map(openMinor), unappliedMinor(state)]).toEqual([[100], 0])
    expect(
      reach(receivablesRoom)([...refunded, bounce('2026-02-06', 'R-1', 'P-1')]).at(-1),
    ).toMatchObject({ type: 'PaymentReversed', amountMinor: 100 })
  })

  it('does so once, whatever asks again', () => {
    const bounced = bounce('2026-02-06', 'R-1', 'P-1')
    const past = [invoice, receive('2026-02-01', 'P-1', 100), bounced]
    accounts(...past)
      .when(bounced)
      .thenNothing()
    accounts(...past)
      .when(bounce('2026-02-07', 'R-2', 'P-1'))
      .thenRejected({ type: 'PaymentIsReversed', paymentId: paymentId('P-1') })
  })

  it('recorded elsewhere after a refund went out twice: that is to be explained', () => {
    const state = after(
      invoice,
      receive('2026-02-01', 'P-1', 150),
      refundCash('2026-02-02', 'RF-1', 'P-1', 50),
      { ...bounce('2026-02-06', 'R-1', 'P-1'), type: 'RecordReversal' },
    )
    expect(openItems(state).map((item) => [item.kind, openMinor(item)])).toEqual([
      ['invoice', 100],
      ['suspense', 50],
    ])
  })

  it('of an unknown payment is refused on both doors', () => {
    const unknown = { type: 'UnknownPayment', paymentId: paymentId('P-9') } as const
    accounts(invoice)
      .when(bounce('2026-02-06', 'R-1', 'P-9'))
      .thenRejected(unknown)
    accounts(invoice)
      .when({ ...bounce('2026-02-06', 'R-1', 'P-9'), type: 'RecordReversal' })
      .thenRejected(unknown)
  })
})

describe('a credit note', () => {
  it('after full payment becomes credit balance, never a negative item [edge 42]', () => {
    const state = after(
      invoice,
      receive('2026-01-20', 'P-1', 100),
      credit('2026-02-01', 'CN-1', 'INV-1', 40),
    )
    expect([openItems(state), creditMinor(state)]).toEqual([[], 40])
  })

  it('takes first what is open, and leaves the rest as credit', () => {
    const state = after(
      invoice,
      receive('2026-01-20', 'P-1', 80),
      credit('2026-02-01', 'CN-1', 'INV-1', 50),
    )
    expect([openItems(state), creditMinor(state)]).toEqual([[], 30])
  })

  it('never exceeds what was charged, with those before it', () => {
    accounts(invoice, credit('2026-02-01', 'CN-1', 'INV-1', 60))
      .when(credit('2026-02-02', 'CN-2', 'INV-1', 41))
      .thenRejected({
        type: 'CreditAboveCharged',
        itemId: itemId('INV-1'),
        chargedMinor: 100,
        creditedMinor: 60,
        offeredMinor: 41,
      })
  })

  it('on a written-off item gives no credit for the part that was never paid [edge 40]', () => {
    const past = [invoice, receive('2026-01-20', 'P-1', 30), writeOff('2026-06-01', 'W-1', 'INV-1')]
    accounts(...past)
      .when(credit('2026-07-01', 'CN-1', 'INV-1', 31))
      .thenRejected({
        type: 'CreditAboveCharged',
        itemId: itemId('INV-1'),
        chargedMinor: 30,
        creditedMinor: 0,
        offeredMinor: 31,
      })
    expect(creditMinor(after(...past, credit('2026-07-01', 'CN-1', 'INV-1', 30)))).toBe(30)
  })

  it('from elsewhere may name an item that nobody knows', () => {
    accounts()
      .when({ ...credit('2026-02-01', 'CN-1', 'OLD', 40), type: 'RecordCreditNote' })
      .then({
        type: 'CreditBalanceIncreased',
        ...about('2026-02-01'),
        creditId: creditId('CN-1'),
        kind: 'creditNote',
        itemId: itemId('OLD'),
        amountMinor: minorUnits(40),
        reason: null,
      })
  })

  it('left over can be set against the next item, once', () => {
    const use: ReceivablesCommand = {
      type: 'ApplyCredit',
      ...about('2026-02-10'),
      changeId: changeId('A-1'),
      creditId: creditId('CN-1'),
      allocation: allBy('oldestDue'),
    }
    const past = [
      invoice,
      receive('2026-01-20', 'P-1', 100),
      credit('2026-02-01', 'CN-1', 'INV-1', 30),
      second,
    ]
    expect(balances(...past, use)).toEqual({ 'INV-2': 20 })
    accounts(...past, use)
      .when(use)
      .thenNothing()
    accounts(...past, use)
      .when({ ...use, changeId: changeId('A-2') })
      .thenRejected({ type: 'NoCreditLeft', creditId: creditId('CN-1') })
  })
})

describe('a refund', () => {
  const past = [invoice, receive('2026-01-20', 'P-1', 130)]

  it('pays back unapplied cash, at most what is there', () => {
    accounts(...past)
      .when(refundCash('2026-02-01', 'RF-1', 'P-1', 31))
      .thenRejected({ type: 'RefundExceedsPaid', availableMinor: 30, offeredMinor: 31 })
    expect(unappliedMinor(after(...past, refundCash('2026-02-01', 'RF-1', 'P-1', 30)))).toBe(0)
  })

  it('of nothing never means all [edge 36]', () => {
    accounts(...past)
      .when(refundCash('2026-02-01', 'RF-1', 'P-1', 0))
      .thenRejected({ type: 'ZeroAmount' })
  })

  it('from elsewhere, beyond its source, opens an item to be explained', () => {
    accounts(...past)
      .when({ ...refundCash('2026-02-01', 'RF-1', 'P-1', 50), type: 'RecordRefund' })
      .then(
        {
          type: 'RefundIssued',
          ...about('2026-02-01'),
          refundId: refundId('RF-1'),
          from: { kind: 'cash', paymentId: paymentId('P-1') },
          amountMinor: minorUnits(30),
        },
        {
          type: 'ItemOpened',
          ...about('2026-02-01'),
          itemId: itemId('suspense:RF-1'),
          kind: 'suspense',
          invoiceId: null,
          amountMinor: minorUnits(20),
          schedule: schedule([20, null]),
          earlyPay: [],
        },
        {
          type: 'RefundIssued',
          ...about('2026-02-01'),
          refundId: refundId('RF-1'),
          from: { kind: 'suspense', itemId: itemId('suspense:RF-1') },
          amountMinor: minorUnits(20),
        },
      )
  })

  it('from elsewhere never adds to an item that happens to have the name of its own', () => {
    const taken = open('2026-01-02', 'suspense:RF-1', [7, null])
    const refund = { ...refundCash('2026-02-01', 'RF-1', 'P-9', 20), type: 'RecordRefund' as const }
    expect(balances(taken, refund)).toEqual({
      'suspense:RF-1': 7,
      'suspense:suspense:RF-1': 20,
    })
  })

  it('from elsewhere is recognised by its whole amount, though two sources bore it', () => {
    const refund = { ...refundCash('2026-02-01', 'RF-1', 'P-1', 50), type: 'RecordRefund' as const }
    accounts(...past, refund)
      .when(refund)
      .thenNothing()
  })
})

describe('a charge from elsewhere', () => {
  it('reopens a paid item, owed since its first due day', () => {
    accounts(invoice, receive('2026-01-20', 'P-1', 100))
      .when(charge('2026-03-01', 'F-1', 'INV-1', 11))
      .then({
        type: 'ChargeRecorded',
        ...about('2026-03-01'),
        itemId: itemId('INV-1'),
        chargeId: chargeId('F-1'),
        reason: charge('2026-03-01', 'F-1', 'INV-1', 11).reason,
        amountMinor: minorUnits(11),
        dueOn: civilDate('2026-01-31'),
      })
  })

  it('takes the cash that was paid too much for its item', () => {
    const state = after(
      invoice,
      receiveFor('2026-01-20', 'P-1', 105, 'INV-1'),
      charge('2026-03-01', 'F-1', 'INV-1', 11),
    )
    expect([openItems(state).map(openMinor), unappliedMinor(state)]).toEqual([[6], 0])
  })

  it('opens an item that nobody knows, and the item may still come', () => {
    const early = charge('2026-01-01', 'F-1', 'FINE-1', 11)
    expect(balances(early)).toEqual({ 'FINE-1': 11 })
    const fine = open('2026-01-02', 'FINE-1', [35, null])
    expect(balances(early, fine)).toEqual({ 'FINE-1': 46 })
    accounts(early, fine).when(fine).thenNothing()
    accounts(early, fine).when(early).thenNothing()
  })
})

describe('a late fee', () => {
  const [zero, six] = [minorUnits(0), minorUnits(6)]
  const late = [invoice, receive('2026-02-05', 'P-1', 40)]

  it('needs an agreement [2-07]', () => {
    accounts(...late)
      .when(assess('2026-03-01', 'F-1', 'INV-1', null))
      .thenRejected({ type: 'NoAgreedLateFee', itemId: itemId('INV-1') })
  })

  it('waits for the due day, the grace and the agreed days', () => {
    accounts(...late)
      .when(assess('2026-02-07', 'F-1', 'INV-1'))
      .thenRejected({
        type: 'NotYetLate',
        itemId: itemId('INV-1'),
        dueFrom: civilDate('2026-02-08'),
      })
  })

  it('is ten percent of what is overdue', () => {
    accounts(...late)
      .when(assess('2026-02-08', 'F-1', 'INV-1'))
      .then({
        type: 'LateFeeAssessed',
        ...about('2026-02-08'),
        itemId: itemId('INV-1'),
        chargeId: chargeId('F-1'),
        ruleId: rule.ruleId,
        ruleVersion: 1,
        index: 1,
        instalment: null,
        component: 'fees',
        amountMinor: minorUnits(6),
        dueOn: civilDate('2026-01-31'),
      })
  })

  it('is added once, though the policy runs 24 times a day [edge 47]', () => {
    const hours = Array.from({ length: 24 }, (_, hour) =>
      assess('2026-02-08', `F-${hour}`, 'INV-1'),
    )
    expect(balances(...late, ...hours)).toEqual({ 'INV-1': 66 })
    accounts(...late, assess('2026-02-08', 'F-1', 'INV-1'))
      .when(assess('2026-02-08', 'F-2', 'INV-1'))
      .thenRejected({
        type: 'NotYetLate',
        itemId: itemId('INV-1'),
        dueFrom: civilDate('2026-03-10'),
      })
  })

  it('never counts on fees before it, and stops where the agreement does [edge 49]', () => {
    const twice = [
      ...late,
      assess('2026-02-08', 'F-1', 'INV-1'),
      assess('2026-03-10', 'F-2', 'INV-1'),
    ]
    expect(balances(...twice)).toEqual({ 'INV-1': 72 })
    accounts(...twice)
      .when(assess('2026-06-01', 'F-3', 'INV-1'))
      .thenRejected({ type: 'FeeCapReached', itemId: itemId('INV-1') })
  })

  it('is not due on an item without a due day', () => {
    accounts(open('2026-01-01', 'COD', [100, null]))
      .when(assess('2026-03-01', 'F-1', 'COD'))
      .thenRejected({ type: 'NotYetLate', itemId: itemId('COD'), dueFrom: null })
  })

  it('waived after it was paid gives the money back', () => {
    const paid = [...late, assess('2026-02-08', 'F-1', 'INV-1'), receive('2026-02-20', 'P-2', 66)]
    accounts(...paid)
      .when(waive('2026-03-01', 'V-1', 'INV-1', 'F-1'))
      .then(
        {
          type: 'PaymentUnapplied',
          ...about('2026-03-01'),
          paymentId: paymentId('P-2'),
          itemId: itemId('INV-1'),
          changeId: changeId('V-1'),
          why: 'waiver',
          components: {
            costsMinor: zero,
            feesMinor: six,
            interestMinor: zero,
            principalMinor: zero,
          },
          amountMinor: minorUnits(6),
          dueOn: civilDate('2026-01-31'),
        },
        {
          type: 'LateFeeWaived',
          ...about('2026-03-01'),
          itemId: itemId('INV-1'),
          chargeId: chargeId('F-1'),
          changeId: changeId('V-1'),
          amountMinor: minorUnits(6),
        },
      )
  })

  it('is waived once', () => {
    const waived = waive('2026-03-01', 'V-1', 'INV-1', 'F-1')
    const past = [...late, assess('2026-02-08', 'F-1', 'INV-1'), waived]
    expect(balances(...past)).toEqual({ 'INV-1': 60 })
    accounts(...past)
      .when(waived)
      .thenNothing()
    accounts(...past)
      .when({ ...waived, changeId: changeId('V-2') })
      .thenRejected({ type: 'ChargeIsWaived', itemId: itemId('INV-1'), chargeId: chargeId('F-1') })
  })
})

describe('a write-off', () => {
  const lost = [invoice, receive('2026-01-20', 'P-1', 30), writeOff('2026-06-01', 'W-1', 'INV-1')]

  it('gives up what is open, and nothing twice', () => {
    expect(balances(...lost)).toEqual({})
    accounts(...lost)
      .when(writeOff('2026-06-01', 'W-1', 'INV-1'))
      .thenNothing()
    accounts(...lost)
      .when(writeOff('2026-07-01', 'W-2', 'INV-1'))
      .thenRejected({ type: 'NothingOpen', itemId: itemId('INV-1') })
  })

  it('recorded beyond what is open takes what is open, and is recognised again', () => {
    const beyond: ReceivablesCommand = {
      ...writeOff('2026-06-01', 'W-1', 'INV-1'),
      type: 'RecordWriteOff',
      amountMinor: minorUnits(500),
    }
    expect(balances(invoice, beyond)).toEqual({})
    accounts(invoice, beyond).when(beyond).thenNothing()
    accounts(invoice, beyond)
      .when({ ...beyond, amountMinor: minorUnits(99) })
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'writeOff',
        id: 'W-1',
        recordedMinor: 100,
        offeredMinor: 99,
      })
  })

  it('is recovered by later cash: open stays closed, bad debt falls [edge 39]', () => {
    const past = [...lost, receive('2026-08-01', 'P-2', 50)]
    accounts(...past)
      .when(recover('2026-08-02', 'W-1', 'P-2'))
      .then({
        type: 'WriteOffRecovered',
        ...about('2026-08-01'),
        itemId: itemId('INV-1'),
        writeOffId: writeOffId('W-1'),
        paymentId: paymentId('P-2'),
        amountMinor: minorUnits(50),
      })
    const state = after(...past, recover('2026-08-02', 'W-1', 'P-2'))
    expect([openItems(state), unappliedMinor(state)]).toEqual([[], 0])
    expect(itemOf(state, itemId('INV-1'))?.writtenOffMinor).toBe(20)
  })

  it('recovered by cash that bounces is owed again', () => {
    const past = [...lost, receive('2026-08-01', 'P-2', 50), recover('2026-08-02', 'W-1', 'P-2')]
    expect(balances(...past, bounce('2026-08-05', 'R-1', 'P-2'))).toEqual({ 'INV-1': 50 })
  })

  it('leaves only what was paid to be refunded', () => {
    accounts(...lost)
      .when(refundCash('2026-07-01', 'RF-1', 'P-1', 1))
      .thenRejected({ type: 'RefundExceedsPaid', availableMinor: 0, offeredMinor: 1 })
  })
})

describe('a due day', () => {
  it('learned later counts for all that is owed on the item', () => {
    const fine = open('2026-01-01', 'FINE-1', [35, null])
    const state = after(
      fine,
      charge('2026-01-10', 'F-1', 'FINE-1', 11),
      fixDue('2026-01-20', 'D-1', 'FINE-1', 1, '2026-03-21'),
    )
    const item = itemOf(state, itemId('FINE-1'))
    expect(item === undefined ? [] : itemBalances(item).parts.map((part) => part.dueOn)).toEqual([
      '2026-03-21',
      '2026-03-21',
    ])
  })

  it('of an unknown item or instalment is refused', () => {
    accounts(invoice)
      .when(fixDue('2026-01-20', 'D-1', 'INV-9', 1, '2026-03-21'))
      .thenRejected({ type: 'UnknownItem', itemId: itemId('INV-9') })
    accounts(invoice)
      .when(fixDue('2026-01-20', 'D-1', 'INV-1', 2, '2026-03-21'))
      .thenRejected({ type: 'UnknownInstalment', itemId: itemId('INV-1'), instalment: 2 })
  })

  it('learned earlier for a later day stands against one learned later for an earlier day', () => {
    const state = after(
      invoice,
      fixDue('2026-02-02', 'D-1', 'INV-1', 1, '2026-03-01'),
      fixDue('2026-01-15', 'D-2', 'INV-1', 1, '2026-04-01'),
    )
    expect(itemOf(state, itemId('INV-1'))?.schedule[0]?.dueOn).toBe('2026-03-01')
  })
})

describe('accounts of one customer in one currency', () => {
  it('take no command of another customer or currency', () => {
    accounts(invoice)
      .when({ ...second, customerId: customerId('C-2') })
      .thenRejected({ type: 'WrongCustomer' })
    accounts(invoice)
      .when({ ...second, currency: currency('JPY') })
      .thenRejected({ type: 'WrongCurrency', expected: 'EUR', offered: 'JPY' })
  })

  it('have a stream of their own, and one a currency for customers without a name', () => {
    expect(receivablesRoom.streamOf(invoice)).toBe('receivables-EUR-C-1')
    expect(receivablesRoom.streamOf({ ...invoice, customerId: null })).toBe('receivables-EUR')
  })

  it('refuse what could not be summed exactly', () => {
    accounts(invoice)
      .when(receive('2026-01-20', 'P-1', Number.MAX_SAFE_INTEGER))
      .thenRejected({ type: 'AmountOutOfRange', amountMinor: Number.MAX_SAFE_INTEGER })
  })
})
