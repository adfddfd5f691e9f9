import * as E from 'fp-ts/lib/Either.js'
import type { OrderId } from '../../shared/index.ts'
import type { OrderContent } from '../rejections.ts'
import type { Order } from '../state.ts'
import type { Decision } from './decision.ts'

/** What stands under this number: an order, or a document that took money off the sales. */
const recordedAs = ({ placed, credited }: Order): OrderContent | undefined => {
  if (placed !== null) {
    const { netMinor, currency, customerId } = placed
    return { netMinor, currency, customerId }
  }
  if (credited === null) return undefined
  const { creditedMinor, currency, customerId } = credited
  return { netMinor: 0 - creditedMinor, currency, customerId }
}

/** The refusal of a number that stands for something else; undefined where it is free, or for the same. */
export const conflict = (
  orderId: OrderId,
  order: Order,
  offered: OrderContent,
): Decision | undefined => {
  const recorded = recordedAs(order)
  if (recorded === undefined) return undefined
  const same =
    recorded.netMinor === offered.netMinor &&
    recorded.currency === offered.currency &&
    recorded.customerId === offered.customerId
  return same ? undefined : E.left({ type: 'ConflictingDuplicate', orderId, recorded, offered })
}
