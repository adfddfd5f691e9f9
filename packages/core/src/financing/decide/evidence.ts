import * as E from 'fp-ts/lib/Either.js'
import { addDays, laterDay } from '../../shared/index.ts'
import type { ProvideEvidence, RequestEvidence } from '../commands.ts'
import type { Financing } from '../state.ts'
import type { Decision } from './decision.ts'

/**
 * The partner asks for proof. The house answers within the days of the terms, the last one included.
 *
 * Rejects: `NotAssigned`, `RecourseNotListed` (for this reason nothing can be given back anyway).
 */
export const requestEvidence = (command: RequestEvidence, financing: Financing): Decision => {
  const { about: reason } = command
  const { terms, assignments } = financing
  const [first] = assignments.values()
  if (terms === null || first === undefined) return E.left({ type: 'NotAssigned', itemId: null })
  const { recourseReasons: listed, partnerId } = terms
  if (!listed.includes(reason)) return E.left({ type: 'RecourseNotListed', reason, listed })
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, first.on)
  const answerBy = addDays(effectiveOn, terms.evidenceDays)
  return E.right([{ type: 'EvidenceRequested', ...facts, effectiveOn, partnerId, answerBy }])
}

/**
 * Answers a request in time.
 *
 * Rejects: `UnknownRequest`, `AlreadyAnswered`, `LateEvidence`. Source: row 0-14.
 */
export const provideEvidence = (
  command: ProvideEvidence,
  { terms, requests }: Financing,
): Decision => {
  const { requestId } = command
  const request = requests.get(requestId)
  if (terms === null || request === undefined) return E.left({ type: 'UnknownRequest', requestId })
  if (request.answered) return E.left({ type: 'AlreadyAnswered', requestId })
  const { answerBy } = request
  const effectiveOn = laterDay(command.effectiveOn, request.on)
  if (effectiveOn > answerBy)
    return E.left({ type: 'LateEvidence', requestId, answerBy, offeredOn: effectiveOn })
  const { type: _, ...facts } = command
  const { partnerId } = terms
  return E.right([{ type: 'EvidenceProvided', ...facts, effectiveOn, partnerId }])
}
