import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { ReinstateService, SuspendService } from '../commands.ts'
import type { Collections } from '../state.ts'
import { aboutOf, changeRepeated, type Decision } from './decision.ts'

/**
 * Stops the service, on the day of the newest step at the earliest.
 *
 * Shape: nothing where this change is recorded. Rejects: `ConflictingDuplicate`, `AlreadySuspended`,
 * `NoSuspensionDue` unless a step that suspends was taken in the open case. Source: domain invariant 26.
 */
export const suspendService = (command: SuspendService, state: Collections): Decision => {
  const { changeId } = command
  const repeated = changeRepeated(state, changeId, { type: 'ServiceSuspended' })
  if (repeated !== undefined) return repeated
  if (state.suspension !== null) return E.left({ type: 'AlreadySuspended' })
  const { openCase, lastSentOn } = state
  if (openCase === null || openCase.suspends === null) return E.left({ type: 'NoSuspensionDue' })
  const { cycle, suspends } = openCase
  const effectiveOn = laterDay(command.effectiveOn, lastSentOn ?? command.effectiveOn)
  const facts = { ...aboutOf(command), effectiveOn, changeId, cycle, stepId: suspends.stepId }
  return E.right([{ type: 'ServiceSuspended', ...facts }])
}

/**
 * Brings the service back while the case stays open for other items.
 *
 * Shape: nothing where this change is recorded. Rejects: `ConflictingDuplicate`, `NotSuspended`,
 * `StillOverdue` naming what is open and overdue of the items that the suspension was about.
 */
export const reinstateService = (command: ReinstateService, state: Collections): Decision => {
  const { changeId, items, effectiveOn } = command
  const repeated = changeRepeated(state, changeId, { type: 'ServiceReinstated' })
  if (repeated !== undefined) return repeated
  if (state.suspension === null) return E.left({ type: 'NotSuspended' })
  const { cycle, itemIds } = state.suspension
  const blocking = items.filter(
    ({ itemId, openMinor, dueOn }) => openMinor > 0 && itemIds.has(itemId) && dueOn < effectiveOn,
  )
  if (blocking.length > 0)
    return E.left({ type: 'StillOverdue', itemIds: [...new Set(blocking.map((l) => l.itemId))] })
  return E.right([{ type: 'ServiceReinstated', ...aboutOf(command), changeId, cycle }])
}
