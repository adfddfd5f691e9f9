import * as E from 'fp-ts/lib/Either.js'
import { minorUnits } from '../../shared/index.ts'
import type { RecordReminder } from '../commands.ts'
import type { CollectionsEvent } from '../events.ts'
import type { Collections } from '../state.ts'
import { aboutOf, type Decision } from './decision.ts'
import { askedMinorOf } from './lines.ts'

/**
 * Records a reminder sent elsewhere; the gap before the next step counts from it.
 *
 * Units: it asked for what was open less what was disputed, line by line.
 * Shape: it belongs to the open case, to the last one where it was sent before that was closed, and else
 * opens one. Nothing where it is recorded, or where the step of that name was sent on that day.
 * Rejects: `ConflictingDuplicate` where the same reminder asked for another sum.
 */
export const recordReminder = (command: RecordReminder, state: Collections): Decision => {
  const { effectiveOn, stepId, channel, items } = command
  const askedMinor = minorUnits(askedMinorOf(items))
  if (state.sentOn.get(stepId)?.has(effectiveOn) === true) return E.right([])
  const known = state.recordedReminders.get(stepId)
  if (known?.askedMinor === askedMinor) return E.right([])
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
    : [{ type: 'CaseOpened', ...about, cycle }]
  const elsewhere = { policyId: null, policyVersion: null, offsetDays: null }
  const facts = { cycle, stepId, ...elsewhere, channel, items, askedMinor }
  return E.right([...begun, { type: 'ReminderSent', ...about, ...facts }])
}
