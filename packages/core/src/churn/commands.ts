import type { ChangeId, CivilDate, CustomerId } from '../shared/index.ts'
import type { InactivityRule } from './events.ts'

interface About {
  /** The day of the assessment, or of the fact. */
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
}
/**
 * Is this customer drifting away, as of `effectiveOn`? `purchaseDays` is the evidence: the distinct days
 * of purchase up to that day, in order. An assessment older than the newest one says nothing.
 */
export interface AssessChurn extends About {
  readonly type: 'AssessChurn'
  readonly rule: InactivityRule
  readonly purchaseDays: ReadonlyArray<CivilDate>
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
