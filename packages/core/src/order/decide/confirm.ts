import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { ConfirmOrder } from '../commands.ts'
import type { Order } from '../state.ts'
import { knownOrder, type Decision } from './decision.ts'

/**
 * Confirms a placed order, once. Effective on the day it was placed at the earliest.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `OrderIsCancelled`.
 */
export const confirm = (command: ConfirmOrder, order: Order): Decision => {
  const { effectiveOn, customerId, orderId } = command
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  if (order.confirmedOn !== null) return E.right([])
  if (order.cancelled !== null) return E.left({ type: 'OrderIsCancelled', orderId })
  const on = laterDay(effectiveOn, placed.right.on)
  return E.right([{ type: 'OrderConfirmed', effectiveOn: on, customerId, orderId }])
}
