import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { CloseCase } from '../commands.ts'
import type { Collections } from '../state.ts'
import type { Decision } from './decision.ts'
import { holding } from './lines.ts'
import { closing } from './step-events.ts'

/**
 * Closes a case once nothing is overdue: all items paid, not the last one looked at. What was suspended
 * because of it is reinstated.
 *
 * Shape: nothing where this case is closed. Effective on the day of the last reminder at the earliest.
 * Rejects: `NoOpenCase`; `StillOverdue`, naming what is overdue or was named by the case and is open.
 */
export const closeCase = (command: CloseCase, state: Collections): Decision => {
  const { cycle, items } = command
  const { openCase, lastSentOn } = state
  if (cycle < 1 || cycle > state.cycle) return E.left({ type: 'NoOpenCase', cycle })
  if (openCase === null || cycle < openCase.cycle) return E.right([])
  const sinceOpening = laterDay(command.effectiveOn, openCase.openedOn)
  const effectiveOn = laterDay(sinceOpening, lastSentOn ?? sinceOpening)
  const held = holding(openCase, items, effectiveOn)
  if (held.length > 0)
    return E.left({ type: 'StillOverdue', itemIds: [...new Set(held.map((line) => line.itemId))] })
  return E.right(closing({ ...command, effectiveOn }, cycle, state))
}
