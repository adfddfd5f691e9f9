import * as E from 'fp-ts/lib/Either.js'
import type { About } from '../about.ts'
import type { OrderEvent } from '../events.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Order, Placed } from '../state.ts'

export type Decision = E.Either<OrderRejection, ReadonlyArray<OrderEvent>>

/** The order that the command speaks of, or why there is none that it may change. */
export const knownOrder = (
  { orderId, customerId }: About,
  { placed }: Order,
): E.Either<OrderRejection, Placed> => {
  if (placed === null) return E.left({ type: 'UnknownOrder', orderId })
  const { customerId: expected } = placed
  if (expected !== customerId)
    return E.left({ type: 'WrongCustomer', orderId, expected, offered: customerId })
  return E.right(placed)
}

/** The refusal of an order that does not go on; undefined where it does. */
export const endedRefusal = (
  { orderId }: About,
  { ended }: Order,
): E.Either<OrderRejection, never> | undefined => {
  if (ended === null) return undefined
  return E.left({ type: ended === 'cancelled' ? 'OrderIsCancelled' : 'OrderIsClosed', orderId })
}

/** The name that comes a second time, if one does. */
export const firstTwice = <Name>(names: ReadonlyArray<Name>): Name | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)
