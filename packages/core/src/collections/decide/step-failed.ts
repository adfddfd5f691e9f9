import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { RecordStepFailed } from '../record-commands.ts'
import type { Collections } from '../state.ts'
import { aboutOf, changeRepeated, type Decision } from './decision.ts'

/**
 * Takes a reminder back that did not arrive: the step is open again, by the next channel of its plan, the
 * day after it was sent at the earliest. A step counts only when it was really delivered.
 *
 * Shape: nothing where this change is recorded. Rejects: `ConflictingDuplicate`, `StepNotSent` where the
 * open case did not send that step by that channel. Source: domain edge case 62.
 */
export const recordStepFailed = (command: RecordStepFailed, state: Collections): Decision => {
  const { changeId, cycle, stepId, channel, reason } = command
  const facts = { changeId, cycle, stepId, channel, reason }
  const failed = { type: 'StepFailed', ...aboutOf(command), ...facts } as const
  const repeated = changeRepeated(state, changeId, failed)
  if (repeated !== undefined) return repeated
  const { openCase } = state
  if (openCase?.cycle !== cycle || openCase.sentBy.get(stepId) !== channel)
    return E.left({ type: 'StepNotSent', cycle, stepId })
  return E.right([{ ...failed, effectiveOn: laterDay(command.effectiveOn, openCase.openedOn) }])
}
