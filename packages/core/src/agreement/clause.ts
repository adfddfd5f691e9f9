import * as t from 'io-ts'
import {
  CivilDate,
  Currency,
  LateFeeRule,
  MinorUnits,
  nullable,
  PaymentTerms,
  Positive,
  Text,
  Whole,
} from '../shared/index.ts'

// Shapes that the events of this room store.

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
export type DueClause = t.TypeOf<typeof DueClause>
/** What paying late costs; no rules mean, in so many words, that it costs nothing. */
export const LateClause = t.strict({
  kind: t.literal('late'),
  /** Days after the due day that cost nothing. */
  graceDays: Whole,
  rules: t.readonlyArray(LateFeeRule),
})
export type LateClause = t.TypeOf<typeof LateClause>
/** How goods may come back: by which return policy in which version. */
export const ReturnClause = t.strict({
  kind: t.literal('return'),
  policyId: Text,
  policyVersion: Whole,
})
export type ReturnClause = t.TypeOf<typeof ReturnClause>
/** By when and how the house delivers. */
export const DeliveryClause = t.strict({
  kind: t.literal('delivery'),
  deliverBy: nullable(CivilDate),
  wording: Text,
})
export type DeliveryClause = t.TypeOf<typeof DeliveryClause>
/** What it costs. */
export const PriceClause = t.strict({
  kind: t.literal('price'),
  totalMinor: MinorUnits,
  currency: Currency,
  wording: nullable(Text),
})
export type PriceClause = t.TypeOf<typeof PriceClause>
/** For how long the customer is bound, from the day the agreement took effect. */
export const CommitmentClause = t.strict({
  kind: t.literal('commitment'),
  months: Positive,
  earlyTermination: EarlyTermination,
})
export type CommitmentClause = t.TypeOf<typeof CommitmentClause>
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
