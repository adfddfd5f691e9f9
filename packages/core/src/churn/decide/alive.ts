import { daysBetween, type CivilDate } from '../../shared/index.ts'
import type { ProbabilityKnown } from '../commands.ts'
import type { AliveRule } from '../rule.ts'
import type { Verdict } from './verdict.ts'

/**
 * Holds the probability that a customer still buys against the rule's thresholds.
 *
 * Units: basis points, 0 to 10,000. The probability was reckoned outside and came with the command, so that
 * a replay never asks a model. At a threshold exactly the milder verdict holds.
 * Shape: undefined where there is no purchase.
 */
export const verdictByProbability = (
  rule: AliveRule,
  { purchaseDays, aliveBasisPoints }: ProbabilityKnown,
  assessedOn: CivilDate,
): Verdict | undefined => {
  const days = purchaseDays.toSorted()
  const [firstPurchaseOn] = days
  const lastPurchaseOn = days.at(-1)
  if (firstPurchaseOn === undefined || lastPurchaseOn === undefined) return undefined
  const status =
    aliveBasisPoints < rule.churnedBelowBasisPoints
      ? 'churned'
      : aliveBasisPoints < rule.atRiskBelowBasisPoints
        ? 'atRisk'
        : 'active'
  const silentDays = daysBetween(lastPurchaseOn, assessedOn)
  const seen = { firstPurchaseOn, lastPurchaseOn, silentDays }
  return { status, evidence: { kind: 'alive', ...seen, aliveBasisPoints }, voluntary: null }
}
