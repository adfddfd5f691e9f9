import * as E from 'fp-ts/lib/Either.js'
import type { OrderCommand } from '../commands.ts'
import type { OrderEvent } from '../events.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Order, Placed } from '../state.ts'

export type Decision = E.Either<OrderRejection, ReadonlyArray<OrderEvent>>

/** The order that the command speaks of, or why there is none that it may change. */
export const knownOrder = (
  { orderId, customerId }: OrderCommand,
  { placed }: Order,
): E.Either<OrderRejection, Placed> => {
  if (placed === null) return E.left({ type: 'UnknownOrder', orderId })
  const { customerId: expected } = placed
  if (expected !== customerId)
    return E.left({ type: 'WrongCustomer', orderId, expected, offered: customerId })
  return E.right(placed)
}
