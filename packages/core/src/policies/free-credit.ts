import { expiredReservations, reservedForMinor } from '../credit/index.ts'
import type { CivilDate, OrderId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import { creditOf } from './read-dossier.ts'

const name = 'credit check'

/** Frees what is reserved for an order that was called off or closed. */
export const release = (
  { customerId, states }: Dossier,
  orderId: OrderId,
  on: CivilDate,
  causedByChange: string,
): ReadonlyArray<Asked> => {
  const credit = creditOf({ customerId, states })
  if (credit?.currency == null || reservedForMinor(credit, orderId) === 0) return []
  const { currency } = credit
  const changeId = causedBy(name, 'release', orderId, causedByChange)
  return [
    {
      room: 'credit',
      key: changeId,
      command: {
        type: 'ReleaseCredit',
        effectiveOn: on,
        customerId,
        changeId,
        currency,
        orderId,
        reason: null,
      },
    },
  ]
}

/** Ends the reservations of orders that were never shipped, the day after their last day. */
export const expire = (day: CivilDate, { customerId, states }: Dossier): ReadonlyArray<Asked> => {
  const credit = creditOf({ customerId, states })
  if (credit?.currency == null) return []
  const { currency, orders } = credit
  return expiredReservations(credit, day).map((orderId) => {
    const changeId = causedBy(name, 'expire', orderId, orders.get(orderId)?.expiresOn ?? '')
    const about = { effectiveOn: day, customerId, changeId, currency, orderId }
    return { room: 'credit', key: changeId, command: { type: 'ExpireReservation', ...about } }
  })
}
