import { changeLine } from '../change-line.ts'
import type { FixDueDate } from '../record-commands.ts'
import { itemOf, type Receivables } from '../state.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'

/**
 * The due day of an instalment was learned or corrected; among several, the one with the later
 * `effectiveOn` holds.
 *
 * Shape: `DueDateFixed`, also on a closed item, which reopens with it. `[]` if this change was made before.
 * Rejects: `UnknownItem`, `UnknownInstalment`, `ConflictingDuplicate`.
 */
export const fixDueDate = (command: FixDueDate, state: Receivables): Decision => {
  const { changeId, itemId, instalment, dueOn } = command
  const line = changeLine('fixDueDate', itemId, instalment, dueOn)
  const before = repeatedChange(state, changeId, line)
  if (before !== undefined) return before
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  return item.schedule.some((part) => part.instalment === instalment)
    ? accept([{ type: 'DueDateFixed', ...about(command), itemId, changeId, instalment, dueOn }])
    : reject({ type: 'UnknownInstalment', itemId, instalment })
}
