import type { ChangeId, CivilDate, CustomerId, Text } from '../shared/index.ts'
import type { ChurnRule } from './rule.ts'

interface About {
  /** The day of the assessment, or of the fact. */
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
}
/** The days on which the customer bought, up to the day of the assessment. */
export interface PurchasesKnown {
  readonly kind: 'purchases'
  readonly purchaseDays: ReadonlyArray<CivilDate>
}
/** The same days, and the probability, by a model outside, that the customer still buys. */
export interface ProbabilityKnown {
  readonly kind: 'probability'
  readonly purchaseDays: ReadonlyArray<CivilDate>
  readonly aliveBasisPoints: number
}
/** The customer's contracts. `endedOn` null: it runs. */
export interface ContractsKnown {
  readonly kind: 'contracts'
  readonly contracts: ReadonlyArray<Contract>
}
export interface Contract {
  readonly contractId: Text
  readonly startedOn: CivilDate
  readonly endedOn: CivilDate | null
  /** Whether the customer chose to end it; null where it runs or nobody knows. */
  readonly voluntary: boolean | null
}
export type ChurnKnowledge = PurchasesKnown | ProbabilityKnown | ContractsKnown

/**
 * Is this customer drifting away, as of `effectiveOn`? The rule needs knowledge of its own kind: habit
 * purchases, alive a probability, contract contracts. An assessment older than the newest says nothing.
 */
export interface AssessChurn extends About {
  readonly type: 'AssessChurn'
  readonly rule: ChurnRule
  readonly known: ChurnKnowledge
}
/** The customer left, as decided elsewhere: a contract ended, an account was closed. */
export interface RecordChurn extends About {
  readonly type: 'RecordChurn'
  readonly changeId: ChangeId
  readonly kind: 'contractual' | 'inactive'
  readonly voluntary: boolean | null
}
export interface RecordReturn extends About {
  readonly type: 'RecordReturn'
  readonly changeId: ChangeId
}
export type ChurnCommand = AssessChurn | RecordChurn | RecordReturn
