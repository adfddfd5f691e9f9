import { principalFirst } from '../allocation.ts'
import type { UseBalance } from '../cash-commands.ts'
import { changeLine } from '../change-line.ts'
import type { ReceivablesEvent } from '../events.ts'
import { openMinor, type Item } from '../item.ts'
import { leftovers } from '../leftovers.ts'
import { itemOf, pendingOn, type Receivables } from '../state.ts'
import { afterPart, cashApplied, spread } from './apply.ts'
import { slotsOf } from './candidates.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { creditApplied } from './issue-credit.ts'

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
