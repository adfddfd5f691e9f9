import * as E from 'fp-ts/lib/Either.js'
import type { HandOver } from '../commands.ts'
import type { CollectionsEvent } from '../events.ts'
import type { RecordHandOver } from '../record-commands.ts'
import { standingDispute } from '../standing.ts'
import type { Collections } from '../state.ts'
import { aboutOf, type Decision } from './decision.ts'

const handedOver = (command: HandOver | RecordHandOver): CollectionsEvent => {
  const { itemId, changeId, agency } = command
  return { type: 'ItemHandedOver', ...aboutOf(command), itemId, changeId, agency }
}

const repetition = (
  { changeId, itemId }: HandOver | RecordHandOver,
  { handOvers }: Collections,
): Decision | undefined => {
  const known = handOvers.get(changeId)
  if (known === undefined) return undefined
  if (known === itemId) return E.right([])
  const recorded = { itemId: known, amountMinor: null }
  const offered = { itemId, amountMinor: null }
  return E.left({ type: 'ConflictingDuplicate', what: 'handOver', id: changeId, recorded, offered })
}

/**
 * Gives an item to a collection agency. It stays open and ages on; our own reminders leave it out.
 *
 * Shape: nothing where this change is recorded.
 * Rejects: `ConflictingDuplicate`, `AlreadyHandedOver`, `NeverReminded`, `ItemIsDisputed`.
 */
export const handOver = (command: HandOver, state: Collections): Decision => {
  const repeated = repetition(command, state)
  if (repeated !== undefined) return repeated
  const { itemId } = command
  if (state.handedOver.has(itemId)) return E.left({ type: 'AlreadyHandedOver', itemId })
  if (!state.remindedItems.has(itemId)) return E.left({ type: 'NeverReminded', itemId })
  if (standingDispute(state, itemId) !== undefined)
    return E.left({ type: 'ItemIsDisputed', itemId })
  return E.right([handedOver(command)])
}

/** Records a hand-over made elsewhere, reminded of or not. Rejects: `ConflictingDuplicate`. */
export const recordHandOver = (command: RecordHandOver, state: Collections): Decision =>
  repetition(command, state) ?? E.right([handedOver(command)])
