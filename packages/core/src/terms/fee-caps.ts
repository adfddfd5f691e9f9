import type { FeeCaps } from '../shared/index.ts'

/** Late fees assessed so far. */
export interface FeesSoFar {
  /** On the item. */
  readonly itemMinor: number
  /** On the order, the item's own among them. */
  readonly orderMinor: number
}

/**
 * What a fee may still come to under the caps.
 *
 * Units: minor units. A share of the order is rounded down, since a cap is never passed by a fraction.
 * Not below zero: fees assessed under other caps before are not given back.
 */
export const roomUnder = (caps: FeeCaps, orderTotalMinor: number, fees: FeesSoFar): number => {
  const { perItemMinor, percentOfOrderBasisPoints, absoluteMinor } = caps
  const share =
    percentOfOrderBasisPoints === null
      ? Infinity
      : Number((BigInt(orderTotalMinor) * BigInt(percentOfOrderBasisPoints)) / 10_000n)
  return Math.max(
    0,
    Math.min(
      (perItemMinor ?? Infinity) - fees.itemMinor,
      (absoluteMinor ?? Infinity) - fees.orderMinor,
      share - fees.orderMinor,
    ),
  )
}
