import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { AbandonCheckout, CompleteCheckout, StartCheckout } from '../commands.ts'
import type { Checkout, Engagement } from '../state.ts'
import { once, type Decision } from './decision.ts'

/** The customer begins to order, and sees these terms. Rejects: `ConflictingDuplicate`. */
export const start = (command: StartCheckout, engagement: Engagement): Decision =>
  once({ ...command, type: 'CheckoutStarted' }, engagement)

/** What the end of a checkout tells of its beginning. */
const begun = ({ startedOn, currency, totalMinor, offeredTerms }: Checkout) => ({
  startedOn,
  currency,
  totalMinor,
  offeredTerms,
})

/** Left without an order, once. Rejects: `UnknownCheckout`, `CheckoutIsOver` where it led to an order. */
export const abandon = (command: AbandonCheckout, { checkouts }: Engagement): Decision => {
  const { customerId, checkoutId } = command
  const checkout = checkouts.get(checkoutId)
  if (checkout === undefined) return E.left({ type: 'UnknownCheckout', checkoutId })
  const { status, startedOn } = checkout
  if (status === 'abandoned') return E.right([])
  if (status === 'completed') return E.left({ type: 'CheckoutIsOver', checkoutId, status })
  const effectiveOn = laterDay(command.effectiveOn, startedOn)
  const about = { effectiveOn, customerId, checkoutId }
  return E.right([{ type: 'CheckoutAbandoned', ...about, ...begun(checkout) }])
}

/**
 * The checkout led to an order. Whoever left and came back starts another one.
 *
 * Rejects: `UnknownCheckout`, `CheckoutIsOver`, `ConflictingDuplicate` with another order.
 */
export const complete = (command: CompleteCheckout, { checkouts }: Engagement): Decision => {
  const { customerId, checkoutId, orderId } = command
  const checkout = checkouts.get(checkoutId)
  if (checkout === undefined) return E.left({ type: 'UnknownCheckout', checkoutId })
  const { status, startedOn, orderId: recorded } = checkout
  if (recorded === orderId) return E.right([])
  if (recorded !== null) {
    const key = `checkout ${checkoutId}`
    return E.left({ type: 'ConflictingDuplicate', key, recorded, offered: orderId })
  }
  if (status !== 'started') return E.left({ type: 'CheckoutIsOver', checkoutId, status })
  const effectiveOn = laterDay(command.effectiveOn, startedOn)
  const about = { effectiveOn, customerId, checkoutId }
  return E.right([{ type: 'CheckoutCompleted', ...about, ...begun(checkout), orderId }])
}
