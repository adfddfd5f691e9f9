import { given } from '@tenure/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { invoiceRoom, type IssueInvoice } from '../src/invoice/index.ts'
import {
  civilDate,
  currency,
  customerId,
  invoiceId,
  minorUnits,
  net,
  noAnchorDays,
  scheduleBy,
  text,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { day, known } from './terms-words.ts'

const { invoicedOn: _, ...noDays } = noAnchorDays
const first: PaymentTerms = { ...net(30), termsId: text('standard'), version: 1 }
const second: PaymentTerms = { ...net(10), termsId: text('standard'), version: 2 }
const issue = (terms: PaymentTerms): IssueInvoice => ({
  type: 'IssueInvoice',
  effectiveOn: civilDate('2026-04-10'),
  customerId: customerId('C-1'),
  invoiceId: invoiceId('000123'),
  orderId: null,
  currency: currency('EUR'),
  lines: [],
  breakdown: {
    netMinor: minorUnits(1_000),
    discountMinor: minorUnits(0),
    taxMinor: minorUnits(0),
    shippingMinor: minorUnits(0),
    feesMinor: minorUnits(0),
    taxRounding: 'line',
  },
  shippingTaxBasisPoints: 0,
  feesTaxBasisPoints: 0,
  billFor: { kind: 'other' },
  terms,
  days: noDays,
  payTo: { account: text('IBAN-1'), methods: [text('transfer')] },
  quote: null,
})

describe('terms that change after an invoice was issued', () => {
  it('move no due day of it, and count for what is still a draft [edge 17]', () => {
    const answer = invoiceRoom.decider.decide(issue(first))(invoiceRoom.decider.initial())
    const schedules = E.isLeft(answer)
      ? []
      : answer.right.flatMap((event) => (event.type === 'InvoiceIssued' ? [event.schedule] : []))
    expect(schedules).toEqual([[{ instalment: 1, amountMinor: 1_000, dueOn: '2026-05-10' }]])
    given(invoiceRoom)(issue(first))
      .when(issue(second))
      .thenRejected({ type: 'InvoiceAlreadyIssued', invoiceId: invoiceId('000123') })
    const draft = scheduleBy(second, 1_000, known({ invoicedOn: day('2026-04-10') }))
    expect(draft[0]?.dueOn).toBe('2026-04-20')
  })
})
