import { describe, expect, it } from 'vitest'
import { decideAt, given, reach } from '@tenure/testing'
import { isRight } from 'fp-ts/lib/Either.js'
import { invoiceRoom, type InvoiceCommand } from '../src/invoice/index.ts'
import {
  changeId,
  civilDate,
  creditId,
  currency,
  customerId,
  deposit,
  invoiceId,
  minorUnits,
  net,
  text,
} from '../src/shared/index.ts'

const invoice = given(invoiceRoom)
const about = (on: string) => ({
  effectiveOn: civilDate(on),
  customerId: customerId('C-1'),
  invoiceId: invoiceId('000123'),
})
const breakdown = (net: number, discount = 0, tax = 0, shipping = 0) => ({
  netMinor: minorUnits(net),
  discountMinor: minorUnits(discount),
  taxMinor: minorUnits(tax),
  shippingMinor: minorUnits(shipping),
})
const issue = {
  type: 'IssueInvoice',
  ...about('2026-04-10'),
  orderId: null,
  currency: currency('EUR'),
  breakdown: breakdown(1000, 100, 190, 10),
  terms: deposit(3000, 30),
  anchorOn: civilDate('2026-04-10'),
} satisfies InvoiceCommand
const record = {
  type: 'RecordInvoice',
  ...about('2026-04-10'),
  orderId: null,
  currency: currency('EUR'),
  totalMinor: minorUnits(100),
  schedule: [{ instalment: 1, amountMinor: minorUnits(100), dueOn: null }],
} satisfies InvoiceCommand
const correct = (id: string, amountMinor: number): InvoiceCommand => ({
  type: 'CorrectInvoice',
  ...about('2026-05-01'),
  creditId: creditId(id),
  amountMinor: minorUnits(amountMinor),
  reason: null,
})
const takeBack = (id: string, paidMinor = 0): InvoiceCommand => ({
  type: 'VoidInvoice',
  ...about('2026-05-01'),
  changeId: changeId(id),
  reason: null,
  paidMinor: minorUnits(paidMinor),
})
const deliver: InvoiceCommand = { type: 'DeliverInvoice', ...about('2026-04-12') }
const number = invoiceId('000123')

describe('an invoice to be issued', () => {
  it('adds up from its parts, and is due as its terms say', () => {
    invoice()
      .when(issue)
      .then({
        type: 'InvoiceIssued',
        ...about('2026-04-10'),
        orderId: null,
        currency: currency('EUR'),
        totalMinor: minorUnits(1100),
        breakdown: breakdown(1000, 100, 190, 10),
        schedule: [
          { instalment: 1, amountMinor: minorUnits(330), dueOn: civilDate('2026-04-10') },
          { instalment: 2, amountMinor: minorUnits(770), dueOn: civilDate('2026-05-10') },
        ],
        terms: deposit(3000, 30),
      })
  })

  it('that comes to nothing is refused', () => {
    invoice()
      .when({ ...issue, breakdown: breakdown(100, 100) })
      .thenRejected({ type: 'EmptyInvoice', invoiceId: number })
  })

  it('with more discount than net is refused, though tax would cover it', () => {
    invoice()
      .when({ ...issue, breakdown: breakdown(100, 101, 50) })
      .thenRejected({
        type: 'DiscountAboveNet',
        invoiceId: number,
        netMinor: 100,
        discountMinor: 101,
      })
  })

  it('under unsound terms is refused, and the fault is named', () => {
    const terms = {
      ...net(30),
      termsId: text('twice'),
      parts: [...net(30).parts, ...net(30).parts],
    }
    invoice()
      .when({ ...issue, terms })
      .thenRejected({
        type: 'TermsUnsound',
        invoiceId: number,
        fault: { type: 'NotOneBalance', termsId: 'twice', balances: 2 },
      })
  })

  it('beyond what can be summed exactly is refused', () => {
    const most = Number.MAX_SAFE_INTEGER
    invoice()
      .when({ ...issue, breakdown: breakdown(most, 0, 1) })
      .thenRejected({ type: 'AmountOutOfRange', invoiceId: number, amountMinor: most + 1 })
  })
})

describe('an invoice from elsewhere', () => {
  it('may be of nothing', () => {
    const none = { ...record, totalMinor: minorUnits(0), schedule: [] }
    invoice(none).when(none).thenNothing()
  })

  it('must have a schedule that adds up to its total', () => {
    invoice()
      .when({ ...record, totalMinor: minorUnits(101) })
      .thenRejected({
        type: 'ScheduleMismatch',
        invoiceId: number,
        totalMinor: 101,
        scheduledMinor: 100,
      })
  })
})

describe('an invoice of another customer', () => {
  const stranger = customerId('C-2')
  const wrong = {
    type: 'WrongCustomer',
    invoiceId: number,
    expected: customerId('C-1'),
    offered: stranger,
  } as const

  it('is not issued again by its number, however alike: the second one would be lost unsaid', () => {
    invoice(record)
      .when({ ...record, customerId: stranger })
      .thenRejected(wrong)
    invoice(issue)
      .when({ ...issue, customerId: stranger })
      .thenRejected(wrong)
    invoice(record)
      .when({ ...record, customerId: null })
      .thenRejected({ ...wrong, offered: null })
  })

  it('is not delivered, corrected or taken back, also where that was done before', () => {
    for (const command of [deliver, correct('K-1', 10), takeBack('v')]) {
      invoice(record)
        .when({ ...command, customerId: stranger })
        .thenRejected(wrong)
      invoice(record, command)
        .when({ ...command, customerId: stranger })
        .thenRejected(wrong)
    }
  })
})

describe('an issued invoice', () => {
  it('is not issued again: the same is silence, another total a conflict, other content a refusal', () => {
    invoice(issue).when(issue).thenNothing()
    invoice(issue)
      .when({ ...issue, breakdown: breakdown(1000) })
      .thenRejected({
        type: 'ConflictingDuplicate',
        invoiceId: number,
        recordedMinor: 1100,
        offeredMinor: 1000,
      })
    invoice(issue)
      .when({ ...issue, terms: net(30) })
      .thenRejected({ type: 'InvoiceAlreadyIssued', invoiceId: number })
  })

  it('is delivered once', () => {
    invoice(issue)
      .when(deliver)
      .then({ type: 'InvoiceDelivered', ...about('2026-04-12') })
    invoice(issue, deliver, takeBack('V-1')).when(deliver).thenNothing()
  })

  it('is delivered, corrected and taken back on its own date at the earliest', () => {
    const early = { effectiveOn: civilDate('2026-01-01') }
    for (const command of [deliver, correct('CN-1', 100), takeBack('V-1')]) {
      const answer = decideAt(invoiceRoom)(reach(invoiceRoom)([issue]))({ ...command, ...early })
      expect(isRight(answer) && answer.right.map(({ effectiveOn }) => effectiveOn)).toEqual([
        issue.effectiveOn,
      ])
    }
  })

  it('is corrected by notes that together never exceed its total', () => {
    invoice(issue, correct('CN-1', 1000)).when(correct('CN-2', 101)).thenRejected({
      type: 'CreditAboveTotal',
      invoiceId: number,
      totalMinor: 1100,
      correctedMinor: 1000,
      offeredMinor: 101,
    })
    invoice(issue, correct('CN-1', 1000), correct('CN-2', 100))
      .when(correct('CN-1', 1000))
      .thenNothing()
    invoice(issue, correct('CN-1', 1000)).when(correct('CN-1', 999)).thenRejected({
      type: 'ConflictingDuplicate',
      invoiceId: number,
      recordedMinor: 1000,
      offeredMinor: 999,
    })
    invoice(issue).when(correct('CN-1', 0)).thenRejected({ type: 'ZeroAmount', invoiceId: number })
  })

  it('is taken back whole, with what that takes away', () => {
    invoice(issue)
      .when(takeBack('V-1'))
      .then({
        type: 'InvoiceVoided',
        ...about('2026-05-01'),
        currency: currency('EUR'),
        changeId: changeId('V-1'),
        totalMinor: minorUnits(1100),
        reason: null,
      })
  })

  it('is not taken back after a payment or a correction', () => {
    invoice(issue)
      .when(takeBack('V-1', 5))
      .thenRejected({ type: 'VoidAfterPayment', invoiceId: number, paidMinor: 5 })
    invoice(issue, correct('CN-1', 100))
      .when(takeBack('V-1'))
      .thenRejected({ type: 'VoidAfterCorrection', invoiceId: number, correctedMinor: 100 })
  })
})

describe('an invoice that was taken back', () => {
  it('takes no more changes, but knows the one that took it back', () => {
    const past = [issue, takeBack('V-1')] as const
    invoice(...past)
      .when(takeBack('V-1', 5))
      .thenNothing()
    for (const command of [takeBack('V-2'), correct('CN-1', 10), deliver])
      invoice(...past)
        .when(command)
        .thenRejected({ type: 'InvoiceIsVoid', invoiceId: number })
  })
})

describe('an invoice that nobody issued', () => {
  it('can be neither delivered nor corrected nor taken back', () => {
    for (const command of [takeBack('V-2'), correct('CN-1', 10), deliver])
      invoice().when(command).thenRejected({ type: 'InvoiceNotIssued', invoiceId: number })
  })

  it('has a stream by its number, leading zeros and all', () => {
    expect(invoiceRoom.streamOf(issue)).toBe('invoice-000123')
  })
})
