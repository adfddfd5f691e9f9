import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  allBy,
  costsFirst,
  creditMinor,
  daysPaidLate,
  grossOpenMinor,
  itemBalances,
  itemDueOn,
  itemOf,
  onlyTo,
  openByComponent,
  openItems,
  openMinor,
  paidOn,
  principalFirst,
  receivablesRoom,
  unappliedMinor,
  type Allocation,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import {
  changeId,
  civilDate,
  creditId,
  currency,
  fold,
  formatMinor,
  itemId,
  minorUnits,
  partnerId,
  paymentId,
  text,
  assignmentId,
  chargeId,
} from '../src/shared/index.ts'
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
  rule,
  writeOff,
} from './receivables-words.ts'
import {
  assign,
  collect,
  failed,
  pending,
  refundCredit,
  storeCredit,
  takeRecourse,
  useBalance,
  writeOffResidue,
} from './receivables-more-words.ts'

const accounts = given(receivablesRoom)
const after = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  fold(receivablesRoom.decider, reach(receivablesRoom)(commands))
const balances = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  Object.fromEntries(openItems(after(...commands)).map((item) => [item.itemId, openMinor(item)]))
const item = (id: string, ...commands: ReadonlyArray<ReceivablesCommand>) => {
  const found = itemOf(after(...commands), itemId(id))
  if (found === undefined) throw new Error(`no item ${id}`)
  return found
}
const fees = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  reach(receivablesRoom)(commands).flatMap((one) =>
    one.type === 'LateFeeAssessed' ? [[one.effectiveOn, one.index, one.amountMinor]] : [],
  )

const invoice = open('2026-01-01', 'INV-1', [100, '2026-01-31'])
const second = open('2026-01-10', 'INV-2', [70, '2026-02-09'])

describe('a collection that was begun', () => {
  it('and failed after it was paid reopens nothing, in whatever order word comes [edge 25]', () => {
    const paid = receive('2026-01-20', 'P-1', 100)
    accounts(invoice, pending('2026-01-18', 'P-1', 100, 'INV-1', 1), paid)
      .when(failed('2026-01-19', 'P-1', 100, 'INV-1', 2))
      .thenNothing()
    const early = [invoice, failed('2026-01-19', 'P-1', 100, 'INV-1', 2), paid]
    expect(balances(...early)).toEqual({})
    accounts(invoice, failed('2026-01-19', 'P-1', 100, 'INV-1', 2))
      .when(pending('2026-01-18', 'P-1', 100, 'INV-1', 1))
      .thenNothing()
    accounts(invoice, failed('2026-01-19', 'P-1', 100, 'INV-1', 2))
      .when(pending('2026-01-25', 'P-1', 100, 'INV-1', 3))
      .then({
        type: 'PaymentPending',
        ...about('2026-01-25'),
        paymentId: paymentId('P-1'),
        amountMinor: minorUnits(100),
        method: text('direct debit'),
        forItemId: itemId('INV-1'),
        sequence: 3,
      })
  })

  it('keeps credit from being used on its item meanwhile, and no longer [edge 32]', () => {
    const use: ReceivablesCommand = {
      type: 'ApplyCredit',
      ...about('2026-02-12'),
      changeId: changeId('A-1'),
      creditId: creditId('CN-1'),
      allocation: allBy('oldestDue'),
    }
    const past = [
      invoice,
      receive('2026-01-20', 'P-1', 100),
      credit('2026-02-01', 'CN-1', 'INV-1', 30),
      second,
      pending('2026-02-09', 'P-2', 70, 'INV-2'),
    ]
    accounts(...past)
      .when(use)
      .thenRejected({
        type: 'PaymentIsPending',
        paymentId: paymentId('P-2'),
        itemId: itemId('INV-2'),
      })
    accounts(...past)
      .when(useBalance('2026-02-12', 'U-1', 'INV-2'))
      .thenRejected({
        type: 'PaymentIsPending',
        paymentId: paymentId('P-2'),
        itemId: itemId('INV-2'),
      })
    const free = [...past, failed('2026-02-11', 'P-2', 70, 'INV-2')]
    expect(balances(...free, use)).toEqual({ 'INV-2': 40 })
  })
})

describe('the days of a payment', () => {
  // Paid at 18:00 on the due day, in the last window of the day settled next morning.
  const paid = {
    ...receive('2026-02-01', 'P-1', 100),
    initiatedOn: civilDate('2026-01-31'),
    settledOn: civilDate('2026-02-01'),
  }

  it('are kept, so that lateness follows the policy: initiated in time is not late [2-14] [edge 31]', () => {
    const [, received] = reach(receivablesRoom)([invoice, paid])
    if (received?.type !== 'PaymentReceived') throw new Error('no receipt')
    const late = (by: 'initiated' | 'valueDate' | 'settled') =>
      daysPaidLate(by, received, civilDate('2026-01-31'), 0)
    expect([late('initiated'), late('valueDate'), late('settled')]).toEqual([0, 1, 1])
    expect(paidOn('settled', { ...received, settledOn: null })).toBe('2026-02-01')
  })
})

describe('money left over', () => {
  const past = [
    second,
    receive('2026-01-20', 'P-1', 100, named('INV-2')),
    storeCredit('2026-01-15', 'S-1', 20),
    invoice,
  ]
  const use = useBalance('2026-02-01', 'U-1', 'INV-1')

  it('of 100 paid on 70 is 30, and pays the next invoice oldest first, once [edge 27]', () => {
    expect(unappliedMinor(after(...past))).toBe(30)
    accounts(...past)
      .when(use)
      .then(
        {
          type: 'CreditApplied',
          ...about('2026-01-15'),
          creditId: creditId('S-1'),
          itemId: itemId('INV-1'),
          changeId: changeId('U-1'),
          by: 'balance',
          amountMinor: minorUnits(20),
        },
        {
          type: 'PaymentApplied',
          ...about('2026-01-20'),
          paymentId: paymentId('P-1'),
          itemId: itemId('INV-1'),
          changeId: changeId('U-1'),
          by: 'balance',
          amountMinor: minorUnits(30),
          components: null,
        },
      )
    const used = after(...past, use)
    expect([unappliedMinor(used), creditMinor(used), grossOpenMinor(used)]).toEqual([0, 0, 50])
    accounts(...past, use)
      .when(use)
      .thenNothing()
    accounts(...past, use)
      .when(useBalance('2026-02-01', 'U-2', 'INV-1'))
      .thenRejected({ type: 'NoBalance', itemId: itemId('INV-1') })
  })

  it('in another currency stays in a stream of its own, applied to nothing [edge 30]', () => {
    const yen = { ...receive('2026-01-20', 'P-9', 100, named('INV-1')), currency: currency('JPY') }
    expect(receivablesRoom.streamOf(yen)).not.toBe(receivablesRoom.streamOf(invoice))
    expect([openItems(after(yen)), unappliedMinor(after(yen))]).toEqual([[], 100])
  })

  it('counts in the smallest unit of its currency, never in hundredths [edge 45]', () => {
    const inYen = { currency: currency('JPY') }
    const yen = { ...open('2026-01-01', 'J', [500, null]), ...inYen }
    expect(balances(yen, { ...receive('2026-01-02', 'P', 499), ...inYen })).toEqual({ J: 1 })
    const dinar = { ...open('2026-01-01', 'K', [1234, null]), currency: currency('KWD') }
    expect(formatMinor(grossOpenMinor(after(dinar)), currency('KWD'))).toBe('1.234')
    expect(formatMinor(grossOpenMinor(after(yen)), currency('JPY'))).toBe('500')
  })
})

describe('a payment on an item with costs and fees', () => {
  const charged = [
    invoice,
    charge('2026-02-05', 'C-1', 'INV-1', 11),
    assess('2026-02-08', 'F-1', 'INV-1'),
  ]
  const paidBy = (components: Allocation['components']) =>
    item(
      'INV-1',
      ...charged,
      receive('2026-02-20', 'P-1', 50, { ...allBy('oldestDue'), components }),
    )

  it('leaves another principal open by the order of components, and the same sum [edge 29] [inv 11]', () => {
    const [costs, principal] = [paidBy(costsFirst), paidBy(principalFirst)]
    expect(openByComponent(costs)).toEqual({ principal: 72, costs: 0, fees: 0, interest: 0 })
    expect(openByComponent(principal)).toEqual({ principal: 50, costs: 11, fees: 11, interest: 0 })
    expect([openMinor(costs), openMinor(principal)]).toEqual([72, 72])
  })

  it('taken back restores what each component owed', () => {
    const back = bounce('2026-03-01', 'R-1', 'P-1')
    const paid = receive('2026-02-20', 'P-1', 50, {
      ...allBy('oldestDue'),
      components: costsFirst,
    })
    expect(openByComponent(item('INV-1', ...charged, paid, back))).toEqual({
      principal: 100,
      costs: 11,
      fees: 11,
      interest: 0,
    })
  })

  it('goes first to the items it names, then to the others by its order', () => {
    const both = { ...onlyTo(itemId('INV-2')), ordering: 'oldestDue' as const }
    expect(balances(invoice, second, receive('2026-02-20', 'P-1', 90, both))).toEqual({
      'INV-1': 80,
    })
  })

  it('goes to the newest due day first where current debts are kept current', () => {
    const paid = receive('2026-02-20', 'P-1', 90, allBy('currentFirst'))
    expect(balances(invoice, second, paid)).toEqual({ 'INV-1': 80 })
  })
})

describe('a direct debit that bounces after five days', () => {
  const fee = {
    ruleId: text('returned debit'),
    itemId: itemId('INV-1'),
    chargeId: chargeId('B-1'),
    amountMinor: minorUnits(4),
  }
  const bounced = { ...bounce('2026-02-05', 'R-1', 'P-1'), fee }
  const past = [invoice, receive('2026-01-31', 'P-1', 100)]

  it('reopens its item with the original due day, and the agreed fee comes onto it [edge 33]', () => {
    const events = reach(receivablesRoom)([...past, bounced])
    expect(events.at(-1)).toEqual({
      type: 'BounceFeeAssessed',
      ...about('2026-02-05'),
      itemId: itemId('INV-1'),
      chargeId: chargeId('B-1'),
      paymentId: paymentId('P-1'),
      ruleId: text('returned debit'),
      amountMinor: minorUnits(4),
      dueOn: civilDate('2026-01-31'),
    })
    expect(balances(...past, bounced)).toEqual({ 'INV-1': 104 })
    expect(itemDueOn(item('INV-1', ...past, bounced))).toBe('2026-01-31')
    accounts(...past, bounced)
      .when(bounced)
      .thenNothing()
  })
})

describe('late fees asked for late', () => {
  const tenPercent = { ...rule, afterDays: 1 }
  const asked = (on: string, id: string, evidence: Parameters<typeof assess>[4] = {}) =>
    assess(on, id, 'INV-1', tenPercent, { graceDays: 0, ...evidence })
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const onDay = (day: number) =>
    day <= 28
      ? `2026-02-${String(day).padStart(2, '0')}`
      : `2026-03-${String(day - 28).padStart(2, '0')}`

  it('are those of their own days, though most was paid since [edge 47] [edge 48] [inv 13]', () => {
    const paid = receive('2026-02-20', 'P-1', 90, named('INV-1'))
    const daily = [
      invoice,
      ...days(1, 20).map((day) => asked(onDay(day), `D-${day}`)),
      paid,
      ...days(21, 40).map((day) => asked(onDay(day), `D-${day}`)),
    ]
    const late = [invoice, paid, asked('2026-03-12', 'L-1')]
    expect(fees(...late)).toEqual([
      ['2026-02-01', 1, 10],
      ['2026-03-03', 2, 1],
    ])
    expect(fees(...daily)).toEqual(fees(...late))
    expect(balances(...daily)).toEqual(balances(...late))
  })

  it('are owed also where the item was paid before anybody asked', () => {
    const past = [invoice, receive('2026-02-02', 'P-1', 100), asked('2026-02-05', 'L-1')]
    expect(balances(...past)).toEqual({ 'INV-1': 10 })
    expect(itemDueOn(item('INV-1', ...past))).toBe('2026-01-31')
  })

  it('are reckoned from 70 where 30 of 100 are contested [edge 59]', () => {
    expect(fees(invoice, asked('2026-02-01', 'L-1', { disputedMinor: minorUnits(30) }))).toEqual([
      ['2026-02-01', 1, 7],
    ])
  })

  it('are not assessed for days of hardship, nor made up for afterwards [4-11]', () => {
    const pauses = [{ from: civilDate('2026-01-20'), until: civilDate('2026-02-15') }]
    accounts(invoice)
      .when(asked('2026-02-10', 'L-1', { pauses }))
      .thenRejected({
        type: 'FeesArePaused',
        itemId: itemId('INV-1'),
        until: civilDate('2026-02-15'),
      })
    accounts(invoice)
      .when(asked('2026-02-16', 'L-1', { pauses }))
      .thenRejected({
        type: 'NotYetLate',
        itemId: itemId('INV-1'),
        dueFrom: civilDate('2026-03-03'),
      })
    expect(fees(invoice, asked('2026-03-12', 'L-1', { pauses }))).toEqual([['2026-03-03', 2, 10]])
  })

  it('cover the instalment that is overdue, and all once all is due [edge 63]', () => {
    const plan = open('2026-01-01', 'INV-1', [40, '2026-01-31'], [60, '2026-06-30'])
    expect(fees(plan, asked('2026-02-01', 'L-1'))).toEqual([['2026-02-01', 1, 4]])
    const accelerated = fixDue('2026-01-31', 'D-1', 'INV-1', 2, '2026-01-31')
    expect(fees(plan, accelerated, asked('2026-02-01', 'L-1'))).toEqual([['2026-02-01', 1, 10]])
  })
})

describe('what is given up', () => {
  it('has one balance by every way to ask [edge 41]', () => {
    const state = after(
      invoice,
      receive('2026-01-20', 'P-1', 30),
      writeOff('2026-06-01', 'W-1', 'INV-1'),
    )
    const found = itemOf(state, itemId('INV-1'))
    if (found === undefined) throw new Error('no item')
    expect([
      openMinor(found),
      grossOpenMinor(state),
      openItems(state).length,
      itemBalances(found).parts.reduce((sum, part) => sum + part.openMinor, 0),
      Object.values(openByComponent(found)).reduce((sum, part) => sum + part, 0),
    ]).toEqual([0, 0, 0, 0, 0])
  })

  it('may be a residue that is not worth a letter, and no more than that [edge 46]', () => {
    const short = [invoice, receive('2026-01-20', 'P-1', 97)]
    accounts(...short)
      .when(writeOffResidue('2026-03-01', 'W-1', 'INV-1', 2))
      .thenRejected({
        type: 'BalanceAboveTolerance',
        itemId: itemId('INV-1'),
        openMinor: 3,
        toleranceMinor: 2,
      })
    expect(balances(...short, writeOffResidue('2026-03-01', 'W-1', 'INV-1', 3))).toEqual({})
  })
})

describe('a receivable passed to a partner', () => {
  const assigned = [invoice, assign('2026-01-05', 'A-1', 'INV-1')]

  it('is the customer’s debt to us no more [0-14]', () => {
    accounts(invoice)
      .when(assign('2026-01-05', 'A-1', 'INV-1'))
      .then({
        type: 'ReceivableAssigned',
        ...about('2026-01-05'),
        itemId: itemId('INV-1'),
        assignmentId: assignmentId('A-1'),
        partnerId: partnerId('Klarna'),
        recourse: 'conditional',
        amountMinor: minorUnits(100),
      })
    expect(grossOpenMinor(after(...assigned))).toBe(0)
  })

  it('comes back by recourse as due now, and only as far as it was passed [edge 71] [0-14]', () => {
    const back = [...assigned, takeRecourse('2026-01-20', 'T-1', 'A-1', 100)]
    expect(balances(...back)).toEqual({ 'INV-1': 100 })
    expect(itemDueOn(item('INV-1', ...back))).toBe('2026-01-20')
    accounts(...back)
      .when(takeRecourse('2026-01-21', 'T-2', 'A-1', 1))
      .thenRejected({
        type: 'RecourseExceedsAssigned',
        assignmentId: assignmentId('A-1'),
        assignedMinor: 0,
        offeredMinor: 1,
      })
    accounts(invoice, assign('2026-01-05', 'A-1', 'INV-1', 'none'))
      .when(takeRecourse('2026-01-20', 'T-1', 'A-1', 100))
      .thenRejected({ type: 'NoRecourse', assignmentId: assignmentId('A-1') })
  })
})

describe('cash on delivery', () => {
  it('that is short leaves the item open, and says by how much [1-36]', () => {
    const events = reach(receivablesRoom)([invoice, collect('2026-01-31', 'P-1', 'INV-1', 80)])
    expect(events.at(-1)).toEqual({
      type: 'CashCollected',
      ...about('2026-01-31'),
      paymentId: paymentId('P-1'),
      itemId: itemId('INV-1'),
      expectedMinor: minorUnits(100),
      collectedMinor: minorUnits(80),
    })
    expect(balances(invoice, collect('2026-01-31', 'P-1', 'INV-1', 80))).toEqual({ 'INV-1': 20 })
  })
})

describe('store credit for points', () => {
  it('is what the credit balance grows by, buys, and is not paid out [1-21]', () => {
    const before = creditMinor(after(invoice))
    const granted = [invoice, storeCredit('2026-01-15', 'S-1', 30)]
    expect(creditMinor(after(...granted)) - before).toBe(30)
    accounts(...granted)
      .when(refundCredit('2026-01-16', 'RF-1', 'S-1', 30))
      .thenRejected({ type: 'StoreCreditIsNotPaidOut', creditId: creditId('S-1') })
    expect(balances(...granted, useBalance('2026-01-16', 'U-1', 'INV-1'))).toEqual({ 'INV-1': 70 })
  })
})

describe('an opening balance', () => {
  it('is due since its original day, long before it was imported [0-10] [0-29]', () => {
    const old: ReceivablesCommand = {
      ...open('2026-01-01', 'OLD-1', [100, '2025-09-30']),
      type: 'RecordItem',
      kind: 'openingBalance',
    }
    expect(itemDueOn(item('OLD-1', old))).toBe('2025-09-30')
    const paidAndBounced = [
      old,
      receive('2026-01-05', 'P-1', 100),
      bounce('2026-01-09', 'R', 'P-1'),
    ]
    expect(itemDueOn(item('OLD-1', ...paidAndBounced))).toBe('2025-09-30')
  })

  it('offered again with other days is a conflict, until a day was fixed', () => {
    const other = open('2026-01-01', 'INV-1', [100, '2026-02-28'])
    accounts(invoice).when(other).thenRejected({
      type: 'ConflictingDuplicate',
      what: 'item',
      id: 'INV-1',
      recordedMinor: 100,
      offeredMinor: 100,
    })
    accounts(invoice, fixDue('2026-01-02', 'D-1', 'INV-1', 1, '2026-02-28'))
      .when(invoice)
      .thenNothing()
  })
})
