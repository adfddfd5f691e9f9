import * as fc from 'fast-check'
import type { InvoiceCommand } from '@tenure/core/invoice'
import { discountNet, minorUnits, noAnchorDays } from '@tenure/core/shared'
import { breakdownOf } from '@tenure/core/terms'
import { correctByLines, correctBySum, links } from './invoice-notes.ts'
import {
  aboutInvoice as about,
  invoiceLine,
  nothingOften,
  rate,
  rounding,
} from './invoice-words.ts'
import { instalments } from './receivables-words.ts'
import { text } from './text.ts'
import {
  anyCurrency,
  anyMinor,
  changeIds,
  civilDay,
  orderIds,
  paymentTerms,
  perhapsText,
} from './words.ts'

const orderId = fc.option(orderIds(2), { nil: null })
const lines = fc.array(invoiceLine, { minLength: 1, maxLength: 3 })

const billFor = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'order' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('period' as const),
      from: civilDay,
      until: civilDay,
      inArrears: fc.boolean(),
    }),
  },
)
const conditions = {
  ...about,
  type: fc.constant('IssueInvoice' as const),
  orderId,
  currency: anyCurrency,
  billFor,
  terms: fc.oneof(
    { weight: 3, arbitrary: paymentTerms },
    { weight: 1, arbitrary: fc.constant(discountNet(200, 10, 30)) },
  ),
  days: civilDay.map((on) => ({ ...noAnchorDays, orderedOn: on, deliveredOn: on })),
  payTo: fc.record({
    account: fc.option(fc.constant(text('DE89')), { nil: null, freq: 9 }),
    methods: fc.constantFrom(['card'].map(text), ['card', 'transfer'].map(text), []),
  }),
  quote: fc.constantFrom(null, null, {
    quoteHash: text('abc'),
    lineIds: ['__proto__', 'constructor'].map(text),
  }),
  shippingTaxBasisPoints: rate,
  feesTaxBasisPoints: rate,
}

const issueSum: fc.Arbitrary<InvoiceCommand> = fc.record({
  ...conditions,
  lines: fc.constant([]),
  breakdown: fc.record({
    netMinor: anyMinor,
    discountMinor: nothingOften,
    taxMinor: nothingOften,
    shippingMinor: nothingOften,
    feesMinor: nothingOften,
    taxRounding: fc.constantFrom('line', 'global', null),
  }),
})

const issueLines: fc.Arbitrary<InvoiceCommand> = fc
  .record({
    ...conditions,
    lines,
    shippingMinor: fc.constantFrom(0, 690),
    taxRounding: rounding,
    off: fc.constantFrom(0, 0, 0, 0, 1),
  })
  .map(({ shippingMinor, taxRounding, off, ...rest }): InvoiceCommand => {
    const breakdown = breakdownOf({
      lines: rest.lines.map(({ netMinor, discountMinor, taxBasisPoints }) => ({
        grossMinor: netMinor + discountMinor,
        discountMinor,
        taxBasisPoints,
      })),
      shipping: { netMinor: shippingMinor, taxBasisPoints: rest.shippingTaxBasisPoints },
      fees: { netMinor: 0, taxBasisPoints: 0 },
      taxRounding,
    })
    return {
      ...rest,
      breakdown: { ...breakdown, taxMinor: minorUnits(breakdown.taxMinor + off) },
    }
  })

const recordInvoice: fc.Arbitrary<InvoiceCommand> = fc
  .record({
    ...about,
    orderId,
    currency: anyCurrency,
    schedule: instalments,
    off: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ off, ...rest }): InvoiceCommand => {
    const totalMinor = rest.schedule.reduce<number>((sum, part) => sum + part.amountMinor, off)
    const possible = Number.isSafeInteger(totalMinor) ? totalMinor : 0
    return { type: 'RecordInvoice', ...rest, totalMinor: minorUnits(possible) }
  })

/** Commands to few invoices, through both doors; some with terms or sums that are refused. */
export const invoiceCommand: fc.Arbitrary<InvoiceCommand> = fc.oneof(
  { weight: 2, arbitrary: issueSum },
  { weight: 3, arbitrary: issueLines },
  { weight: 2, arbitrary: recordInvoice },
  fc.record({ type: fc.constant('DeliverInvoice' as const), ...about }),
  fc.record({ type: fc.constant('ViewInvoice' as const), ...about, channel: perhapsText }),
  fc.record({
    type: fc.constant('VoidInvoice' as const),
    ...about,
    changeId: changeIds(3),
    reason: perhapsText,
    paidMinor: nothingOften,
  }),
  { weight: 2, arbitrary: correctBySum },
  { weight: 3, arbitrary: correctByLines },
  { weight: 4, arbitrary: links },
)
