import * as t from 'io-ts'
import { nullable, Text, Whole } from '../shared/index.ts'

// Shapes that the events of this room store.

/** One input of a score, as it stood when the score was made. */
export const ScoreInput = t.strict({ name: Text, value: Text })
export type ScoreInput = t.TypeOf<typeof ScoreInput>

/** What a decision was made on. It stands in the event, so that a replay asks no scoring service again. */
export const CreditBasis = t.strict({
  policyId: Text,
  policyVersion: Whole,
  score: Whole,
  scoredBy: Text,
  inputs: t.readonlyArray(ScoreInput),
  /** The customer's class of payment behaviour, where one is known. */
  behaviour: nullable(Text),
})
export type CreditBasis = t.TypeOf<typeof CreditBasis>

export const DeclineReason = t.keyof({ scoreTooLow: null, behaviourRefused: null, onHold: null })
export type DeclineReason = t.TypeOf<typeof DeclineReason>
export const HoldReason = t.keyof({ fraud: null, dunning: null, badDebt: null, review: null })
export type HoldReason = t.TypeOf<typeof HoldReason>
export const RefusalReason = t.keyof({
  noDecision: null,
  declined: null,
  decisionExpired: null,
  onHold: null,
  limitExceeded: null,
})
export type RefusalReason = t.TypeOf<typeof RefusalReason>
export const RestoreCause = t.keyof({
  paid: null,
  credited: null,
  writtenOff: null,
  assigned: null,
})
export type RestoreCause = t.TypeOf<typeof RestoreCause>
export const ExposureCause = t.keyof({
  invoice: null,
  fee: null,
  bounce: null,
  chargeback: null,
  recourse: null,
  opening: null,
})
export type ExposureCause = t.TypeOf<typeof ExposureCause>
export const ReviewConclusion = t.keyof({ keep: null, cut: null, hold: null, raise: null })
export type ReviewConclusion = t.TypeOf<typeof ReviewConclusion>
