import { allocate, divideRounded, sumMinor } from '../shared/index.ts'

/** A line of a bundle with its price on its own and its part of the bundle's price. */
export interface BundleShare {
  readonly listMinor: number
  readonly discountMinor: number
  readonly netMinor: number
}

/**
 * Splits a bundle's price over its lines in proportion to their own prices.
 *
 * Units: minor units; the list prices are not all zero. Shape: Σ nets = price by largest remainder, and so
 * Σ discounts = Σ list prices - price; a bundle dearer than its lines has discounts below zero.
 * Source: domain 1-24, edge case 7.
 */
export const splitBundle = (
  priceMinor: number,
  listPricesMinor: ReadonlyArray<number>,
): ReadonlyArray<BundleShare> => {
  const nets = allocate(priceMinor, listPricesMinor)
  return listPricesMinor.map((listMinor, index) => {
    const netMinor = nets[index] ?? 0
    return { listMinor, discountMinor: listMinor - netMinor, netMinor }
  })
}

/**
 * What is paid back for so many of a line's units, given how many came back before.
 *
 * Units: minor units; counts are whole. Shape: the difference of two rounded running shares, so that
 * whatever the steps, returning all gives back exactly the line's net.
 */
export const refundOfUnits = (
  netMinor: number,
  quantity: number,
  returned: { readonly before: number; readonly now: number },
): number => {
  const upTo = (count: number): number =>
    Number(divideRounded(BigInt(netMinor) * BigInt(count), BigInt(quantity), 'halfUp'))
  return upTo(returned.before + returned.now) - upTo(returned.before)
}

/** Σ nets: what the bundle costs. */
export const bundlePriceMinor = (shares: ReadonlyArray<BundleShare>): number =>
  sumMinor(shares.map(({ netMinor }) => netMinor))
