import { ascending, type CivilDate, type CreditId, type PaymentId } from '../../shared/index.ts'
import { principalFirst } from '../allocation.ts'
import type { UseBalance } from '../cash-commands.ts'
import { changeLine } from '../change-line.ts'
import type { ReceivablesEvent } from '../events.ts'
import { openMinor, type Item } from '../item.ts'
import { freeMinor } from '../remembered.ts'
import { isKnown, itemOf, pendingOn, type Receivables } from '../state.ts'
import { afterPart, cashApplied, spread } from './apply.ts'
import { slotsOf } from './candidates.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { creditApplied } from './issue-credit.ts'

/** Money that is left over, and since when. */
type Leftover = { readonly on: CivilDate; readonly id: string; readonly leftMinor: number } & (
  | { readonly kind: 'cash'; readonly paymentId: PaymentId }
  | { readonly kind: 'credit'; readonly creditId: CreditId }
)

/** Of one day cash before credit, as the words for them are sorted, and at last by the id. */
const byAge = (a: Leftover, b: Leftover): number =>
  ascending(a.on, b.on) || ascending(a.kind, b.kind) || ascending(a.id, b.id)

/** Cash and credit that nobody waits for, the oldest first; cash named for an item to come is left alone. */
const leftovers = (state: Receivables): ReadonlyArray<Leftover> => {
  const cash = [...state.payments].flatMap(([paymentId, payment]): ReadonlyArray<Leftover> => {
    const { forItemId, receivedOn: on } = payment
    const leftMinor = freeMinor(payment)
    const waits = forItemId !== null && !isKnown(state, forItemId)
    return leftMinor === 0 || waits
      ? []
      : [{ kind: 'cash', on, id: paymentId, leftMinor, paymentId }]
  })
  const credit = [...state.credits].flatMap(([creditId, note]): ReadonlyArray<Leftover> => {
    const leftMinor = freeMinor(note)
    return leftMinor === 0
      ? []
      : [{ kind: 'credit', on: note.freedOn, id: creditId, leftMinor, creditId }]
  })
  return [...cash, ...credit].toSorted(byAge)
}

/**
 * Uses cash and credit that are left over on one item, the oldest first, each unit once.
 *
 * Shape: `PaymentApplied` and `CreditApplied`. `[]` if this change was made before.
 * Rejects: `UnknownItem`, `NothingOpen`, `NoBalance`, `ConflictingDuplicate`; `PaymentIsPending` while a
 * payment is under way that may pay the item. Source: domain 3.4, 27 and 32.
 */
export const useBalance = (command: UseBalance, state: Receivables): Decision => {
  const { changeId, itemId } = command
  const before = repeatedChange(state, changeId, changeLine('useBalance', itemId))
  if (before !== undefined) return before
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  if (openMinor(item) === 0) return reject({ type: 'NothingOpen', itemId })
  const pending = pendingOn(state, itemId)
  if (pending !== undefined) return reject({ type: 'PaymentIsPending', paymentId: pending, itemId })
  const events = usedOn(command, state, item)
  return events.length === 0 ? reject({ type: 'NoBalance', itemId }) : accept(events)
}

const usedOn = (
  command: UseBalance,
  state: Receivables,
  item: Item,
): ReadonlyArray<ReceivablesEvent> => {
  const facts = about(command)
  const { changeId } = command
  const events: ReceivablesEvent[] = []
  let rest = item
  for (const leftover of leftovers(state)) {
    const receivedOn = leftover.kind === 'cash' ? leftover.on : null
    const [part] = spread(slotsOf(rest, 'balance'), leftover.leftMinor, receivedOn)
    if (part === undefined) break
    if (leftover.kind === 'credit') {
      events.push(creditApplied(facts, leftover.creditId, leftover.on, part, changeId))
      rest = { ...rest, creditedMinor: rest.creditedMinor + part.amountMinor }
      continue
    }
    const { paymentId } = leftover
    const freedOn = state.payments.get(paymentId)?.freedOn ?? leftover.on
    const cash = { paymentId, freedOn, changeId, components: principalFirst }
    events.push(...cashApplied(facts, cash, part))
    rest = afterPart(part, cash)
  }
  return events
}
