import * as t from 'io-ts'
import { BasisPoints, Decimal, MinorUnits, Text } from '../shared/index.ts'

/** One line of an invoice or of a credit note. Its tax follows from its rate and the document's rounding. */
export const InvoiceLine = t.strict({
  /** Names the line within its order, so that it is found again there. */
  lineId: Text,
  sku: Text,
  quantity: Decimal,
  /** In major units of the invoice's currency, with as many decimals as it has. */
  unitPrice: Decimal,
  /** Taken off this line. */
  discountMinor: MinorUnits,
  /** After the discount, without tax. */
  netMinor: MinorUnits,
  taxBasisPoints: BasisPoints,
})
export type InvoiceLine = t.TypeOf<typeof InvoiceLine>
