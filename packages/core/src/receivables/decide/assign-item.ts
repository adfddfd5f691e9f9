import { laterDay, minorUnits } from '../../shared/index.ts'
import { changeLine } from '../change-line.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { AssignItem, TakeRecourse } from '../item-commands.ts'
import { itemBalances, openMinor, type Item } from '../item.ts'
import { itemOf, type Receivables } from '../state.ts'
import { joinedOn } from './apply.ts'
import { about, accept, reject, repeated, repeatedChange, type Decision } from './decision.ts'

/**
 * Passes what is open on an item to a financing partner: the customer owes it to them.
 *
 * Shape: `ReceivableAssigned` over all that is open. `[]` if assigned before under this id.
 * Rejects: `UnknownItem`, `NothingOpen`, `ConflictingDuplicate`. Source: domain 0-14.
 */
export const assignItem = (command: AssignItem, state: Receivables): Decision => {
  const { assignmentId, itemId, partnerId, recourse } = command
  const before = state.assignments.get(assignmentId)
  if (before !== undefined) {
    const { amountMinor } = before
    const same = before.itemId === itemId && before.partnerId === partnerId
    return repeated('assignment', assignmentId, same, amountMinor, amountMinor)
  }
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const amountMinor = openMinor(item)
  if (amountMinor === 0) return reject({ type: 'NothingOpen', itemId })
  const effectiveOn = joinedOn({ item, amountMinor }, command.effectiveOn)
  const facts = { ...about(command), effectiveOn, itemId, assignmentId, partnerId, recourse }
  return accept([{ type: 'ReceivableAssigned', ...facts, amountMinor: minorUnits(amountMinor) }])
}

/** What is open of each instalment is due on the day of the recourse. */
const dueNow = (
  command: TakeRecourse,
  item: Item,
  effectiveOn: TakeRecourse['effectiveOn'],
): ReadonlyArray<ReceivablesEvent> => {
  const facts = { ...about(command), effectiveOn, itemId: item.itemId, changeId: command.changeId }
  const { parts } = itemBalances(item)
  // Charges and fees are owed since the day of the first instalment.
  const [first, second] = parts
  const chargesAreOpen = second?.instalment === null && second.openMinor > 0
  return parts.flatMap((part) => {
    const { instalment, openMinor: open } = part
    return instalment === null || (open === 0 && !(part === first && chargesAreOpen))
      ? []
      : [{ type: 'DueDateFixed' as const, ...facts, instalment, dueOn: effectiveOn }]
  })
}

/**
 * The partner gives an assigned amount back: it is open again, and due now.
 *
 * Shape: `DueDateFixed` for each instalment that is open with it, then `ReceivableReturned`. `[]` if this
 * change was made before. Rejects: `UnknownAssignment`, `NoRecourse`, `ZeroAmount`,
 * `RecourseExceedsAssigned`, `ConflictingDuplicate`. Source: domain 0-14, edge case 71.
 */
export const takeRecourse = (command: TakeRecourse, state: Receivables): Decision => {
  const { changeId, assignmentId, amountMinor, reason } = command
  const line = changeLine('takeRecourse', assignmentId, amountMinor)
  const before = repeatedChange(state, changeId, line)
  if (before !== undefined) return before
  const assignment = state.assignments.get(assignmentId)
  if (assignment === undefined) return reject({ type: 'UnknownAssignment', assignmentId })
  const { itemId, partnerId, recourse } = assignment
  if (recourse === 'none') return reject({ type: 'NoRecourse', assignmentId })
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const assignedMinor = assignment.amountMinor - assignment.returnedMinor
  if (amountMinor > assignedMinor)
    return reject({
      type: 'RecourseExceedsAssigned',
      assignmentId,
      assignedMinor,
      offeredMinor: amountMinor,
    })
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const effectiveOn = laterDay(command.effectiveOn, assignment.on)
  const back = { ...item, assignedMinor: item.assignedMinor - amountMinor }
  const facts = {
    ...about(command),
    effectiveOn,
    itemId,
    assignmentId,
    partnerId,
    changeId,
    reason,
  }
  return accept([
    ...dueNow(command, back, effectiveOn),
    { type: 'ReceivableReturned', ...facts, amountMinor, dueOn: effectiveOn },
  ])
}
