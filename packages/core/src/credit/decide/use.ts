import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits } from '../../shared/index.ts'
import type { ConsumeCredit, RecordExposure, RestoreCredit } from '../commands.ts'
import type { CreditAccount } from '../state.ts'
import { unusableAmount, type Decision } from './decision.ts'

/**
 * Turns a part of an order's reservation into what is owed on an item.
 *
 * Shape: a bill above what is left of the reservation, for freight or tax, takes all of it; the rest counts
 * as used on top (`beyondMinor`): the debt is there, whatever was reserved. Holds, cuts and expired
 * decisions stop no order that was confirmed.
 * Rejects: `ZeroAmount`, `UnknownReservation`, `AmountOutOfRange`. Source: invariant 17; edge case 70.
 */
export const consume = (command: ConsumeCredit, account: CreditAccount): Decision => {
  const { customerId, changeId, currency, orderId, itemId } = command
  if (command.amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  const reservation = account.orders.get(orderId)
  if (reservation === undefined) return E.left({ type: 'UnknownReservation', orderId })
  const amountMinor = minorUnits(Math.min(reservation.leftMinor, command.amountMinor))
  const beyondMinor = minorUnits(command.amountMinor - amountMinor)
  const unusable = beyondMinor > 0 ? unusableAmount(beyondMinor, account) : undefined
  if (unusable !== undefined) return E.left(unusable)
  const effectiveOn = laterDay(command.effectiveOn, reservation.since)
  const about = { effectiveOn, customerId, changeId, currency, orderId, itemId }
  return E.right([{ type: 'CreditConsumed', ...about, amountMinor, beyondMinor }])
}

/**
 * Frees what an item used, as far as it is settled: paid, credited, written off, or made over to a partner.
 *
 * Shape: at most what the item uses; what was settled beyond, for a part that was paid in advance, frees
 * nothing. Rejects: `ZeroAmount`, `NothingUsed`. Source: domain 3.3, policy 4; edge case 71.
 */
export const restore = (command: RestoreCredit, account: CreditAccount): Decision => {
  const { customerId, changeId, currency, itemId, settledMinor, cause } = command
  if (settledMinor === 0) return E.left({ type: 'ZeroAmount' })
  const used = account.items.get(itemId)
  if (used === undefined) return E.left({ type: 'NothingUsed', itemId })
  const effectiveOn = laterDay(command.effectiveOn, used.since)
  const about = { effectiveOn, customerId, changeId, currency, itemId }
  const amountMinor = minorUnits(Math.min(used.amountMinor, settledMinor))
  return E.right([{ type: 'CreditRestored', ...about, amountMinor, settledMinor, cause }])
}

/** Records that the customer owes more, whatever the limit. Rejects: `ZeroAmount`, `AmountOutOfRange`. */
export const expose = (command: RecordExposure, account: CreditAccount): Decision => {
  const unusable = unusableAmount(command.amountMinor, account)
  if (unusable !== undefined) return E.left(unusable)
  const { type: _, ...facts } = command
  return E.right([{ type: 'ExposureRaised', ...facts }])
}
