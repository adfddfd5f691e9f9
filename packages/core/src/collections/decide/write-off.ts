import * as E from 'fp-ts/lib/Either.js'
import type { ProposeWriteOff } from '../commands.ts'
import { standingDispute } from '../standing.ts'
import type { Collections } from '../state.ts'
import { aboutOf, changeRepeated, type Decision } from './decision.ts'

/**
 * Proposes to give up an item that was asked for in vain. It moves no money: writing off is decided in
 * receivables, by a rule up to the limit and by a person above it.
 *
 * Units: minor units, at most what is open. Shape: nothing where this change is recorded.
 * Rejects: `ConflictingDuplicate`, `ZeroAmount`, `AmountTooLarge`, `NeverReminded`, `ItemIsDisputed`.
 */
export const proposeWriteOff = (command: ProposeWriteOff, state: Collections): Decision => {
  const { changeId, itemId, amountMinor, openMinor, limitMinor } = command
  const decidedBy = amountMinor <= limitMinor ? 'rule' : 'person'
  const facts = { changeId, itemId, amountMinor, limitMinor, decidedBy } as const
  const proposed = { type: 'WriteOffProposed', ...aboutOf(command), ...facts } as const
  const repeated = changeRepeated(state, changeId, proposed)
  if (repeated !== undefined) return repeated
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  if (amountMinor > openMinor)
    return E.left({ type: 'AmountTooLarge', itemId, openMinor, offeredMinor: amountMinor })
  if (!state.remindedItems.has(itemId)) return E.left({ type: 'NeverReminded', itemId })
  if (standingDispute(state, itemId) !== undefined)
    return E.left({ type: 'ItemIsDisputed', itemId })
  return E.right([proposed])
}
