import * as fc from 'fast-check'
import type { InvoiceLine } from '@tenure/core/invoice'
import { minorUnits, type TaxRounding } from '@tenure/core/shared'
import { smallPool } from './text.ts'
import { anyMinor, civilDay, customerIds, invoiceIds } from './words.ts'

export const aboutInvoice = {
  effectiveOn: civilDay,
  customerId: fc.option(customerIds(1), { nil: null, freq: 30 }),
  invoiceId: fc.oneof(
    { weight: 12, arbitrary: invoiceIds(1) },
    { weight: 1, arbitrary: invoiceIds(2) },
  ),
}

export const nothingOften = fc.oneof({ weight: 3, arbitrary: fc.constant(minorUnits(0)) }, anyMinor)
export const rate = fc.constantFrom(0, 700, 1900, 2550)
export const rounding: fc.Arbitrary<TaxRounding> = fc.constantFrom('line', 'global')

export const invoiceLine: fc.Arbitrary<InvoiceLine> = fc.record({
  lineId: smallPool(3),
  sku: smallPool(2),
  quantity: fc.constantFrom('1', '0.5'),
  unitPrice: fc.constantFrom('1', '0.001'),
  discountMinor: fc.constantFrom(0, 0, 5).map(minorUnits),
  netMinor: fc.constantFrom(0, 5, 33, 1000).map(minorUnits),
  taxBasisPoints: rate,
})
