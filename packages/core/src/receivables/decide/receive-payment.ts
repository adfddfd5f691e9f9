import type { ItemId } from '../../shared/index.ts'
import type { ReceivePayment, RecordPayment } from '../commands.ts'
import { itemOf, type Receivables } from '../state.ts'
import { cashApplied, spread } from './apply.ts'
import { candidates } from './candidates.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'

/** The one item that a payer's word is kept for: the first that is still to come, else the first. */
const earmark = (state: Receivables, itemIds: ReadonlyArray<ItemId>): ItemId | null =>
  itemIds.find((itemId) => itemOf(state, itemId) === undefined) ?? itemIds[0] ?? null

const received = (
  command: ReceivePayment | RecordPayment,
  state: Receivables,
  itemIds: ReadonlyArray<ItemId>,
): Decision => {
  const { paymentId, amountMinor, method, effectiveOn } = command
  const facts = about(command)
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const allocation =
    command.type === 'ReceivePayment' ? command.allocation : { kind: 'named' as const, itemIds }
  const parts = spread(candidates(state, allocation), amountMinor)
  return accept([
    {
      type: 'PaymentReceived',
      ...facts,
      paymentId,
      amountMinor,
      method,
      forItemId: earmark(state, itemIds),
    },
    ...parts.map((part) => cashApplied(facts, paymentId, effectiveOn, part, null)),
  ])
}

const seen = (command: ReceivePayment | RecordPayment, state: Receivables) => {
  const { paymentId, amountMinor } = command
  const known = state.payments.get(paymentId)
  if (known === undefined) return undefined
  const same = known.amountMinor === amountMinor
  return repeated('payment', paymentId, same, known.amountMinor, amountMinor)
}

/**
 * Takes cash in and applies it by the command's allocation.
 *
 * Units: minor units; `effectiveOn` is the bank's value day. Shape: `PaymentReceived`, then one
 * `PaymentApplied` an item, in order of allocation; what no item takes stays unapplied. `[]` if the
 * payment was received before. A named item that is not known yet gets its cash when it opens.
 * Rejects: `ZeroAmount`, `ConflictingDuplicate`, `AmountOutOfRange`. Source: domain 3.4, 23 to 27.
 */
export const receivePayment = (command: ReceivePayment, state: Receivables): Decision => {
  const before = seen(command, state)
  if (before !== undefined) return before
  if (command.amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const { allocation } = command
  return received(command, state, allocation.kind === 'named' ? allocation.itemIds : [])
}

/** As `receivePayment`, for cash received elsewhere: for one item or none, and nothing is an amount too. */
export const recordPayment = (command: RecordPayment, state: Receivables): Decision =>
  seen(command, state) ??
  received(command, state, command.forItemId === null ? [] : [command.forItemId])
