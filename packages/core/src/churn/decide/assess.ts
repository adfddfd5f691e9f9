import * as E from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../../shared/index.ts'
import type { AssessChurn, ChurnKnowledge } from '../commands.ts'
import type { ChurnEvent } from '../events.ts'
import type { ChurnRejection } from '../rejections.ts'
import type { Churn } from '../state.ts'
import { verdictByProbability } from './alive.ts'
import { verdictByContract } from './contract.ts'
import type { Decision } from './decision.ts'
import { verdictByHabit } from './habit.ts'
import { isSound, type Verdict } from './verdict.ts'

/** Whether the evidence holds a purchase that the standing verdict did not know of. */
const boughtSince = ({ evidence }: Verdict, { lastPurchaseOn, since }: Churn): boolean => {
  // A contract that runs is a purchase that goes on.
  if (evidence.kind === 'contract') return evidence.endedOn === null
  const known = lastPurchaseOn ?? since
  return known === null || evidence.lastPurchaseOn > known
}

const eventsFor = (
  command: AssessChurn,
  verdict: Verdict,
  churn: Churn,
): ReadonlyArray<ChurnEvent> => {
  const { effectiveOn, customerId, rule } = command
  const { status, evidence, voluntary } = verdict
  const facts = { effectiveOn, customerId, rule, evidence }
  const atRisk: ChurnEvent = { type: 'CustomerAtRisk', ...facts }
  const returned: ChurnEvent = { type: 'CustomerReturned', ...facts, changeId: null }
  const kind = rule.kind === 'contract' ? 'contractual' : 'inactive'
  const churned: ChurnEvent = { type: 'CustomerChurned', ...facts, changeId: null, kind, voluntary }
  if (status === churn.status) return []
  if (status === 'churned') return [churned]
  if (churn.status === 'active') return [atRisk]
  // Only a purchase brings somebody back: a milder rule, or another look at the same days, does not.
  if (!boughtSince(verdict, churn)) return []
  return status === 'atRisk' ? [returned, atRisk] : [returned]
}

const daysOf = (known: ChurnKnowledge): ReadonlyArray<CivilDate> =>
  known.kind === 'contracts'
    ? known.contracts.flatMap(({ startedOn, endedOn }) =>
        endedOn === null ? [startedOn] : [startedOn, endedOn],
      )
    : known.purchaseDays

/** The verdict, by the rule's kind and knowledge of the same kind. */
const judge = ({
  rule,
  known,
  effectiveOn,
  customerId,
}: AssessChurn): E.Either<ChurnRejection, Verdict> => {
  const nobody: ChurnRejection = { type: 'UnknownCustomer', customerId }
  const found = E.fromNullable(nobody)
  if (rule.kind === 'habit' && known.kind === 'purchases')
    return found(verdictByHabit(rule, known.purchaseDays, effectiveOn))
  if (rule.kind === 'alive' && known.kind === 'probability')
    return found(verdictByProbability(rule, known, effectiveOn))
  if (rule.kind === 'contract' && known.kind === 'contracts')
    return found(verdictByContract(rule, known.contracts, effectiveOn))
  return E.left({ type: 'RuleUnknown', ruleId: rule.ruleId, kind: rule.kind, known: known.kind })
}

/**
 * Is this customer drifting away, as of a day?
 *
 * Shape: `CustomerAtRisk`, `CustomerChurned` or `CustomerReturned` where the verdict changes; whoever
 * bought again and fell silent once more between two assessments returned first. Nothing where the verdict
 * stands, and nothing for a day that is not later than that of the newest verdict: what was decided for a
 * day, or recorded on it, is not decided again.
 * Rejects: `RuleUnsound`; `RuleUnknown` where the rule has no say in what is known;
 * `EvidenceAfterAssessment`; `UnknownCustomer` without a purchase or a contract in evidence.
 * Source: domain 3.2, Churn.
 */
export const assess = (command: AssessChurn, churn: Churn): Decision => {
  const { effectiveOn, rule, known } = command
  if (!isSound(rule)) return E.left({ type: 'RuleUnsound', ruleId: rule.ruleId })
  const after = daysOf(known).find((day) => day > effectiveOn)
  if (after !== undefined)
    return E.left({ type: 'EvidenceAfterAssessment', evidenceOn: after, assessedOn: effectiveOn })
  const verdict = judge(command)
  if (E.isLeft(verdict)) return verdict
  if (churn.since !== null && effectiveOn <= churn.since) return E.right([])
  return E.right(eventsFor(command, verdict.right, churn))
}
