import * as fc from 'fast-check'
import type { InvoiceCommand } from '@tenure/core/invoice'
import { creditId, minorUnits } from '@tenure/core/shared'
import { instalments } from './receivables-words.ts'
import { smallPool } from './text.ts'
import {
  anyCurrency,
  anyMinor,
  changeIds,
  civilDay,
  customerIds,
  invoiceIds,
  orderIds,
  paymentTerms,
  perhapsText,
} from './words.ts'

const about = {
  effectiveOn: civilDay,
  customerId: fc.option(customerIds(1), { nil: null, freq: 8 }),
  invoiceId: invoiceIds(2),
}
const orderId = fc.option(orderIds(2), { nil: null })
const nothingOften = fc.oneof({ weight: 3, arbitrary: fc.constant(minorUnits(0)) }, anyMinor)

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
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('IssueInvoice' as const),
      ...about,
      orderId,
      currency: anyCurrency,
      breakdown: fc.record({
        netMinor: anyMinor,
        discountMinor: nothingOften,
        taxMinor: nothingOften,
        shippingMinor: nothingOften,
      }),
      terms: paymentTerms,
      anchorOn: civilDay,
    }),
  },
  { weight: 2, arbitrary: recordInvoice },
  fc.record({ type: fc.constant('DeliverInvoice' as const), ...about }),
  fc.record({
    type: fc.constant('VoidInvoice' as const),
    ...about,
    changeId: changeIds(3),
    reason: perhapsText,
    paidMinor: nothingOften,
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('CorrectInvoice' as const),
      ...about,
      creditId: smallPool(4, 'k').map(creditId),
      amountMinor: anyMinor,
      reason: perhapsText,
    }),
  },
)
