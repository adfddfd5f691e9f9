import { describe, expect, it } from 'vitest'
import { decideAt, reach } from '@tenure/testing'
import { isRight } from 'fp-ts/lib/Either.js'
import { invoiceRoom, plainBill } from '../src/invoice/index.ts'
import { civilDate, customerId, minorUnits, net, text } from '../src/shared/index.ts'
import {
  about,
  breakdown,
  correct,
  deliver,
  euro,
  invoice,
  issue,
  issued,
  line,
  number,
  record,
  takeBack,
} from './invoice-words.ts'

describe('an invoice to be issued', () => {
  it('adds up from its parts, and is due as its terms say', () => {
    invoice().when(issue).then(issued)
  })

  it('that comes to nothing and holds nothing is refused', () => {
    invoice()
      .when({ ...issue, breakdown: breakdown(100, 100) })
      .thenRejected({ type: 'EmptyInvoice', invoiceId: number })
  })

  it('whose lines come to nothing is issued, with nothing due', () => {
    const lines = [line('sample', 0, 500)]
    invoice()
      .when({ ...issue, lines, breakdown: breakdown(500, 500) })
      .then({
        ...issued,
        lines,
        breakdown: breakdown(500, 500),
        totalMinor: minorUnits(0),
        nothingDue: true,
        schedule: [],
      })
    const later = { ...issue, terms: net(30), lines, breakdown: breakdown(500, 500) }
    const [event] = reach(invoiceRoom)([later])
    expect(event?.type === 'InvoiceIssued' && event.schedule).toEqual([])
  })

  it('of one cent needs an account and a way to pay as any other', () => {
    invoice()
      .when({ ...issue, breakdown: breakdown(1), payTo: { account: null, methods: [] } })
      .thenRejected({
        type: 'PaymentDetailsMissing',
        invoiceId: number,
        missing: ['account', 'method'],
      })
  })

  it('of one sum and nothing else has a total of that sum', () => {
    invoice()
      .when({ ...issue, ...plainBill(1100) })
      .then({ ...issued, breakdown: { ...breakdown(1100), taxRounding: 'global' } })
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

  it('says how much, to which account, by when and by what way it is to be paid [4-09]', () => {
    invoice()
      .when({ ...issue, payTo: { account: null, methods: [] } })
      .thenRejected({
        type: 'PaymentDetailsMissing',
        invoiceId: number,
        missing: ['account', 'method'],
      })
    invoice()
      .when({ ...issue, payTo: { account: text('DE89'), methods: [] } })
      .thenRejected({ type: 'PaymentDetailsMissing', invoiceId: number, missing: ['method'] })
    const { totalMinor, schedule, payTo } = issued
    expect({ totalMinor, firstDueOn: schedule[0]?.dueOn, payTo }).toEqual({
      totalMinor: 1100,
      firstDueOn: '2026-04-10',
      payTo: { account: 'DE89 3704 0044', methods: ['card', 'transfer'] },
    })
  })
})

describe('an invoice from elsewhere', () => {
  it('may be of nothing', () => {
    const none = { ...record, totalMinor: minorUnits(0), schedule: [] }
    invoice()
      .when(none)
      .then({
        ...issued,
        totalMinor: minorUnits(0),
        nothingDue: true,
        breakdown: { ...breakdown(0), taxRounding: null },
        billFor: { kind: 'other' },
        schedule: [],
        terms: null,
        payTo: null,
      })
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

  it('keeps its due days as they stand, gone by as they may be: what is taken over keeps its age', () => {
    const old = [
      { instalment: 1, amountMinor: minorUnits(40), dueOn: civilDate('2019-01-31') },
      { instalment: 2, amountMinor: minorUnits(60), dueOn: civilDate('2019-02-28') },
    ]
    invoice()
      .when({ ...record, schedule: old })
      .then({
        ...issued,
        totalMinor: minorUnits(100),
        breakdown: { ...breakdown(100), taxRounding: null },
        billFor: { kind: 'other' },
        schedule: old,
        terms: null,
        payTo: null,
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
    const note = { ...correct('K-1', 10), taxRounding: null }
    for (const command of [deliver, note, takeBack('v')]) {
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

  it('is delivered once, and seen once, each on its day [2-08]', () => {
    const view = { type: 'ViewInvoice' as const, ...about('2026-04-13'), channel: text('email') }
    invoice().when(issue).then(issued)
    invoice(issue)
      .when(deliver)
      .then({ type: 'InvoiceDelivered', ...about('2026-04-12') })
    invoice(issue, deliver, takeBack('V-1')).when(deliver).thenNothing()
    invoice(issue, deliver)
      .when(view)
      .then({ type: 'InvoiceViewed', ...about('2026-04-13'), channel: text('email') })
    invoice(issue, view)
      .when({ ...view, channel: null })
      .thenNothing()
    invoice().when(view).thenRejected({ type: 'InvoiceNotIssued', invoiceId: number })
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

  it('is taken back whole, with what that takes away', () => {
    invoice(issue)
      .when(takeBack('V-1'))
      .then({
        type: 'InvoiceVoided',
        ...about('2026-05-01'),
        currency: euro,
        changeId: takeBack('V-1').changeId,
        totalMinor: minorUnits(1100),
        reason: null,
      })
  })

  it('is not taken back after a payment or a correction', () => {
    invoice(issue)
      .when(takeBack('V-1', 1))
      .thenRejected({ type: 'VoidAfterPayment', invoiceId: number, paidMinor: 1 })
    invoice(issue, correct('CN-1', 1))
      .when(takeBack('V-1'))
      .thenRejected({ type: 'VoidAfterCorrection', invoiceId: number, correctedMinor: 1 })
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
