import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits } from '../../shared/index.ts'
import type { RecordSettlement, SettleFinancing } from '../commands.ts'
import type { Financing } from '../state.ts'
import type { Decision } from './decision.ts'

/**
 * The partner paid for what it took over, and kept its fee.
 *
 * Units: minor units; the house received gross less fee.
 * Shape: effective on the day of the first assignment at the earliest. By the ask door the partner keeps no
 * more than was agreed; by the record door it kept what it kept.
 * Rejects: `NotAssigned`, `ZeroAmount`, `SettledExceedsAssigned`, `FeeExceedsGross`, `FeeExceedsAgreed`.
 * Source: domain 3.2, PartnerFinancing.
 */
export const settle = (
  command: SettleFinancing | RecordSettlement,
  financing: Financing,
): Decision => {
  const { grossMinor, feeMinor } = command
  const { terms, assignments, assignedMinor, settledMinor } = financing
  const [first] = assignments.values()
  if (terms === null || first === undefined) return E.left({ type: 'NotAssigned', itemId: null })
  if (grossMinor === 0) return E.left({ type: 'ZeroAmount' })
  if (settledMinor + grossMinor > assignedMinor) {
    const sums = { assignedMinor, settledMinor, offeredMinor: grossMinor }
    return E.left({ type: 'SettledExceedsAssigned', ...sums })
  }
  if (feeMinor > grossMinor) return E.left({ type: 'FeeExceedsGross', grossMinor, feeMinor })
  const { agreedFeeMinor: agreedMinor, takenFeeMinor: takenMinor } = financing
  if (command.type === 'SettleFinancing' && takenMinor + feeMinor > agreedMinor) {
    const fees = { agreedMinor, takenMinor, offeredMinor: feeMinor }
    return E.left({ type: 'FeeExceedsAgreed', ...fees })
  }
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, first.on)
  const netMinor = minorUnits(grossMinor - feeMinor)
  const { partnerId } = terms
  return E.right([{ type: 'FinancingSettled', ...facts, effectiveOn, partnerId, netMinor }])
}
