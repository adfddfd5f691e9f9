import * as t from 'io-ts'
import {
  AgreementId,
  ChangeId,
  CivilDate,
  LateFeeRule,
  MinorUnits,
  nullable,
  PaymentTerms,
  Positive,
  Text,
  Whole,
} from '../shared/index.ts'
import { Currency } from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

export const Party = t.keyof({ house: null, customer: null })
export type Party = t.TypeOf<typeof Party>

/** What happens to a customer who leaves before the commitment is over. */
export const EarlyTermination = t.union([
  t.strict({ kind: t.literal('refused') }),
  t.strict({ kind: t.literal('fee'), feeMinor: MinorUnits, currency: Currency }),
])
export type EarlyTermination = t.TypeOf<typeof EarlyTermination>

/** When payments are due. */
export const DueClause = t.strict({ kind: t.literal('due'), terms: PaymentTerms })
/** What paying late costs; no rules mean, in so many words, that it costs nothing. */
export const LateClause = t.strict({
  kind: t.literal('late'),
  rules: t.readonlyArray(LateFeeRule),
})
/** How goods may come back: by which return policy in which version. */
export const ReturnClause = t.strict({
  kind: t.literal('return'),
  policyId: Text,
  policyVersion: Whole,
})
/** By when and how the house delivers. */
export const DeliveryClause = t.strict({
  kind: t.literal('delivery'),
  deliverBy: nullable(CivilDate),
  wording: Text,
})
/** What it costs. */
export const PriceClause = t.strict({
  kind: t.literal('price'),
  totalMinor: MinorUnits,
  currency: Currency,
  wording: nullable(Text),
})
/** For how long the customer is bound, from the day the agreement took effect. */
export const CommitmentClause = t.strict({
  kind: t.literal('commitment'),
  months: Positive,
  earlyTermination: EarlyTermination,
})
export const Clause = t.union([
  DueClause,
  LateClause,
  ReturnClause,
  DeliveryClause,
  PriceClause,
  CommitmentClause,
])
export type Clause = t.TypeOf<typeof Clause>
export type ClauseKind = Clause['kind']

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
  jurisdiction: nullable(t.strict({ rulesId: Text, version: Whole })),
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
