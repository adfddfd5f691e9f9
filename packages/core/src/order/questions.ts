import { compareDecimals, shareMinor, type Decimal, type PaymentTerms } from '../shared/index.ts'
import type { Line, Order, OrderStatus, Plan } from './state.ts'

/** The plan that the buyer accepted last. */
export const acceptedPlan = ({ plans, accepted }: Order): Plan | null =>
  accepted === null ? null : (plans.get(accepted) ?? null)

/** The terms that the order stands on: those accepted, else those it was placed on. */
export const termsOfOrder = (order: Order): PaymentTerms | null =>
  acceptedPlan(order)?.terms ?? order.placed?.terms ?? null

/** What the order comes to: with tax and all where that was quoted and accepted, else its net. */
export const totalOfOrder = (order: Order): number =>
  acceptedPlan(order)?.totalMinor ?? order.placed?.netMinor ?? 0

/** Whether some of a line has not left yet. A line that takes money off never leaves. */
export const isLeft = ({ quantity, shippedQuantity }: Line): boolean =>
  compareDecimals(quantity, shippedQuantity) > 0

/** The net of so much of a line: all of it is exactly the line's, whatever parts it left in. */
export const netOf = ({ quantity, netMinor }: Line, part: Decimal): number =>
  compareDecimals(quantity, '0') > 0 ? shareMinor(netMinor, part, quantity) : 0

/** The net of what left the house, all parts together. */
export const shippedMinor = ({ shipments }: Order): number => {
  let sum = 0
  for (const { netMinor } of shipments.values()) sum += netMinor ?? 0
  return sum
}

/**
 * Where the order stands. `partlyShipped`: more is to come, where the order knows its lines; `shipped`: all
 * that is known of left the house; `delivered`: it has arrived too.
 */
export const statusOf = (order: Order): OrderStatus => {
  if (order.placed === null) return 'unknown'
  if (order.ended !== null) return order.ended
  const shipments = [...order.shipments.values()]
  if (shipments.length === 0) return order.confirmedOn === null ? 'placed' : 'confirmed'
  if ([...order.lines.values()].some(isLeft)) return 'partlyShipped'
  return shipments.every(({ deliveredOn }) => deliveredOn !== null) ? 'delivered' : 'shipped'
}
