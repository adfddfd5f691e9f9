import * as E from 'fp-ts/lib/Either.js'
import { minorUnits } from '../../shared/index.ts'
import type { CollectionsEvent } from '../events.ts'
import type { RecordReminder } from '../record-commands.ts'
import { feesRest } from '../standing.ts'
import type { Collections } from '../state.ts'
import { aboutOf, type Decision } from './decision.ts'
import { askedMinorOf } from './lines.ts'

/** What the step calls for beside words follows the step, not who sent it: a person did what was asked. */
const actionOf = (
  command: RecordReminder,
  state: Collections,
  cycle: number,
): ReadonlyArray<CollectionsEvent> => {
  const { stepId, items, effectiveOn } = command
  const task = state.openCase?.cycle === cycle ? state.openCase.manual.get(stepId) : undefined
  if (task === undefined || task.action === 'notify') return []
  if (state.openCase?.actions.has(stepId) === true) return []
  if (task.action === 'fee' && feesRest(state, effectiveOn)) return []
  const askedMinor = minorUnits(askedMinorOf(items))
  const facts = { ...task, cycle, stepId, newDeadlineOn: null, items, askedMinor }
  return [{ type: 'StepDue', ...aboutOf(command), ...facts }]
}

/**
 * Records a reminder sent elsewhere or by hand; the gap before the next step counts from it.
 *
 * Units: it asked for what was open less what was disputed, line by line.
 * Shape: it belongs to the open case, to the last one where it was sent before that was closed, and else
 * opens one. Where a person was asked to do this step, what the step calls for follows as `StepDue`.
 * Nothing where it is recorded, or where the step of that name was answered on that day by the policy and
 * no person was asked.
 * Rejects: `ConflictingDuplicate` where the same reminder asked for another sum.
 */
export const recordReminder = (command: RecordReminder, state: Collections): Decision => {
  const { effectiveOn, stepId, channel, items } = command
  const askedMinor = minorUnits(askedMinorOf(items))
  const isTask = state.openCase?.manual.has(stepId) ?? false
  const known = state.recordedReminders.get(stepId)
  if (known?.askedMinor === askedMinor) return E.right([])
  if (!isTask && state.answeredOn.get(stepId)?.has(effectiveOn) === true) return E.right([])
  if (known !== undefined) {
    const recorded = { itemId: null, amountMinor: known.askedMinor }
    const offered = { itemId: null, amountMinor: askedMinor }
    return E.left({ type: 'ConflictingDuplicate', what: 'reminder', id: stepId, recorded, offered })
  }
  const isOfLastCase =
    state.openCase !== null || (state.closedOn !== null && effectiveOn <= state.closedOn)
  const cycle = isOfLastCase ? state.cycle : state.cycle + 1
  const about = aboutOf(command)
  const begun: ReadonlyArray<CollectionsEvent> = isOfLastCase
    ? []
    : [{ type: 'CaseOpened', ...about, cycle, continuesCycle: null }]
  const elsewhere = {
    policyId: null,
    policyVersion: null,
    offsetDays: null,
    tone: null,
    newDeadlineOn: null,
  }
  const facts = { cycle, stepId, ...elsewhere, channel, items, askedMinor }
  const sent: CollectionsEvent = { type: 'ReminderSent', ...about, ...facts }
  return E.right([...begun, sent, ...actionOf(command, state, cycle)])
}
