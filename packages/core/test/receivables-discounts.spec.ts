import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  creditMinor,
  openItems,
  openMinor,
  receivablesRoom,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import { changeId, civilDate, fold, itemId, minorUnits, paymentId } from '../src/shared/index.ts'
import { about, bounce, credit, open, receive, unapply } from './receivables-words.ts'
import { offer, refundCredit, takeDiscount } from './receivables-more-words.ts'

const accounts = given(receivablesRoom)
const after = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  fold(receivablesRoom.decider, reach(receivablesRoom)(commands))
const balances = (...commands: ReadonlyArray<ReceivablesCommand>) =>
  Object.fromEntries(openItems(after(...commands)).map((item) => [item.itemId, openMinor(item)]))

// 2/10 N/30: an invoice of 1 March, two percent off for cash until 11 March.
const invoice = {
  ...open('2026-03-01', 'INV-1', [100, '2026-03-31']),
  earlyPay: [offer(200, 100, '2026-03-11')],
}
const large = {
  ...open('2026-03-01', 'INV-2', [1000, '2026-03-31']),
  earlyPay: [offer(200, 1000, '2026-03-11')],
}

describe('an invoice at 2/10 N/30', () => {
  it('of 100 is closed by 98 on day 10, with the discount beside the cash [2-11] [edge 43]', () => {
    accounts(invoice)
      .when(receive('2026-03-11', 'P-1', 98))
      .then(
        {
          type: 'PaymentReceived',
          ...about('2026-03-11'),
          paymentId: paymentId('P-1'),
          amountMinor: minorUnits(98),
          method: null,
          forItemId: null,
          initiatedOn: null,
          settledOn: null,
        },
        {
          type: 'PaymentApplied',
          ...about('2026-03-11'),
          paymentId: paymentId('P-1'),
          itemId: itemId('INV-1'),
          changeId: null,
          by: 'oldestDue',
          amountMinor: minorUnits(98),
          components: null,
        },
        {
          type: 'EarlyDiscountTaken',
          ...about('2026-03-11'),
          itemId: itemId('INV-1'),
          instalment: 1,
          paymentId: paymentId('P-1'),
          changeId: null,
          basisPoints: 200,
          untilOn: civilDate('2026-03-11'),
          amountMinor: minorUnits(2),
        },
      )
  })

  it('leaves 2 open where 98 come on day 11 [2-11] [edge 43]', () => {
    expect(balances(invoice, receive('2026-03-12', 'P-1', 98))).toEqual({ 'INV-1': 2 })
  })

  it('gives the discount on the eligible part only, and never twice [2-11] [edge 43] [inv 15]', () => {
    const part = receive('2026-03-02', 'P-1', 500)
    expect(balances(large, part)).toEqual({ 'INV-2': 500 })
    expect(balances(large, part, receive('2026-03-08', 'P-2', 489))).toEqual({ 'INV-2': 11 })
    const past = [large, part, receive('2026-03-08', 'P-2', 490)]
    const item = after(...past).closed.get(itemId('INV-2'))
    expect(item).toBeDefined()
    expect(balances(...past)).toEqual({})
    accounts(...past)
      .when(takeDiscount('2026-03-09', 'D-1', 'INV-2', 'P-2'))
      .thenRejected({ type: 'EarlyDiscountIsTaken', itemId: itemId('INV-2'), instalment: 1 })
  })

  it('reckons nothing from what is not eligible', () => {
    const goods = { ...invoice, earlyPay: [offer(200, 50, '2026-03-11')] }
    expect(balances(goods, receive('2026-03-11', 'P-1', 99))).toEqual({})
  })

  it('owes the discount again when the cash that earned it bounces [edge 80] [inv 9]', () => {
    const past = [invoice, receive('2026-03-11', 'P-1', 98)]
    accounts(...past)
      .when(bounce('2026-03-15', 'R-1', 'P-1'))
      .then(
        {
          type: 'PaymentUnapplied',
          ...about('2026-03-15'),
          paymentId: paymentId('P-1'),
          itemId: itemId('INV-1'),
          changeId: changeId('R-1'),
          why: 'reversal',
          amountMinor: minorUnits(98),
          components: null,
          dueOn: civilDate('2026-03-31'),
        },
        {
          type: 'EarlyDiscountWithdrawn',
          ...about('2026-03-15'),
          itemId: itemId('INV-1'),
          instalment: 1,
          paymentId: paymentId('P-1'),
          why: 'paymentTakenBack',
          amountMinor: minorUnits(2),
          dueOn: civilDate('2026-03-31'),
        },
        {
          type: 'PaymentReversed',
          ...about('2026-03-15'),
          paymentId: paymentId('P-1'),
          changeId: changeId('R-1'),
          amountMinor: minorUnits(98),
          reason: null,
        },
      )
    expect(balances(...past, bounce('2026-03-15', 'R-1', 'P-1'))).toEqual({ 'INV-1': 100 })
    expect(balances(...past, unapply('2026-03-15', 'U-1', 'P-1', 'INV-1'))).toEqual({
      'INV-1': 100,
    })
  })

  it('refunds half of 98 where half of the goods come back [edge 44]', () => {
    const returned = [
      invoice,
      receive('2026-03-11', 'P-1', 98),
      credit('2026-03-20', 'CN-1', 'INV-1', 50),
    ]
    expect([balances(...returned), creditMinor(after(...returned))]).toEqual([{}, 49])
    accounts(...returned)
      .when(refundCredit('2026-03-21', 'RF-1', 'CN-1', 50))
      .thenRejected({ type: 'RefundExceedsPaid', availableMinor: 49, offeredMinor: 50 })
    const rest = credit('2026-03-22', 'CN-2', 'INV-1', 50)
    expect(creditMinor(after(...returned, rest))).toBe(98)
  })
})

describe('a discount given by hand', () => {
  const inParts = [invoice, receive('2026-03-05', 'P-1', 50), receive('2026-03-11', 'P-2', 48)]
  const hand = takeDiscount('2026-03-12', 'D-1', 'INV-1', 'P-2')

  it('is for cash that came in time, but in parts', () => {
    expect(balances(...inParts)).toEqual({ 'INV-1': 2 })
    accounts(...inParts)
      .when(hand)
      .then({
        type: 'EarlyDiscountTaken',
        ...about('2026-03-12'),
        itemId: itemId('INV-1'),
        instalment: 1,
        paymentId: paymentId('P-2'),
        changeId: changeId('D-1'),
        basisPoints: 200,
        untilOn: civilDate('2026-03-11'),
        amountMinor: minorUnits(2),
      })
    accounts(...inParts, hand)
      .when(hand)
      .thenNothing()
  })

  it('is none for cash that came late, or too little, or where none was agreed', () => {
    accounts(invoice, receive('2026-03-12', 'P-1', 98))
      .when(takeDiscount('2026-03-12', 'D-1', 'INV-1', 'P-1'))
      .thenRejected({
        type: 'TooLateForDiscount',
        itemId: itemId('INV-1'),
        instalment: 1,
        untilOn: civilDate('2026-03-11'),
        receivedOn: civilDate('2026-03-12'),
      })
    accounts(invoice, receive('2026-03-11', 'P-1', 97))
      .when(takeDiscount('2026-03-12', 'D-1', 'INV-1', 'P-1'))
      .thenRejected({
        type: 'TooLittleForDiscount',
        itemId: itemId('INV-1'),
        instalment: 1,
        discountMinor: 2,
        missingMinor: 1,
      })
    accounts({ ...invoice, earlyPay: [] }, receive('2026-03-11', 'P-1', 98))
      .when(takeDiscount('2026-03-12', 'D-1', 'INV-1', 'P-1'))
      .thenRejected({ type: 'NoEarlyDiscountAgreed', itemId: itemId('INV-1'), instalment: 1 })
  })
})
