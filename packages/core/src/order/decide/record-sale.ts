import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { RecordSale, RecordSaleCredit, RecordSaleCreditWithdrawal } from '../commands.ts'
import type { Order } from '../state.ts'
import { conflict } from './content.ts'
import { firstTwice, type Decision } from './decision.ts'

/** The refusal of lines that are not what the document says it comes to; undefined where they are. */
const mismatch = (
  { orderId, lines }: RecordSale | RecordSaleCredit,
  netMinor: number,
): Decision | undefined => {
  const name = firstTwice(lines.map(({ lineId }) => lineId))
  if (name !== undefined) return E.left({ type: 'NamedTwice', orderId, name })
  const linesMinor = Number(lines.reduce((sum, line) => sum + BigInt(line.netMinor), 0n))
  return lines.length === 0 || linesMinor === netMinor
    ? undefined
    : E.left({ type: 'LinesMismatch', orderId, netMinor, linesMinor })
}

/**
 * Records a sale made elsewhere: a zero sale, a sale without lines, and one with lines that take money off
 * are facts too. What each line comes to is the source's word; only their sum is checked.
 *
 * Shape: nothing where the order is known with the same sum, currency and customer, by either door.
 * Rejects: `ConflictingDuplicate`, `NamedTwice`, `LinesMismatch`.
 */
export const recordSale = (command: RecordSale, order: Order): Decision => {
  const { effectiveOn, customerId, orderId, currency, netMinor, lines } = command
  const refused = conflict(orderId, order, { netMinor, currency, customerId })
  if (refused !== undefined) return refused
  if (order.placed !== null) return E.right([])
  const wrong = mismatch(command, netMinor)
  if (wrong !== undefined) return wrong
  const about = { effectiveOn, customerId, currency, orderId }
  const conditions = { terms: null, offeredMethods: [], promisedOn: null, stages: null }
  return E.right([{ type: 'OrderPlaced', ...about, netMinor, lines, ...conditions }])
}

/**
 * Records a document that took money off the sales, also of a purchase that nobody knows.
 *
 * Shape: nothing where it is known with the same sum, currency and customer.
 * Rejects: `ConflictingDuplicate`, also where an order stands under this number; `NamedTwice`,
 * `LinesMismatch`.
 */
export const recordSaleCredit = (command: RecordSaleCredit, order: Order): Decision => {
  const { effectiveOn, customerId, orderId, currency, creditedMinor, lines } = command
  const netMinor = 0 - creditedMinor
  const refused = conflict(orderId, order, { netMinor, currency, customerId })
  if (refused !== undefined) return refused
  if (order.credited !== null) return E.right([])
  const wrong = mismatch(command, netMinor)
  if (wrong !== undefined) return wrong
  const about = { effectiveOn, customerId, currency, orderId }
  return E.right([{ type: 'SaleCredited', ...about, creditedMinor, lines }])
}

/**
 * Withdraws a document that took money off the sales, as of its own day at the earliest, once.
 *
 * Shape: nothing where it is withdrawn already, by whichever change. Rejects: `UnknownOrder`.
 */
export const recordSaleCreditWithdrawal = (
  command: RecordSaleCreditWithdrawal,
  { credited }: Order,
): Decision => {
  const { orderId, changeId, reason } = command
  if (credited === null) return E.left({ type: 'UnknownOrder', orderId })
  if (credited.withdrawn) return E.right([])
  const { on: creditedOn, customerId, currency, creditedMinor } = credited
  const effectiveOn = laterDay(command.effectiveOn, creditedOn)
  const about = { effectiveOn, customerId, currency, orderId, changeId, reason }
  return E.right([{ type: 'SaleCreditWithdrawn', ...about, creditedOn, creditedMinor }])
}
