import { statusOf, type Order } from '../order/index.ts'
import {
  noAnchorDays,
  ratioOf,
  type AnchorDays,
  type Breakdown,
  type CivilDate,
  type PaymentTerms,
  minorUnits,
} from '../shared/index.ts'
import type { BillFor } from '../invoice/index.ts'

/** What makes an order ready to be billed. */
export type BilledBy = 'confirmation' | 'shipment' | 'delivery' | 'milestone'

/**
 * By which occasion an order of these terms is billed: the first that any of its parts counts from.
 *
 * Shape: parts that wait for a later day have no due day on the bill; it is fixed when the day has come.
 * Source: domain 3.3, policy 2.
 */
export const billedBy = (terms: PaymentTerms, order: Order): BilledBy => {
  const anchors = new Set(terms.parts.map(({ anchor }) => (anchor ?? terms.anchor).kind))
  if (anchors.has('order') || anchors.has('fixed')) return 'confirmation'
  if (order.milestones.size > 0) return 'milestone'
  if (anchors.has('milestone')) return 'confirmation'
  return anchors.has('invoice') ? 'shipment' : 'delivery'
}

/** The days that were known when a bill was made, whatever became known since. */
export const daysAtBilling = (
  order: Order,
  billFor: BillFor,
  by: BilledBy,
): Omit<AnchorDays, 'invoicedOn'> => {
  const days = daysNow(order, billFor)
  const isAtDelivery = billFor.kind === 'shipment' && by === 'delivery'
  return {
    ...days,
    deliveredOn: isAtDelivery ? days.deliveredOn : null,
    milestones: billFor.kind === 'milestone' ? days.milestones : new Map(),
  }
}

/** When all that a bill is for was delivered; null while some of it is on its way. */
const deliveryOf = (order: Order, billFor: BillFor): CivilDate | null => {
  if (billFor.kind === 'shipment')
    return order.shipments.get(billFor.shipmentId)?.deliveredOn ?? null
  if (statusOf(order) !== 'delivered') return null
  const days = [...order.shipments.values()].flatMap(({ deliveredOn }) => deliveredOn ?? [])
  return days.toSorted().at(-1) ?? null
}

/** The days that are known by now. */
export const daysNow = (order: Order, billFor: BillFor): Omit<AnchorDays, 'invoicedOn'> => {
  const milestones = new Map(
    [...order.milestones].flatMap(([id, { acceptedOn }]) =>
      acceptedOn === null ? [] : [[id, acceptedOn] as const],
    ),
  )
  return {
    ...noAnchorDays,
    orderedOn: order.placed?.on ?? null,
    promisedOn: order.placed?.promisedOn ?? null,
    deliveredOn: deliveryOf(order, billFor),
    milestones,
  }
}

const share = (amountMinor: number, part: number, whole: number): number =>
  whole === 0 ? 0 : ratioOf(amountMinor, { numerator: part, denominator: whole }, 'halfUp')

/**
 * A part of a breakdown: what comes after `beforeMinor` of the order's net, up to `beforeMinor + partMinor`.
 * The parts of an order add up to it, unit by unit.
 */
export const partOf = (
  breakdown: Breakdown,
  orderNetMinor: number,
  beforeMinor: number,
  partMinor: number,
): Breakdown => {
  const until = Math.min(orderNetMinor, beforeMinor + partMinor)
  const cut = (amountMinor: number) =>
    minorUnits(
      share(amountMinor, until, orderNetMinor) - share(amountMinor, beforeMinor, orderNetMinor),
    )
  return {
    netMinor: cut(breakdown.netMinor),
    discountMinor: cut(breakdown.discountMinor),
    taxMinor: cut(breakdown.taxMinor),
    shippingMinor: cut(breakdown.shippingMinor),
    feesMinor: cut(breakdown.feesMinor),
    taxRounding: breakdown.taxRounding,
  }
}
