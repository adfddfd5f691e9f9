import type { CivilDate, CustomerId, Text } from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` (same room) words it for a log. */
export type ChurnRejection =
  | { readonly type: 'UnknownCustomer'; readonly customerId: CustomerId }
  | { readonly type: 'RuleUnsound'; readonly ruleId: Text }
  | {
      readonly type: 'EvidenceAfterAssessment'
      readonly purchaseOn: CivilDate
      readonly assessedOn: CivilDate
    }
