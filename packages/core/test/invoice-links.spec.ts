import { describe, expect, it } from 'vitest'
import {
  invoiceRoom,
  liveLink,
  type InvoiceCommand,
  type InvoiceEvent,
} from '../src/invoice/index.ts'
import { changeId, civilDate, fold, minorUnits, paymentId, text } from '../src/shared/index.ts'
import {
  about,
  correct,
  corrected,
  euro,
  invoice,
  issue,
  issued,
  number,
  takeBack,
} from './invoice-words.ts'

const link = (token: string, amount = 1100, open = 1100): InvoiceCommand => ({
  type: 'OpenPaymentLink',
  ...about('2026-04-11'),
  token: text(token),
  amountMinor: minorUnits(amount),
  expiresOn: civilDate('2026-05-11'),
  openMinor: minorUnits(open),
})
const opened = (token: string, amount = 1100): InvoiceEvent => ({
  type: 'PaymentLinkOpened',
  ...about('2026-04-11'),
  currency: euro,
  token: text(token),
  amountMinor: minorUnits(amount),
  expiresOn: civilDate('2026-05-11'),
})
const use = (token: string, open = 1100, payment = 'P-1', day = '2026-04-20'): InvoiceCommand => ({
  type: 'UsePaymentLink',
  ...about(day),
  token: text(token),
  paymentId: paymentId(payment),
  openMinor: minorUnits(open),
})
const retire = (token: string, reason: 'paid' | 'withdrawn'): InvoiceCommand => ({
  type: 'RetirePaymentLink',
  ...about('2026-04-15'),
  token: text(token),
  reason,
})
const retired = (
  token: string,
  reason: 'paid' | 'changed' | 'replaced',
  day: string,
): InvoiceEvent => ({
  type: 'PaymentLinkRetired',
  ...about(day),
  token: text(token),
  reason,
})
const dead = (why: 'used' | 'paid' | 'changed' | 'replaced' | 'withdrawn' | 'expired') =>
  ({ type: 'LinkExpired', invoiceId: number, token: text('L-1'), why }) as const

describe('a link by which an invoice can be paid', () => {
  it('is for an amount that is open, until a day', () => {
    invoice(issue).when(link('L-1')).then(opened('L-1'))
    invoice(issue, link('L-1')).when(link('L-1')).thenNothing()
    invoice(issue)
      .when(link('L-1', 1100, 1099))
      .thenRejected({
        type: 'LinkAboveOpen',
        invoiceId: number,
        amountMinor: 1100,
        openMinor: 1099,
      })
    invoice(issue).when(link('L-1', 0)).thenRejected({ type: 'ZeroAmount', invoiceId: number })
    invoice(issue, link('L-1')).when(link('L-1', 500)).thenRejected({
      type: 'ConflictingDuplicate',
      invoiceId: number,
      recordedMinor: 1100,
      offeredMinor: 500,
    })
    invoice().when(link('L-1')).thenRejected({ type: 'InvoiceNotIssued', invoiceId: number })
  })

  it('is paid by once, with exactly its amount', () => {
    invoice(issue, link('L-1'))
      .when(use('L-1'))
      .then({
        type: 'PaymentLinkUsed',
        ...about('2026-04-20'),
        currency: euro,
        token: text('L-1'),
        paymentId: paymentId('P-1'),
        amountMinor: minorUnits(1100),
      })
    invoice(issue, link('L-1'), use('L-1')).when(use('L-1', 0)).thenNothing()
    invoice(issue, link('L-1'), use('L-1'))
      .when(use('L-1', 1100, 'P-2'))
      .thenRejected(dead('used'))
  })

  it('that is stale cannot pay too much: after payment, after a change, after its day [2-10]', () => {
    invoice(issue, link('L-1')).when(use('L-1', 0)).thenRejected(dead('paid'))
    invoice(issue, link('L-1')).when(use('L-1', 1099)).thenRejected(dead('changed'))
    invoice(issue, link('L-1'))
      .when(use('L-1', 1100, 'P-1', '2026-05-12'))
      .thenRejected(dead('expired'))
    invoice(issue, link('L-1'), retire('L-1', 'paid')).when(use('L-1')).thenRejected(dead('paid'))
    invoice(issue, link('L-1'), correct('CN-1', 100)).when(use('L-1')).thenRejected(dead('changed'))
    invoice(issue, link('L-1'), link('L-2')).when(use('L-1')).thenRejected(dead('replaced'))
  })

  it('on its last day can still be used', () => {
    invoice(issue, link('L-1'))
      .when(use('L-1', 1100, 'P-1', '2026-05-11'))
      .then({
        type: 'PaymentLinkUsed',
        ...about('2026-05-11'),
        currency: euro,
        token: text('L-1'),
        paymentId: paymentId('P-1'),
        amountMinor: minorUnits(1100),
      })
  })

  it('gives way to a newer one', () => {
    invoice(issue, link('L-1'))
      .when(link('L-2', 500))
      .then(retired('L-1', 'replaced', '2026-04-11'), opened('L-2', 500))
  })

  it('dies with a credit note, and with the invoice', () => {
    invoice(issue, link('L-1'))
      .when(correct('CN-1', 100))
      .then(corrected('CN-1', 100, 0), retired('L-1', 'changed', '2026-05-01'))
    const voided: InvoiceEvent = {
      type: 'InvoiceVoided',
      ...about('2026-05-01'),
      currency: euro,
      changeId: changeId('V-1'),
      totalMinor: minorUnits(1100),
      reason: null,
    }
    invoice(issue, link('L-1'))
      .when(takeBack('V-1'))
      .then(voided, retired('L-1', 'changed', '2026-05-01'))
    const live = (...events: ReadonlyArray<InvoiceEvent>) =>
      liveLink(fold(invoiceRoom.decider, events))
    expect(live(issued, opened('L-1'))).toBe('L-1')
    expect(live(issued, opened('L-1'), retired('L-1', 'changed', '2026-05-01'))).toBeUndefined()
    invoice(issue, link('L-1'), takeBack('V-1'))
      .when(use('L-1'))
      .thenRejected({ type: 'InvoiceIsVoid', invoiceId: number })
  })

  it('is retired once, for whatever reason, and only where it is known', () => {
    invoice(issue, link('L-1'))
      .when(retire('L-1', 'paid'))
      .then(retired('L-1', 'paid', '2026-04-15'))
    invoice(issue, link('L-1'), retire('L-1', 'paid'))
      .when(retire('L-1', 'withdrawn'))
      .thenNothing()
    for (const command of [retire('L-9', 'paid'), use('L-9')])
      invoice(issue)
        .when(command)
        .thenRejected({ type: 'UnknownLink', invoiceId: number, token: text('L-9') })
  })
})
