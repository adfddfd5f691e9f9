import { minorUnits, sumMinor, type Breakdown, type TaxRounding } from '../shared/index.ts'
import { taxMinor } from './tax.ts'

/** One line of a price: add-ons and warranties are lines as the goods are. */
export interface PriceLine {
  /** Quantity × unit price, before the discount, without tax. */
  readonly grossMinor: number
  readonly discountMinor: number
  readonly taxBasisPoints: number
}

/** A charge beside the goods, with the tax it bears. */
export interface Extra {
  readonly netMinor: number
  readonly taxBasisPoints: number
}

export interface PriceParts {
  readonly lines: ReadonlyArray<PriceLine>
  readonly shipping: Extra
  readonly fees: Extra
  readonly taxRounding: TaxRounding
}

/**
 * How a price comes about, as it is shown before the buyer agrees: Σ parts = total, tax rounded where it says.
 *
 * Units: minor units; a discount is at most its line. Tax is reckoned on the lines after their discounts,
 * on shipping and on fees, each with its own rate. Source: domain 1-26 and 1-27.
 */
export const breakdownOf = ({ lines, shipping, fees, taxRounding }: PriceParts): Breakdown => {
  const taxed = [
    ...lines.map(({ grossMinor, discountMinor, taxBasisPoints }) => ({
      netMinor: grossMinor - discountMinor,
      taxBasisPoints,
    })),
    shipping,
    fees,
  ]
  return {
    netMinor: minorUnits(sumMinor(lines.map(({ grossMinor }) => grossMinor))),
    discountMinor: minorUnits(sumMinor(lines.map(({ discountMinor }) => discountMinor))),
    taxMinor: minorUnits(taxMinor(taxed, taxRounding)),
    shippingMinor: minorUnits(shipping.netMinor),
    feesMinor: minorUnits(fees.netMinor),
    taxRounding,
  }
}
