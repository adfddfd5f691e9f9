import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits } from '../../shared/index.ts'
import type { ExpireReservation, ReleaseCredit } from '../commands.ts'
import type { CreditRejection } from '../rejections.ts'
import type { CreditAccount, Reservation } from '../state.ts'
import type { Decision } from './decision.ts'

const standing = (
  { orderId }: ReleaseCredit | ExpireReservation,
  { orders }: CreditAccount,
): E.Either<CreditRejection, Reservation> => {
  const reservation = orders.get(orderId)
  if (reservation === undefined) return E.left({ type: 'UnknownReservation', orderId })
  return reservation.leftMinor > 0
    ? E.right(reservation)
    : E.left({ type: 'NothingReserved', orderId })
}

/**
 * Frees what is still reserved for an order that was called off or closed.
 *
 * Rejects: `UnknownReservation`, `NothingReserved`. Source: edge cases 67 and 70.
 */
export const release = (command: ReleaseCredit, account: CreditAccount): Decision => {
  const found = standing(command, account)
  if (E.isLeft(found)) return found
  const { customerId, changeId, currency, orderId, reason } = command
  const { leftMinor, since } = found.right
  const effectiveOn = laterDay(command.effectiveOn, since)
  const about = { effectiveOn, customerId, changeId, currency, orderId }
  const amountMinor = minorUnits(leftMinor)
  return E.right([{ type: 'CreditReservationReleased', ...about, amountMinor, reason }])
}

/**
 * Ends the reservation of an order that was never shipped, on the day after its last day.
 *
 * Rejects: `UnknownReservation`, `NothingReserved`, `PartlyShipped` (the rest is released when the order
 * is closed), `NotExpired`. Source: edge case 70.
 */
export const expire = (command: ExpireReservation, account: CreditAccount): Decision => {
  const found = standing(command, account)
  if (E.isLeft(found)) return found
  const { customerId, changeId, currency, orderId } = command
  const { leftMinor, since, expiresOn, billed } = found.right
  if (billed) return E.left({ type: 'PartlyShipped', orderId })
  if (command.effectiveOn <= expiresOn) return E.left({ type: 'NotExpired', orderId, expiresOn })
  const effectiveOn = laterDay(command.effectiveOn, since)
  const about = { effectiveOn, customerId, changeId, currency, orderId }
  const amountMinor = minorUnits(leftMinor)
  return E.right([{ type: 'CreditReservationExpired', ...about, amountMinor }])
}
