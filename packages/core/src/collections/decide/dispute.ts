import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits } from '../../shared/index.ts'
import type { RaiseDispute, ResolveDispute } from '../commands.ts'
import type { CollectionsEvent } from '../events.ts'
import type { RecordDispute, RecordDisputeResolution } from '../record-commands.ts'
import { standingDispute } from '../standing.ts'
import type { Collections } from '../state.ts'
import { aboutOf, type Decision } from './decision.ts'

const raised = (command: RaiseDispute | RecordDispute): CollectionsEvent => {
  const { disputeId, itemId, amountMinor, reason } = command
  return { type: 'DisputeRaised', ...aboutOf(command), disputeId, itemId, amountMinor, reason }
}

/** The answer to a dispute's id that is known; undefined where it is new. */
const repetition = (
  { disputeId, itemId, amountMinor }: RaiseDispute | RecordDispute,
  state: Collections,
): Decision | undefined => {
  const known = state.disputes.get(disputeId)
  if (known === undefined) return undefined
  if (known.itemId === itemId && known.amountMinor === amountMinor) return E.right([])
  const recorded = { itemId: known.itemId, amountMinor: known.amountMinor }
  const offered = { itemId, amountMinor }
  return E.left({ type: 'ConflictingDuplicate', what: 'dispute', id: disputeId, recorded, offered })
}

/**
 * Marks a part of an item as contested, from `effectiveOn` on: that part is not asked for.
 *
 * Units: minor units; at most what receivables hold as open on the item, the evidence of the command.
 * Shape: nothing where this dispute is recorded, resolved or not.
 * Rejects: `ConflictingDuplicate`, `ZeroAmount`, `AlreadyDisputed`, `AmountTooLarge`.
 * Source: domain 3.2, Dispute; edge case 59.
 */
export const raiseDispute = (command: RaiseDispute, state: Collections): Decision => {
  const repeated = repetition(command, state)
  if (repeated !== undefined) return repeated
  const { itemId, amountMinor, openMinor } = command
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  const standing = standingDispute(state, itemId)
  if (standing !== undefined)
    return E.left({ type: 'AlreadyDisputed', itemId, disputeId: standing })
  if (amountMinor > openMinor)
    return E.left({ type: 'AmountTooLarge', itemId, openMinor, offeredMinor: amountMinor })
  return E.right([raised(command)])
}

/** Records a dispute raised elsewhere, whatever is open. Rejects: `ConflictingDuplicate`. */
export const recordDispute = (command: RecordDispute, state: Collections): Decision =>
  repetition(command, state) ?? E.right([raised(command)])

/**
 * Takes the mark off again, on the day it was raised at the earliest. What the outcome means in money, a
 * credit note or none, is decided in receivables. One rule for both doors.
 *
 * Shape: nothing where it was resolved this way. Rejects: `UnknownDispute`, `AlreadyResolved` another way.
 */
export const resolveDispute = (
  command: ResolveDispute | RecordDisputeResolution,
  state: Collections,
): Decision => {
  const { disputeId, outcome } = command
  const known = state.disputes.get(disputeId)
  if (known === undefined) return E.left({ type: 'UnknownDispute', disputeId })
  const { itemId, raisedOn, resolved } = known
  if (resolved !== null)
    return resolved.outcome === outcome
      ? E.right([])
      : E.left({ type: 'AlreadyResolved', disputeId, outcome: resolved.outcome })
  const effectiveOn = laterDay(command.effectiveOn, raisedOn)
  const mark = { disputeId, itemId, amountMinor: minorUnits(known.amountMinor), outcome }
  return E.right([{ type: 'DisputeResolved', ...aboutOf(command), effectiveOn, ...mark }])
}
