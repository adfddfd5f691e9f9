import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type CustomerId,
  type Text,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type ChurnRejection =
  /** No purchase is in evidence: whoever never bought cannot fall silent. */
  | { readonly type: 'UnknownCustomer'; readonly customerId: CustomerId }
  | { readonly type: 'RuleUnsound'; readonly ruleId: Text }
  | {
      readonly type: 'EvidenceAfterAssessment'
      readonly purchaseOn: CivilDate
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
      return `Customer ${rejection.customerId} cannot be assessed: no purchase is in evidence.`
    case 'RuleUnsound':
      return `The inactivity rule ${rejection.ruleId} cannot be used: it needs whole numbers, a floor of at least one day, and "churned" not before "at risk".`
    case 'EvidenceAfterAssessment':
      return `A purchase on ${rejection.purchaseOn} is no evidence for an assessment on ${rejection.assessedOn}.`
    case 'ConflictingDuplicate':
      return `Change ${rejection.changeId} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return unreachable(rejection)
  }
}
