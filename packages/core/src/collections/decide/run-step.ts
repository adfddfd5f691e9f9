import * as E from 'fp-ts/lib/Either.js'
import { unreachable, type CivilDate, type Text } from '../../shared/index.ts'
import type { RunStep } from '../commands.ts'
import type { CollectionsEvent } from '../events.ts'
import type { Collections } from '../state.ts'
import { aboutOf, type Decision } from './decision.ts'
import { dueStep, type DueStep } from './due-step.ts'

const sendEvents = (
  command: RunStep,
  due: Extract<DueStep, { type: 'Due' }>,
  state: Collections,
): ReadonlyArray<CollectionsEvent> => {
  const { policyId, version: policyVersion } = command.policy
  const { stepId, offsetDays, channel, cycle, closes, items, askedMinor } = due
  const about = aboutOf(command)
  const ended: ReadonlyArray<CollectionsEvent> =
    closes === null ? [] : [{ type: 'CaseClosed', ...about, cycle: closes }]
  const begun: ReadonlyArray<CollectionsEvent> =
    cycle === state.cycle ? [] : [{ type: 'CaseOpened', ...about, cycle }]
  const step = { cycle, stepId, policyId, policyVersion, offsetDays, channel, items, askedMinor }
  return [...ended, ...begun, { type: 'ReminderSent', ...about, ...step }]
}

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
  const about = aboutOf(command)
  return E.right([
    { type: 'StepSkipped', ...about, cycle, stepId, why: 'paid' },
    { type: 'CaseClosed', ...about, cycle },
  ])
}

/** Whether a step was sent or passed over on a day, also when a reminder of its name was sent elsewhere. */
const wasAnswered = (
  { sentOn, skippedOn, recordedReminders }: Collections,
  stepId: Text,
  day: CivilDate,
): boolean =>
  sentOn.get(stepId)?.has(day) === true ||
  skippedOn.get(stepId)?.has(day) === true ||
  recordedReminders.get(stepId)?.on === day

/**
 * Sends the named step if `dueStep` says that it is due, on the evidence of what is open now.
 *
 * Shape: `CaseOpened` before the first reminder of a case, `CaseClosed` before that of a new one where the
 * last case has ended; `StepSkipped` alone where nothing may be asked for, and followed by `CaseClosed`
 * where all was paid. Nothing where this step was sent or passed over on this very day.
 * Rejects: `UnknownStep`, `NothingOverdue`, `NotTheNextStep`, `NotDue`, `TooSoon`, `NothingToAsk` where
 * that is noted already or no case is open. Source: see `dueStep`.
 */
export const runStep = (command: RunStep, state: Collections): Decision => {
  const { policy, stepId, items, effectiveOn } = command
  if (wasAnswered(state, stepId, effectiveOn)) return E.right([])
  if (!policy.steps.some((step) => step.stepId === stepId))
    return E.left({ type: 'UnknownStep', stepId })
  const due = dueStep(policy, state, items, effectiveOn)
  if (due.type === 'NothingOverdue')
    return due.closes === null
      ? E.left({ type: 'NothingOverdue' })
      : endCase(command, due.closes, state)
  const next = due.type === 'NoStepLeft' ? null : due.stepId
  if (next !== stepId) return E.left({ type: 'NotTheNextStep', stepId, next })
  switch (due.type) {
    case 'Due':
      return E.right(sendEvents(command, due, state))
    case 'NothingToAsk':
      return passOver(command, due, state)
    case 'NotDue':
    case 'TooSoon':
      return E.left(due)
    case 'NoStepLeft':
      return E.left({ type: 'NotTheNextStep', stepId, next: null })
    default:
      return unreachable(due)
  }
}
