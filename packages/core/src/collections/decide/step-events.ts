import { addDays } from '../../shared/index.ts'
import type { CollectionsCommand, RunStep } from '../commands.ts'
import type { CollectionsEvent } from '../events.ts'
import { feesRest } from '../standing.ts'
import type { Collections } from '../state.ts'
import { aboutOf } from './decision.ts'
import type { Due } from './due.ts'

/** What closes a case: what was suspended because of it comes back with it. */
export const closing = (
  command: Pick<CollectionsCommand, 'effectiveOn' | 'customerId' | 'currency'>,
  cycle: number,
  { suspension }: Collections,
): ReadonlyArray<CollectionsEvent> => {
  const { effectiveOn, customerId, currency } = command
  const about = { effectiveOn, customerId, currency }
  const end: CollectionsEvent = { type: 'CaseClosed', ...about, cycle }
  if (suspension === null) return [end]
  const { cycle: since } = suspension
  return [end, { type: 'ServiceReinstated', ...about, changeId: null, cycle: since }]
}

/** What the step itself says: a message, what it calls for beside words, or a person's task. */
const stepOf = (
  command: RunStep,
  due: Due,
  state: Collections,
): ReadonlyArray<CollectionsEvent> => {
  const { policyId, version: policyVersion } = command.policy
  const { stepId, step, offsetDays, channel, manual, cycle, items, askedMinor } = due
  const { action, tone, setsNewDeadlineDays } = step
  const common = { ...aboutOf(command), cycle, stepId, policyId, policyVersion, offsetDays }
  const asked = { items, askedMinor }
  if (manual !== null)
    return [{ type: 'ManualTaskRaised', ...common, action, why: manual, ...asked }]
  const newDeadlineOn =
    setsNewDeadlineDays === null ? null : addDays(command.effectiveOn, setsNewDeadlineDays)
  const message: ReadonlyArray<CollectionsEvent> =
    channel === null
      ? []
      : [{ type: 'ReminderSent', ...common, tone, channel, newDeadlineOn, ...asked }]
  const current = state.openCase?.cycle === cycle ? state.openCase : null
  const isSilent =
    action === 'notify' ||
    current?.actions.has(stepId) === true ||
    (action === 'fee' && feesRest(state, command.effectiveOn))
  if (isSilent) return message
  return [...message, { type: 'StepDue', ...common, action, newDeadlineOn, ...asked }]
}

/** All that a step which is due brings: the end of a case that is over, the beginning of one, the step. */
export const eventsOf = (
  command: RunStep,
  due: Due,
  state: Collections,
): ReadonlyArray<CollectionsEvent> => {
  const { cycle, continuesCycle, closes } = due
  const ended = closes === null ? [] : closing(command, closes, state)
  const begun: ReadonlyArray<CollectionsEvent> =
    cycle === state.cycle
      ? []
      : [{ type: 'CaseOpened', ...aboutOf(command), cycle, continuesCycle }]
  return [...ended, ...begun, ...stepOf(command, due, state)]
}
