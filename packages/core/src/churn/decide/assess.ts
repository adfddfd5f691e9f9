import * as E from 'fp-ts/lib/Either.js'
import type { AssessChurn } from '../commands.ts'
import type { ChurnEvent } from '../events.ts'
import type { Churn } from '../state.ts'
import type { Decision } from './decision.ts'
import { isSound, verdictOf, type Verdict } from './verdict.ts'

/** Whether the evidence holds a purchase that the standing verdict did not know of. */
const boughtSince = ({ evidence }: Verdict, { lastPurchaseOn, since }: Churn): boolean => {
  const known = lastPurchaseOn ?? since
  return known === null || evidence.lastPurchaseOn > known
}

const eventsFor = (
  command: AssessChurn,
  verdict: Verdict,
  churn: Churn,
): ReadonlyArray<ChurnEvent> => {
  const { effectiveOn, customerId, rule } = command
  const { status, evidence } = verdict
  const facts = { effectiveOn, customerId, rule, evidence }
  const atRisk: ChurnEvent = { type: 'CustomerAtRisk', ...facts }
  const returned: ChurnEvent = { type: 'CustomerReturned', ...facts, changeId: null }
  const inactive = { changeId: null, kind: 'inactive', voluntary: null } as const
  const churned: ChurnEvent = { type: 'CustomerChurned', ...facts, ...inactive }
  if (status === churn.status) return []
  if (status === 'churned') return [churned]
  if (churn.status === 'active') return status === 'atRisk' ? [atRisk] : []
  // Only a purchase brings somebody back: a milder rule, or another look at the same days, does not.
  if (!boughtSince(verdict, churn)) return []
  return status === 'atRisk' ? [returned, atRisk] : [returned]
}

/**
 * Is this customer drifting away, as of a day?
 *
 * Shape: `CustomerAtRisk`, `CustomerChurned` or `CustomerReturned` where the verdict changes; whoever
 * bought again and fell silent once more between two assessments returned first. Nothing where the verdict
 * stands, and nothing for a day that is not later than that of the newest verdict: what was decided for a
 * day, or recorded on it, is not decided again.
 * Rejects: `RuleUnsound`, `EvidenceAfterAssessment`, `UnknownCustomer` without a purchase in evidence.
 * Source: domain 3.2, Churn.
 */
export const assess = (command: AssessChurn, churn: Churn): Decision => {
  const { effectiveOn, customerId, rule, purchaseDays } = command
  if (!isSound(rule)) return E.left({ type: 'RuleUnsound', ruleId: rule.ruleId })
  const after = purchaseDays.find((day) => day > effectiveOn)
  if (after !== undefined)
    return E.left({ type: 'EvidenceAfterAssessment', purchaseOn: after, assessedOn: effectiveOn })
  const verdict = verdictOf(rule, purchaseDays, effectiveOn)
  if (verdict === undefined) return E.left({ type: 'UnknownCustomer', customerId })
  if (churn.since !== null && effectiveOn <= churn.since) return E.right([])
  return E.right(eventsFor(command, verdict, churn))
}
