import * as E from 'fp-ts/lib/Either.js'
import { addDays, laterDay, MinorUnits, minorUnits } from '../../shared/index.ts'
import type { AssignReceivable, RecordAssignment } from '../commands.ts'
import { partnerFeeMinor } from '../select-partner.ts'
import type { Financing } from '../state.ts'
import type { Decision } from './decision.ts'

/** The refusal of a receivable that cannot be made over: nothing, twice, or too large to be summed. */
const unusable = (
  { itemId, amountMinor }: AssignReceivable | RecordAssignment,
  { assignments, assignedMinor }: Financing,
): Decision | undefined => {
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  if (assignments.has(itemId)) return E.left({ type: 'AlreadyAssigned', itemId })
  const sum = assignedMinor + amountMinor
  return MinorUnits.is(sum) ? undefined : E.left({ type: 'AmountOutOfRange', amountMinor: sum })
}

/**
 * Makes a receivable over to the partner that approved it. The customer owes the partner from here on.
 *
 * Units: minor units. The fee is the share of all that is made over and the fixed sum, less what earlier
 * receivables of this financing bear: the fixed sum counts once. `netMinor` is what the partner owes.
 * Shape: not before the approval; the payout is due `payoutDelayDays` later.
 * Rejects: `UnknownFinancing`, `NotApproved`, `ZeroAmount`, `AlreadyAssigned`, `AmountOutOfRange`,
 * `AssignedExceedsApproved`. Source: row 0-14; edge case 71.
 */
export const assign = (command: AssignReceivable, financing: Financing): Decision => {
  const { financingId } = command
  const { application, terms, decided, assignedMinor, agreedFeeMinor } = financing
  if (application === null || terms === null)
    return E.left({ type: 'UnknownFinancing', financingId })
  if (decided?.outcome !== 'approved') return E.left({ type: 'NotApproved', financingId })
  const refused = unusable(command, financing)
  if (refused !== undefined) return refused
  const toMinor = assignedMinor + command.amountMinor
  const { amountMinor: approvedMinor } = application
  if (toMinor > approvedMinor) {
    const sums = { approvedMinor, assignedMinor, offeredMinor: command.amountMinor }
    return E.left({ type: 'AssignedExceedsApproved', ...sums })
  }
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, decided.on)
  const wholeFee = partnerFeeMinor(terms, toMinor)
  const feeMinor = minorUnits(Math.min(command.amountMinor, Math.max(0, wholeFee - agreedFeeMinor)))
  const netMinor = minorUnits(command.amountMinor - feeMinor)
  const payoutOn = addDays(effectiveOn, terms.payoutDelayDays)
  const partner = { partnerId: terms.partnerId, terms, feeMinor, netMinor, payoutOn }
  return E.right([{ type: 'FinancingAssigned', ...facts, effectiveOn, ...partner }])
}

/**
 * Records a receivable that was made over elsewhere, applied for or not, with the fee as it was.
 *
 * Rejects: `WrongPartner`, `ZeroAmount`, `AlreadyAssigned`, `AmountOutOfRange`, `FeeExceedsGross`.
 */
export const recordAssignment = (command: RecordAssignment, financing: Financing): Decision => {
  const { amountMinor, feeMinor, terms } = command
  const { partnerId } = terms
  const expected = financing.terms?.partnerId ?? partnerId
  if (expected !== partnerId) return E.left({ type: 'WrongPartner', expected, offered: partnerId })
  const refused = unusable(command, financing)
  if (refused !== undefined) return refused
  if (feeMinor > amountMinor)
    return E.left({ type: 'FeeExceedsGross', grossMinor: amountMinor, feeMinor })
  const { type: _, ...facts } = command
  const netMinor = minorUnits(amountMinor - feeMinor)
  return E.right([{ type: 'FinancingAssigned', ...facts, partnerId, netMinor }])
}
