import * as fc from 'fast-check'
import type { InvoiceCommand } from '@tenure/core/invoice'
import { civilDate, creditId, minorUnits } from '@tenure/core/shared'
import { taxMinor } from '@tenure/core/terms'
import { aboutInvoice as about, invoiceLine, nothingOften, rounding } from './invoice-words.ts'
import { smallPool } from './text.ts'
import { anyMinor, paymentIds, perhapsText } from './words.ts'

const note = {
  ...about,
  type: fc.constant('CorrectInvoice' as const),
  creditId: smallPool(4, 'k').map(creditId),
  taxRounding: fc.option(rounding, { nil: null }),
  openMinor: nothingOften,
  reason: perhapsText,
}
/** Credit notes over an amount. */
export const correctBySum: fc.Arbitrary<InvoiceCommand> = fc.record({
  ...note,
  amountMinor: anyMinor,
  taxMinor: nothingOften,
  lines: fc.constant([]),
})
/** Credit notes over lines. */
export const correctByLines: fc.Arbitrary<InvoiceCommand> = fc
  .record({ ...note, lines: fc.array(invoiceLine, { minLength: 1, maxLength: 2 }) })
  .map((rest): InvoiceCommand => {
    const net = rest.lines.reduce((sum, one) => sum + one.netMinor, 0)
    const tax = taxMinor(rest.lines, rest.taxRounding ?? 'line')
    return { ...rest, amountMinor: minorUnits(net + tax), taxMinor: minorUnits(tax) }
  })

const token = smallPool(3, 'l')
/** Links to pay by: opened, used and retired. */
export const links: fc.Arbitrary<InvoiceCommand> = fc.oneof(
  fc.record({
    type: fc.constant('OpenPaymentLink' as const),
    ...about,
    token,
    amountMinor: fc.constantFrom(0, 1, 30, 100).map(minorUnits),
    expiresOn: fc.constantFrom('2024-02-10', '2024-12-31').map(civilDate),
    openMinor: fc.constantFrom(30, 100).map(minorUnits),
  }),
  fc.record({
    type: fc.constant('UsePaymentLink' as const),
    ...about,
    token,
    paymentId: paymentIds(3),
    openMinor: fc.constantFrom(0, 30, 100).map(minorUnits),
  }),
  fc.record({
    type: fc.constant('RetirePaymentLink' as const),
    ...about,
    token,
    reason: fc.constantFrom('paid' as const, 'changed' as const, 'withdrawn' as const),
  }),
)
