import { describe, expect, it } from 'vitest'
import { reach } from '@tenure/testing'
import { invoiceRoom } from '../src/invoice/index.ts'
import { minorUnits, text, totalOf } from '../src/shared/index.ts'
import { breakdown, invoice, issue, issued, line, number } from './invoice-words.ts'

const lines = [line('laptop', 90_000, 10_000), line('book', 2_000, 0, 700)]
// 19 % of 900 is 171, 7 % of 20 is 1.40, 19 % of the shipping of 5 is 0.95.
const whole = {
  ...issue,
  lines,
  breakdown: breakdown(102_000, 10_000, 17_335, 500, 250),
  shippingTaxBasisPoints: 1900,
}

describe('an invoice with lines', () => {
  it('has a breakdown that follows from them, and its parts make its total [1-26]', () => {
    const [event] = reach(invoiceRoom)([whole])
    if (event?.type !== 'InvoiceIssued') throw new Error('no invoice')
    expect(event.breakdown).toEqual({
      netMinor: 102_000,
      discountMinor: 10_000,
      taxMinor: 17_335,
      shippingMinor: 500,
      feesMinor: 250,
      taxRounding: 'line',
    })
    expect([totalOf(event.breakdown), event.totalMinor]).toEqual([110_085, 110_085])
  })

  it('is refused where a part is not what its lines come to', () => {
    const wrong = (part: 'net' | 'discount' | 'tax', linesMinor: number, statedMinor: number) =>
      ({ type: 'BreakdownMismatch', invoiceId: number, part, linesMinor, statedMinor }) as const
    invoice()
      .when({ ...whole, breakdown: breakdown(102_001, 10_000, 17_335, 500, 250) })
      .thenRejected(wrong('net', 102_000, 102_001))
    invoice()
      .when({ ...whole, breakdown: breakdown(102_000, 9_999, 17_335, 500, 250) })
      .thenRejected(wrong('discount', 10_000, 9_999))
    invoice()
      .when({ ...whole, breakdown: breakdown(102_000, 10_000, 17_240, 500, 250) })
      .thenRejected(wrong('tax', 17_335, 17_240))
  })

  it('says where its tax is rounded', () => {
    invoice()
      .when({ ...whole, breakdown: { ...whole.breakdown, taxRounding: null } })
      .thenRejected({ type: 'RoundingNotNamed', invoiceId: number })
  })

  it('beyond what can be counted exactly is refused, and throws nothing', () => {
    const most = line('gold', Number.MAX_SAFE_INTEGER - 1)
    invoice()
      .when({ ...issue, lines: [most], breakdown: breakdown(Number.MAX_SAFE_INTEGER - 1) })
      .thenRejected({
        type: 'AmountOutOfRange',
        invoiceId: number,
        amountMinor: Number.MAX_SAFE_INTEGER - 1,
      })
    // Before the discount, and with all that a rate of a hundred percent adds to shipping and fees.
    const half = 5_000_000_000_000_000
    invoice()
      .when({ ...issue, lines: [line('gold', half, half)], breakdown: breakdown(half) })
      .thenRejected({ type: 'AmountOutOfRange', invoiceId: number, amountMinor: half })
    const third = 3_000_000_000_000_000
    invoice()
      .when({
        ...issue,
        lines: [line('box', 0)],
        breakdown: breakdown(0, 0, 0, third, third),
        shippingTaxBasisPoints: 10_000,
        feesTaxBasisPoints: 10_000,
      })
      .thenRejected({ type: 'AmountOutOfRange', invoiceId: number, amountMinor: 2 * third })
  })

  it('may be as large as trade is: ten million at 19 %, and half of all numbers without tax', () => {
    const totalOfBill = (net: number, tax: number, basisPoints: number) => {
      const lines = [line('ship', net, 0, basisPoints)]
      const [event] = reach(invoiceRoom)([{ ...issue, lines, breakdown: breakdown(net, 0, tax) }])
      return event?.type === 'InvoiceIssued' ? event.totalMinor : null
    }
    expect(totalOfBill(1_000_000_000, 190_000_000, 1900)).toBe(1_190_000_000)
    expect(totalOfBill(5_000_000_000_000_000, 0, 0)).toBe(5_000_000_000_000_000)
  })
})

describe('an invoice that follows an accepted quote', () => {
  const quoted = [text('laptop'), text('book')]
  const follows = { ...whole, quote: { quoteHash: text('q-1'), lineIds: quoted } }

  it('names the quote', () => {
    invoice()
      .when(follows)
      .then({
        ...issued,
        lines,
        breakdown: whole.breakdown,
        shippingTaxBasisPoints: 1900,
        totalMinor: minorUnits(110_085),
        schedule: issued.schedule.map((part, index) => ({
          ...part,
          amountMinor: minorUnits(index === 0 ? 33_026 : 77_059),
        })),
        quoteHash: text('q-1'),
      })
  })

  it('holds no line that the buyer did not see: a warranty is quoted or not billed [1-27]', () => {
    const warranty = line('warranty', 1_000, 0, 0)
    invoice()
      .when({
        ...follows,
        lines: [...lines, warranty],
        breakdown: breakdown(103_000, 10_000, 17_335, 500, 250),
      })
      .thenRejected({ type: 'LineNotQuoted', invoiceId: number, lineIds: [text('warranty')] })
    const seen = { quoteHash: text('q-2'), lineIds: [...quoted, text('warranty')] }
    const [event] = reach(invoiceRoom)([
      {
        ...follows,
        quote: seen,
        lines: [...lines, warranty],
        breakdown: breakdown(103_000, 10_000, 17_335, 500, 250),
      },
    ])
    expect(event?.type === 'InvoiceIssued' && event.totalMinor).toBe(111_085)
  })
})
