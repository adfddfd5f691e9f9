import * as E from 'fp-ts/lib/Either.js'
import { minorUnits, text, type ItemId } from '../../shared/index.ts'
import { onlyTo, type Allocation } from '../allocation.ts'
import type { CollectCash, ReceivePayment } from '../cash-commands.ts'
import { openMinor } from '../item.ts'
import type { RecordPayment } from '../record-commands.ts'
import { isKnown, itemOf, type Receivables } from '../state.ts'
import { cashApplied, spread } from './apply.ts'
import { candidates } from './candidates.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'

/** The one item that a payer's word is kept for: the first that is still to come, else the first. */
const earmark = (state: Receivables, itemIds: ReadonlyArray<ItemId>): ItemId | null =>
  itemIds.find((itemId) => !isKnown(state, itemId)) ?? itemIds[0] ?? null

type Told = Pick<
  ReceivePayment,
  | 'effectiveOn'
  | 'customerId'
  | 'currency'
  | 'paymentId'
  | 'amountMinor'
  | 'method'
  | 'initiatedOn'
  | 'settledOn'
>

const received = (command: Told, state: Receivables, allocation: Allocation): Decision => {
  const { paymentId, amountMinor, method, initiatedOn, settledOn, effectiveOn } = command
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const facts = about(command)
  const parts = spread(candidates(state, allocation), amountMinor, effectiveOn)
  const { components } = allocation
  const cash = { paymentId, freedOn: effectiveOn, changeId: null, components }
  return accept([
    {
      type: 'PaymentReceived',
      ...facts,
      paymentId,
      amountMinor,
      method,
      forItemId: earmark(state, allocation.named),
      initiatedOn,
      settledOn,
    },
    ...parts.flatMap((part) => cashApplied(facts, cash, part)),
  ])
}

const seen = (
  { paymentId, amountMinor }: Pick<Told, 'paymentId' | 'amountMinor'>,
  state: Receivables,
): Decision | undefined => {
  const known = state.payments.get(paymentId)
  if (known === undefined) return undefined
  const same = known.amountMinor === amountMinor
  return repeated('payment', paymentId, same, known.amountMinor, amountMinor)
}

/**
 * Takes cash in and applies it by the command's allocation.
 *
 * Units: minor units; `effectiveOn` is the bank's value day. Shape: `PaymentReceived`, then for each item
 * one `PaymentApplied`, with `EarlyDiscountTaken` where it came early enough, in order of allocation; what
 * no item takes stays unapplied. `[]` if the payment was received before. A named item that is not known
 * yet gets its cash when it opens.
 * Rejects: `ZeroAmount`, `ConflictingDuplicate`, `AmountOutOfRange`.
 * Source: domain 3.4, 23 to 27, 29 and 43.
 */
export const receivePayment = (command: ReceivePayment, state: Receivables): Decision => {
  const before = seen(command, state)
  if (before !== undefined) return before
  return command.amountMinor === 0
    ? reject({ type: 'ZeroAmount' })
    : received(command, state, command.allocation)
}

/** As `receivePayment`, for cash received elsewhere: for one item or none, and nothing is an amount too. */
export const recordPayment = (command: RecordPayment, state: Receivables): Decision => {
  const { forItemId } = command
  const allocation = forItemId === null ? onlyTo() : onlyTo(forItemId)
  return seen(command, state) ?? received(command, state, allocation)
}

const atTheDoor = text('cash')

/**
 * Cash taken at the door for one item: what was asked for and what was handed over are kept side by side.
 *
 * Shape: as `receivePayment` for that item, then `CashCollected`; too little leaves the item open, too
 * much stays unapplied. `[]` if collected before. Rejects: `ZeroAmount`, `UnknownItem`,
 * `ConflictingDuplicate`, `AmountOutOfRange`. Source: domain 1-36.
 */
export const collectCash = (command: CollectCash, state: Receivables): Decision => {
  const before = seen(command, state)
  if (before !== undefined) return before
  const { paymentId, itemId, amountMinor, effectiveOn: on } = command
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const told: Told = { ...command, method: atTheDoor, initiatedOn: on, settledOn: on }
  const decision = received(told, state, onlyTo(itemId))
  return E.isLeft(decision)
    ? decision
    : accept([
        ...decision.right,
        {
          type: 'CashCollected',
          ...about(command),
          paymentId,
          itemId,
          expectedMinor: minorUnits(openMinor(item)),
          collectedMinor: amountMinor,
        },
      ])
}
