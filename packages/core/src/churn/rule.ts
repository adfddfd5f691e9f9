import * as t from 'io-ts'
import { BasisPoints, CivilDate, Text, Whole } from '../shared/index.ts'

/** Silence held against the customer's own habit. */
export const InactivityRule = t.strict({
  kind: t.literal('habit'),
  ruleId: Text,
  version: Whole,
  /** At risk when the silence exceeds so many hundredths of the customer's own median interval. */
  atRiskHundredths: Whole,
  churnedHundredths: Whole,
  /** The interval taken for a customer with a single purchase, and the least one for all. */
  floorDays: Whole,
})
export type InactivityRule = t.TypeOf<typeof InactivityRule>

/** The probability, by a model outside, that the customer still buys. */
export const AliveRule = t.strict({
  kind: t.literal('alive'),
  ruleId: Text,
  version: Whole,
  /** At risk below so much, gone below so much less. */
  atRiskBelowBasisPoints: BasisPoints,
  churnedBelowBasisPoints: BasisPoints,
})
export type AliveRule = t.TypeOf<typeof AliveRule>

/** A contract that ended, and so many days of grace in which it may be taken up again. */
export const ContractRule = t.strict({
  kind: t.literal('contract'),
  ruleId: Text,
  version: Whole,
  graceDays: Whole,
})
export type ContractRule = t.TypeOf<typeof ContractRule>

/** The rule by which a customer is held to be gone, stored with every verdict. */
export const ChurnRule = t.union([InactivityRule, AliveRule, ContractRule])
export type ChurnRule = t.TypeOf<typeof ChurnRule>

/** What a verdict by habit rests on. */
export const HabitEvidence = t.strict({
  kind: t.literal('habit'),
  firstPurchaseOn: CivilDate,
  lastPurchaseOn: CivilDate,
  silentDays: Whole,
  medianIntervalDays: Whole,
})
/** What a verdict by probability rests on: the model named the probability, the command brought it. */
export const AliveEvidence = t.strict({
  kind: t.literal('alive'),
  firstPurchaseOn: CivilDate,
  lastPurchaseOn: CivilDate,
  silentDays: Whole,
  aliveBasisPoints: BasisPoints,
})
/** What a verdict by contract rests on. `endedOn` is null while one runs. */
export const ContractEvidence = t.strict({
  kind: t.literal('contract'),
  firstPurchaseOn: CivilDate,
  lastPurchaseOn: CivilDate,
  endedOn: t.union([CivilDate, t.null]),
  graceUntil: t.union([CivilDate, t.null]),
})
/**
 * What a verdict rests on. `firstPurchaseOn` is the day by which the customer's cohort is told: whoever
 * comes back keeps it. `lastPurchaseOn` is the last purchase, or the last start of a contract.
 */
export const Evidence = t.union([HabitEvidence, AliveEvidence, ContractEvidence])
export type Evidence = t.TypeOf<typeof Evidence>
