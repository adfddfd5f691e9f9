import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { ApplyForFinancing, ApproveFinancing, DeclineFinancing } from '../commands.ts'
import { ineligibility } from '../select-partner.ts'
import type { Financing } from '../state.ts'
import { wordsOfApplication } from '../words.ts'
import type { Decision } from './decision.ts'

/**
 * Asks a partner to take over what an order will owe.
 *
 * Units: minor units; the least and the greatest amount of the terms are both included.
 * Rejects: `ConflictingDuplicate`, `AlreadyAssigned` (made over elsewhere before), `ZeroAmount`,
 * `NotEligible`. Source: rows 0-07 and 1-23.
 */
export const apply = (command: ApplyForFinancing, financing: Financing): Decision => {
  const { financingId, amountMinor, currency, terms } = command
  const { application } = financing
  if (application !== null) {
    const offered = wordsOfApplication(command)
    if (application.words === offered) return E.right([])
    const { words: recorded } = application
    return E.left({ type: 'ConflictingDuplicate', financingId, changeId: null, recorded, offered })
  }
  const [itemId] = financing.assignments.keys()
  if (itemId !== undefined) return E.left({ type: 'AlreadyAssigned', itemId })
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  const { partnerId, minAmountMinor, limitMinor } = terms
  const why = ineligibility(terms, { amountMinor, currency })
  if (why !== undefined) {
    const range = { amountMinor, minAmountMinor, limitMinor }
    return E.left({ type: 'NotEligible', partnerId, why, ...range })
  }
  const { type: _, ...facts } = command
  return E.right([{ type: 'FinancingApplied', ...facts, partnerId }])
}

/** Records the partner's answer, once. Rejects: `UnknownFinancing`, `AlreadyDecided` the other way. */
export const answer = (
  command: ApproveFinancing | DeclineFinancing,
  { application, terms, decided }: Financing,
): Decision => {
  const { customerId, currency, financingId } = command
  if (application === null || terms === null)
    return E.left({ type: 'UnknownFinancing', financingId })
  const outcome = command.type === 'ApproveFinancing' ? 'approved' : 'declined'
  if (decided !== null)
    return decided.outcome === outcome
      ? E.right([])
      : E.left({ type: 'AlreadyDecided', financingId, outcome: decided.outcome })
  const effectiveOn = laterDay(command.effectiveOn, application.on)
  const { partnerId } = terms
  const { orderId } = application
  const about = { effectiveOn, customerId, currency, financingId, partnerId, orderId }
  return command.type === 'ApproveFinancing'
    ? E.right([{ type: 'FinancingApproved', ...about, reference: command.reference }])
    : E.right([{ type: 'FinancingDeclined', ...about, reason: command.reason }])
}
