import type { AgreementId, ChangeId, CivilDate, CustomerId, Text } from '../shared/index.ts'
import type { JurisdictionRules } from '../terms/index.ts'
import type { Clause, Party } from './clause.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
  readonly agreementId: AgreementId
}
export interface DraftAgreement extends About {
  readonly type: 'DraftAgreement'
  /** What it is about, in a few words. */
  readonly subject: Text
}
/**
 * Writes a clause into the version that is being drafted. `law`: what its late fees are held against, and
 * whether those above the cap are refused or lowered; null where no law is named.
 */
export interface AddClause extends About {
  readonly type: 'AddClause'
  readonly changeId: ChangeId
  readonly version: number
  readonly clause: Clause
  readonly law: JurisdictionRules | null
}
/** The version takes effect with the second signature. */
export interface SignAgreement extends About {
  readonly type: 'SignAgreement'
  readonly version: number
  readonly party: Party
  readonly signedBy: Text | null
}
/** Starts a new version with the clauses of the one in force; `version` is the new one's number. */
export interface AmendAgreement extends About {
  readonly type: 'AmendAgreement'
  readonly version: number
  readonly reason: Text | null
}
export interface TerminateAgreement extends About {
  readonly type: 'TerminateAgreement'
  readonly changeId: ChangeId
  readonly endsOn: CivilDate
  readonly reason: Text | null
}

// The record door.

/** An agreement that was signed elsewhere, with whatever clauses it has. */
export interface RecordAgreement extends About {
  readonly type: 'RecordAgreement'
  readonly version: number
  readonly clauses: ReadonlyArray<Clause>
}
/** An end that was agreed elsewhere; no commitment is asked. */
export interface RecordTermination extends About {
  readonly type: 'RecordTermination'
  readonly changeId: ChangeId
  readonly endsOn: CivilDate
  readonly reason: Text | null
}
export type AgreementCommand =
  | DraftAgreement
  | AddClause
  | SignAgreement
  | AmendAgreement
  | TerminateAgreement
  | RecordAgreement
  | RecordTermination
