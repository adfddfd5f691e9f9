import * as E from 'fp-ts/lib/Either.js'
import { laterDay, type ChangeId } from '../../shared/index.ts'
import type { RecordRecourse, TakeRecourse } from '../commands.ts'
import type { FinancingRejection } from '../rejections.ts'
import type { EvidenceRequest, Financing } from '../state.ts'
import type { Decision } from './decision.ts'

const isBefore = (a: readonly [ChangeId, EvidenceRequest], b: typeof a): number =>
  a[1].answerBy < b[1].answerBy ? -1 : a[1].answerBy > b[1].answerBy ? 1 : 0

/** What the requests for evidence say against this recourse, or undefined. */
const evidenceAgainst = (
  { reason, effectiveOn }: TakeRecourse,
  { requests }: Financing,
): FinancingRejection | undefined => {
  const all = [...requests].toSorted(isBefore)
  if (reason === 'answeredLate') {
    const waiting = all.find(([, { answered }]) => !answered)
    const answerBy = waiting?.[1].answerBy ?? null
    return answerBy !== null && answerBy < effectiveOn
      ? undefined
      : { type: 'NothingIsLate', answerBy }
  }
  const asked = all.filter(([, { about }]) => about === reason)
  const proven = asked.find(([, { answered }]) => answered)
  if (proven !== undefined) return { type: 'EvidenceWasProvided', requestId: proven[0], reason }
  const pending = asked.find(([, { answerBy }]) => answerBy >= effectiveOn)
  if (pending === undefined) return undefined
  const [requestId, { answerBy }] = pending
  return { type: 'EvidencePending', requestId, answerBy }
}

/** The receivable comes back: the sums are checked by both doors. */
const giveBack = (command: TakeRecourse | RecordRecourse, financing: Financing): Decision => {
  const { itemId, amountMinor } = command
  const { terms } = financing
  const assignment = financing.assignments.get(itemId)
  if (terms === null || assignment === undefined) return E.left({ type: 'NotAssigned', itemId })
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  const { amountMinor: assignedMinor, returnedMinor, originalDueOn } = assignment
  if (returnedMinor + amountMinor > assignedMinor) {
    const sums = { assignedMinor, returnedMinor, offeredMinor: amountMinor }
    return E.left({ type: 'RecourseExceedsAssigned', itemId, ...sums })
  }
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, assignment.on)
  const days = { effectiveOn, dueOn: effectiveOn, originalDueOn }
  return E.right([{ type: 'RecourseTaken', ...facts, ...days, partnerId: terms.partnerId }])
}

/**
 * The partner gives a receivable back, whole or in part, which only a reason of its terms allows.
 *
 * Shape: what comes back is due on the day it comes back; the day on which it was due at first is kept.
 * `answeredLate` needs a request that nobody answered in time; another reason falls where it was disproved
 * in time, and waits while it still may be.
 * Rejects: `NotAssigned`, `RecourseNotListed`, `NothingIsLate`, `EvidenceWasProvided`, `EvidencePending`,
 * `ZeroAmount`, `RecourseExceedsAssigned`. Source: row 0-14; edge case 71.
 */
export const takeRecourse = (command: TakeRecourse, financing: Financing): Decision => {
  const { reason, itemId } = command
  const { terms } = financing
  if (terms === null) return E.left({ type: 'NotAssigned', itemId })
  const { recourseReasons: listed } = terms
  if (!listed.includes(reason)) return E.left({ type: 'RecourseNotListed', reason, listed })
  const against = evidenceAgainst(command, financing)
  return against === undefined ? giveBack(command, financing) : E.left(against)
}

/** Records what a partner gave back elsewhere, for whatever reason. Rejects: the sums only. */
export const recordRecourse = giveBack
