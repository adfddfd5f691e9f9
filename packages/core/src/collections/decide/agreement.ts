import * as E from 'fp-ts/lib/Either.js'
import { addDays, laterDay } from '../../shared/index.ts'
import type {
  AgreeHardship,
  EndHardship,
  PauseDunning,
  RequestExtension,
  ResumeDunning,
  ScheduleNextAction,
} from '../agreement-commands.ts'
import type { ChangeEvent } from '../changes.ts'
import type { RecordContact } from '../record-commands.ts'
import type { Collections, Span } from '../state.ts'
import { aboutOf, changeRepeated, type Decision } from './decision.ts'

const once = (state: Collections, event: ChangeEvent): Decision =>
  (event.changeId === null ? undefined : changeRepeated(state, event.changeId, event)) ??
  E.right([event])

/**
 * Lets reminders rest to a day, that day included. A pause always has an end, so that none is forgotten.
 *
 * Shape: nothing where this change is recorded. Rejects: `ConflictingDuplicate`, `DayOutOfRange` for a day
 * that is past or more than `maxDays` ahead. Source: requirement 1-34.
 */
export const pauseDunning = (command: PauseDunning, state: Collections): Decision => {
  const { changeId, untilOn, reason, ticket, maxDays, effectiveOn } = command
  const facts = { changeId, untilOn, reason, ticket }
  const paused = { type: 'DunningPaused', ...aboutOf(command), ...facts } as const
  const repeated = changeRepeated(state, changeId, paused)
  if (repeated !== undefined) return repeated
  const latestOn = addDays(effectiveOn, maxDays)
  if (untilOn < effectiveOn || untilOn > latestOn)
    return E.left({ type: 'DayOutOfRange', offeredOn: untilOn, earliestOn: effectiveOn, latestOn })
  return E.right([paused])
}

const isOver = ({ untilOn, endedOn }: Span, on: string): boolean =>
  endedOn !== null || (untilOn !== null && untilOn < on)

/** Ends a pause before its day; nothing where it is over. Rejects: `UnknownPause`. */
export const resumeDunning = (command: ResumeDunning, state: Collections): Decision => {
  const { pauseId: changeId } = command
  const pause = state.pauses.get(changeId)
  if (pause === undefined) return E.left({ type: 'UnknownPause', changeId })
  if (isOver(pause, command.effectiveOn)) return E.right([])
  const effectiveOn = laterDay(command.effectiveOn, pause.fromOn)
  return E.right([{ type: 'DunningResumed', ...aboutOf(command), effectiveOn, changeId }])
}

/**
 * Gives an item more time. Its due day stays what it was; reminders count from the new day.
 *
 * Shape: nothing where this change is recorded. Rejects: `ConflictingDuplicate`, `TooManyExtensions`,
 * `DayOutOfRange` for a day before today, or further from the due day than `maxDays`.
 */
export const requestExtension = (command: RequestExtension, state: Collections): Decision => {
  const { changeId, itemId, dueOn, untilOn, effectiveOn } = command
  const { maxDays, maxTimes } = command.rule
  const facts = { changeId, itemId, dueOn, untilOn }
  const granted = { type: 'ExtensionGranted', ...aboutOf(command), ...facts } as const
  const repeated = changeRepeated(state, changeId, granted)
  if (repeated !== undefined) return repeated
  const times = state.extensions.get(itemId)?.times ?? 0
  if (times >= maxTimes) return E.left({ type: 'TooManyExtensions', itemId, allowed: maxTimes })
  const earliestOn = laterDay(effectiveOn, addDays(dueOn, 1))
  const latestOn = addDays(dueOn, maxDays)
  if (untilOn < earliestOn || untilOn > latestOn)
    return E.left({ type: 'DayOutOfRange', offeredOn: untilOn, earliestOn, latestOn })
  return E.right([granted])
}

/** Notes that the customer is in hardship: fees rest. Rejects: `ConflictingDuplicate`. */
export const agreeHardship = (command: AgreeHardship, state: Collections): Decision => {
  const { changeId, untilOn, reason } = command
  return once(state, {
    type: 'HardshipAgreed',
    ...aboutOf(command),
    changeId,
    untilOn,
    reason,
  })
}

/** Ends a hardship; nothing where it is over. Rejects: `UnknownHardship`. */
export const endHardship = (command: EndHardship, state: Collections): Decision => {
  const { hardshipId: changeId } = command
  const hardship = state.hardships.get(changeId)
  if (hardship === undefined) return E.left({ type: 'UnknownHardship', changeId })
  if (isOver(hardship, command.effectiveOn)) return E.right([])
  const effectiveOn = laterDay(command.effectiveOn, hardship.fromOn)
  return E.right([{ type: 'HardshipEnded', ...aboutOf(command), effectiveOn, changeId }])
}

/** Plans what is done next. The later plan replaces the earlier. Rejects: `ConflictingDuplicate`. */
export const scheduleNextAction = (command: ScheduleNextAction, state: Collections): Decision => {
  const { changeId, plannedOn, action } = command
  return once(state, {
    type: 'NextActionScheduled',
    ...aboutOf(command),
    changeId,
    plannedOn,
    action,
  })
}

/** Records a contact and what came of it. Rejects: `ConflictingDuplicate`. */
export const recordContact = (command: RecordContact, state: Collections): Decision => {
  const { changeId, itemId, channel, outcome, objection } = command
  return once(state, {
    type: 'ContactLogged',
    ...aboutOf(command),
    changeId,
    itemId,
    channel,
    outcome,
    objection,
  })
}
