import * as t from 'io-ts'
import { nullable } from './codec.ts'
import { MinorUnits } from './money.ts'

/**
 * Where the tax of a document is rounded: once a line, or once a rate over all its lines. The two may
 * differ by a unit, so the document names its own, and its credit notes follow it.
 */
export const TaxRounding = t.keyof({ line: null, global: null })
export type TaxRounding = t.TypeOf<typeof TaxRounding>

/** How a total comes about: net - discount + tax + shipping + fees = total. */
export const Breakdown = t.strict({
  netMinor: MinorUnits,
  discountMinor: MinorUnits,
  taxMinor: MinorUnits,
  shippingMinor: MinorUnits,
  feesMinor: MinorUnits,
  /** Null where a document from elsewhere does not say. */
  taxRounding: nullable(TaxRounding),
})
export type Breakdown = t.TypeOf<typeof Breakdown>

/** What the parts come to. Not checked for its range. */
export const totalOf = (parts: Breakdown): number =>
  parts.netMinor - parts.discountMinor + parts.taxMinor + parts.shippingMinor + parts.feesMinor
