import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type CustomerId,
  type Text,
} from '../shared/index.ts'
import type { ChurnKnowledge } from './commands.ts'
import type { ChurnRule } from './rule.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type ChurnRejection =
  /** No purchase or contract is in evidence: whoever never bought cannot fall silent. */
  | { readonly type: 'UnknownCustomer'; readonly customerId: CustomerId }
  | { readonly type: 'RuleUnsound'; readonly ruleId: Text }
  /** The rule is of a kind that has no say in what is known. */
  | {
      readonly type: 'RuleUnknown'
      readonly ruleId: Text
      readonly kind: ChurnRule['kind']
      readonly known: ChurnKnowledge['kind']
    }
  | {
      readonly type: 'EvidenceAfterAssessment'
      /** A purchase, or the start or end of a contract. */
      readonly evidenceOn: CivilDate
      readonly assessedOn: CivilDate
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly changeId: ChangeId
      readonly recorded: string
      readonly offered: string
    }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: ChurnRejection): string => {
  switch (rejection.type) {
    case 'UnknownCustomer':
      return `Customer ${rejection.customerId} cannot be assessed: no purchase and no contract is in evidence.`
    case 'RuleUnsound':
      return `The churn rule ${rejection.ruleId} cannot be used: it needs whole numbers within their bounds, and "churned" not before "at risk".`
    case 'RuleUnknown':
      return `The churn rule ${rejection.ruleId} judges by ${rejection.kind} and has no say in what is known of ${rejection.known}.`
    case 'EvidenceAfterAssessment':
      return `What happened on ${rejection.evidenceOn} is no evidence for an assessment on ${rejection.assessedOn}.`
    case 'ConflictingDuplicate':
      return `Change ${rejection.changeId} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return unreachable(rejection)
  }
}
