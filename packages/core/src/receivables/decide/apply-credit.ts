import * as E from 'fp-ts/lib/Either.js'
import { changeLine } from '../change-line.ts'
import type { ApplyCredit } from '../commands.ts'
import type { Receivables } from '../state.ts'
import { spread } from './apply.ts'
import { candidatesWithRoom } from './candidates.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { creditApplied } from './issue-credit.ts'

/**
 * Sets what is left of a credit note against open items.
 *
 * Shape: one `CreditApplied` an item. `[]` if this change was made before.
 * Rejects: `UnknownCredit`, `NoCreditLeft`, `UnknownItem`, `NothingOpen`. Source: domain 3.4, 27.
 */
export const applyCredit = (command: ApplyCredit, state: Receivables): Decision => {
  const { changeId, creditId, allocation } = command
  const before = repeatedChange(state, changeId, changeLine('applyCredit', creditId))
  if (before !== undefined) return before
  const credit = state.credits.get(creditId)
  if (credit === undefined) return reject({ type: 'UnknownCredit', creditId })
  if (credit.leftMinor <= 0) return reject({ type: 'NoCreditLeft', creditId })
  const slots = candidatesWithRoom(state, allocation)
  if (E.isLeft(slots)) return slots
  const parts = spread(slots.right, credit.leftMinor)
  const facts = about(command)
  return accept(parts.map((part) => creditApplied(facts, creditId, credit.freedOn, part, changeId)))
}
