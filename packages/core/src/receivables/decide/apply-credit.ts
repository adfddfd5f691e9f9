import * as E from 'fp-ts/lib/Either.js'
import type { ApplyCredit } from '../cash-commands.ts'
import { changeLine } from '../change-line.ts'
import { freeMinor } from '../remembered.ts'
import { pendingOn, type Receivables } from '../state.ts'
import { spread } from './apply.ts'
import { candidatesWithRoom } from './candidates.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { creditApplied } from './issue-credit.ts'

/**
 * Sets what is left of a credit note against open items; not against one that a payment still under way
 * may pay.
 *
 * Shape: one `CreditApplied` an item. `[]` if this change was made before.
 * Rejects: `UnknownCredit`, `NoCreditLeft`, `UnknownItem`, `NothingOpen`, `ConflictingDuplicate`;
 * `PaymentIsPending` where a payment is under way for every item that could take the credit.
 * Source: domain 3.4, 27 and 32.
 */
export const applyCredit = (command: ApplyCredit, state: Receivables): Decision => {
  const { changeId, creditId, allocation } = command
  const before = repeatedChange(state, changeId, changeLine('applyCredit', creditId))
  if (before !== undefined) return before
  const credit = state.credits.get(creditId)
  if (credit === undefined) return reject({ type: 'UnknownCredit', creditId })
  if (freeMinor(credit) === 0) return reject({ type: 'NoCreditLeft', creditId })
  const slots = candidatesWithRoom(state, allocation)
  if (E.isLeft(slots)) return slots
  const [first] = slots.right
  const pending = first === undefined ? undefined : pendingOn(state, first.item.itemId)
  const undisturbed = slots.right.filter(({ item }) => pendingOn(state, item.itemId) === undefined)
  if (undisturbed.length === 0 && pending !== undefined)
    return reject({
      type: 'PaymentIsPending',
      paymentId: pending,
      itemId: first?.item.itemId ?? null,
    })
  const parts = spread(undisturbed, freeMinor(credit), null)
  const facts = about(command)
  return accept(parts.map((part) => creditApplied(facts, creditId, credit.freedOn, part, changeId)))
}
