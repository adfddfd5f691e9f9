import { given } from '@tenure/testing'
import {
  invoiceRoom,
  type InvoiceCommand,
  type InvoiceEvent,
  type InvoiceLine,
} from '../src/invoice/index.ts'
import {
  changeId,
  civilDate,
  creditId,
  currency,
  customerId,
  deposit,
  invoiceId,
  minorUnits,
  noAnchorDays,
  text,
  type Breakdown,
} from '../src/shared/index.ts'

type Command<Type extends InvoiceCommand['type']> = Extract<InvoiceCommand, { type: Type }>
type Of<Type extends InvoiceEvent['type']> = Extract<InvoiceEvent, { type: Type }>

export const invoice = given(invoiceRoom)
export const number = invoiceId('000123')
export const euro = currency('EUR')
export const about = (on: string) => ({
  effectiveOn: civilDate(on),
  customerId: customerId('C-1'),
  invoiceId: number,
})

export const breakdown = (
  net: number,
  discount = 0,
  tax = 0,
  shipping = 0,
  fees = 0,
): Breakdown => ({
  netMinor: minorUnits(net),
  discountMinor: minorUnits(discount),
  taxMinor: minorUnits(tax),
  shippingMinor: minorUnits(shipping),
  feesMinor: minorUnits(fees),
  taxRounding: 'line',
})

/** One line at 19 % tax; `net` is after the discount. */
export const line = (
  lineId: string,
  net: number,
  discount = 0,
  taxBasisPoints = 1900,
): InvoiceLine => ({
  lineId: text(lineId),
  sku: text(`sku of ${lineId}`),
  quantity: '1',
  unitPrice: '1',
  discountMinor: minorUnits(discount),
  netMinor: minorUnits(net),
  taxBasisPoints,
})

export const payTo = { account: text('DE89 3704 0044'), methods: [text('card'), text('transfer')] }

/** EUR 10, a discount of 1, tax of 1.90 and shipping of 0.10: 30 % on receipt, the rest in 30 days. */
export const issue: Command<'IssueInvoice'> = {
  type: 'IssueInvoice',
  ...about('2026-04-10'),
  orderId: null,
  currency: euro,
  lines: [],
  breakdown: breakdown(1000, 100, 190, 10),
  shippingTaxBasisPoints: 0,
  feesTaxBasisPoints: 0,
  billFor: { kind: 'order' },
  terms: deposit(3000, 30),
  days: noAnchorDays,
  payTo,
  quote: null,
}
export const issued: Of<'InvoiceIssued'> = {
  type: 'InvoiceIssued',
  ...about('2026-04-10'),
  orderId: null,
  currency: euro,
  totalMinor: minorUnits(1100),
  nothingDue: false,
  breakdown: breakdown(1000, 100, 190, 10),
  lines: [],
  shippingTaxBasisPoints: 0,
  feesTaxBasisPoints: 0,
  billFor: { kind: 'order' },
  schedule: [
    { instalment: 1, amountMinor: minorUnits(330), dueOn: civilDate('2026-04-10') },
    { instalment: 2, amountMinor: minorUnits(770), dueOn: civilDate('2026-05-10') },
  ],
  earlyPay: [],
  terms: deposit(3000, 30),
  payTo,
  quoteHash: null,
}
export const record: Command<'RecordInvoice'> = {
  type: 'RecordInvoice',
  ...about('2026-04-10'),
  orderId: null,
  currency: euro,
  totalMinor: minorUnits(100),
  schedule: [{ instalment: 1, amountMinor: minorUnits(100), dueOn: null }],
}

/** A note over an amount without tax, of an invoice on which all is open. */
export const correct = (
  id: string,
  amountMinor: number,
  openMinor = amountMinor,
): Command<'CorrectInvoice'> => ({
  type: 'CorrectInvoice',
  ...about('2026-05-01'),
  creditId: creditId(id),
  amountMinor: minorUnits(amountMinor),
  taxMinor: minorUnits(0),
  taxRounding: 'line',
  lines: [],
  openMinor: minorUnits(openMinor),
  reason: null,
})
export const corrected = (
  id: string,
  pre: number,
  post: number,
  tax = 0,
): Of<'InvoiceCorrected'> => ({
  type: 'InvoiceCorrected',
  ...about('2026-05-01'),
  currency: euro,
  creditId: creditId(id),
  amountMinor: minorUnits(pre + post),
  prePaymentMinor: minorUnits(pre),
  postPaymentMinor: minorUnits(post),
  taxMinor: minorUnits(tax),
  taxRounding: 'line',
  lines: [],
  reason: null,
})
export const takeBack = (id: string, paidMinor = 0): Command<'VoidInvoice'> => ({
  type: 'VoidInvoice',
  ...about('2026-05-01'),
  changeId: changeId(id),
  reason: null,
  paidMinor: minorUnits(paidMinor),
})
export const deliver: Command<'DeliverInvoice'> = { type: 'DeliverInvoice', ...about('2026-04-12') }
