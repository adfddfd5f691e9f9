import * as E from 'fp-ts/lib/Either.js'
import { unreachable, type CivilDate, type Text } from '../../shared/index.ts'
import type { RunStep } from '../commands.ts'
import type { Collections } from '../state.ts'
import { aboutOf, type Decision } from './decision.ts'
import type { DueStep } from './due.ts'
import { dueStep } from './due-step.ts'
import { closing, eventsOf } from './step-events.ts'

/** A due step with nothing to ask for: noted once in a case for each reason, and sent when it can be. */
const passOver = (
  command: RunStep,
  due: Extract<DueStep, { type: 'NothingToAsk' }>,
  { openCase }: Collections,
): Decision => {
  const { stepId, why } = due
  const noted = openCase === null || (openCase.skipped.get(stepId)?.has(why) ?? false)
  if (noted) return E.left(due)
  const { cycle } = openCase
  return E.right([{ type: 'StepSkipped', ...aboutOf(command), cycle, stepId, why }])
}

/** The case has ended by the time the step was to be sent: it is passed over, and the case closed. */
const endCase = (command: RunStep, cycle: number, state: Collections): Decision => {
  const { stepId, effectiveOn } = command
  const { lastSentOn } = state
  if (lastSentOn !== null && effectiveOn < lastSentOn)
    return E.left({ type: 'TooSoon', stepId, notBefore: lastSentOn })
  return E.right([
    { type: 'StepSkipped', ...aboutOf(command), cycle, stepId, why: 'paid' },
    ...closing(command, cycle, state),
  ])
}

/** Whether a step was answered on a day, also when a reminder of its name was sent elsewhere. */
const wasAnswered = (
  { answeredOn, recordedReminders }: Collections,
  stepId: Text,
  day: CivilDate,
): boolean => answeredOn.get(stepId)?.has(day) === true || recordedReminders.get(stepId)?.on === day

/**
 * Takes the named step if `dueStep` says that it is due, on the evidence of what is open now.
 *
 * Shape: `CaseOpened` before the first step of a case, `CaseClosed` before that of a new one where the last
 * case has ended; then `ReminderSent`, and `StepDue` where the step calls for more than words; or
 * `ManualTaskRaised` where no channel is left; or `StepSkipped` alone where nothing may be asked for,
 * followed by `CaseClosed` where all was paid. Nothing where this step was answered on this very day.
 * Rejects: `UnknownStep`, `NothingOverdue`, `NotTheNextStep`, `NotDue`, `TooSoon`, `Paused`, `AwaitsPerson`;
 * `NothingToAsk` where that is noted already or no case is open. Source: see `dueStep`.
 */
export const runStep = (command: RunStep, state: Collections): Decision => {
  const { policy, stepId, effectiveOn } = command
  if (wasAnswered(state, stepId, effectiveOn)) return E.right([])
  if (!policy.steps.some((step) => step.stepId === stepId))
    return E.left({ type: 'UnknownStep', stepId })
  const due = dueStep(policy, state, command, effectiveOn)
  if (due.type === 'NothingOverdue')
    return due.closes === null
      ? E.left({ type: 'NothingOverdue' })
      : endCase(command, due.closes, state)
  const next = due.type === 'NoStepLeft' ? null : due.stepId
  if (next !== stepId) return E.left({ type: 'NotTheNextStep', stepId, next })
  switch (due.type) {
    case 'Due':
      return E.right(eventsOf(command, due, state))
    case 'NothingToAsk':
      return passOver(command, due, state)
    case 'NotDue':
    case 'TooSoon':
    case 'Paused':
    case 'AwaitsPerson':
      return E.left(due)
    case 'NoStepLeft':
      return E.left({ type: 'NotTheNextStep', stepId, next: null })
    default:
      return unreachable(due)
  }
}
