import * as t from 'io-ts'
import {
  AgreementId,
  ChangeId,
  CivilDate,
  Currency,
  MinorUnits,
  nullable,
  Positive,
  Text,
  Whole,
} from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'
import { Clause, Party } from './clause.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

const about = { agreementId: AgreementId }
const ofVersion = { agreementId: AgreementId, version: Positive }

/** An agreement is being written: its first version, without clauses. */
export const AgreementDrafted = customerEvent('AgreementDrafted', { ...about, subject: Text })
/** The version has this clause, in place of an earlier one of its kind. */
export const ClauseAdded = customerEvent('ClauseAdded', {
  ...ofVersion,
  changeId: ChangeId,
  clause: Clause,
  /** The law that its fees were held against; null where none was named. */
  jurisdiction: nullable(t.strict({ jurisdictionId: Text, version: Whole })),
  /** Whether fees were lowered to what that law allows. */
  clamped: t.boolean,
})
/** One of the two parties signed the version. */
export const AgreementSigned = customerEvent('AgreementSigned', {
  ...ofVersion,
  party: Party,
  signedBy: nullable(Text),
})
/** Both signed: from this day the version holds, with all its clauses, in place of the one before. */
export const AgreementTookEffect = customerEvent('AgreementTookEffect', {
  ...ofVersion,
  clauses: t.readonlyArray(Clause),
})
/** A new version is being written; the one in force holds until it is signed. */
export const AgreementAmended = customerEvent('AgreementAmended', {
  ...ofVersion,
  reason: nullable(Text),
})
/** The agreement ends with `endsOn`; later days have none. */
export const AgreementTerminated = customerEvent('AgreementTerminated', {
  ...about,
  changeId: ChangeId,
  endsOn: CivilDate,
  reason: nullable(Text),
})
/** The customer leaves before the commitment is over, which costs what was agreed. */
export const EarlyTerminationFeeIncurred = customerEvent('EarlyTerminationFeeIncurred', {
  ...about,
  changeId: ChangeId,
  currency: Currency,
  amountMinor: MinorUnits,
  committedUntil: CivilDate,
})

export const AgreementEvent = t.union([
  AgreementDrafted,
  ClauseAdded,
  AgreementSigned,
  AgreementTookEffect,
  AgreementAmended,
  AgreementTerminated,
  EarlyTerminationFeeIncurred,
])
export type AgreementEvent = t.TypeOf<typeof AgreementEvent>
