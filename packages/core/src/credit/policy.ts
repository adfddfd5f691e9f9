import * as t from 'io-ts'
import { MinorUnits, Positive, Text, Whole } from '../shared/index.ts'

/**
 * How a request for credit is decided, as data with a version: the highest band that the score reaches
 * gives the limit; below all bands, or with a behaviour that is refused, there is none.
 */
export const CreditPolicy = t.strict({
  policyId: Text,
  version: Whole,
  /** The limit for a score of at least `fromScore`, in minor units of the request's currency. */
  bands: t.readonlyArray(t.strict({ fromScore: Whole, limitMinor: MinorUnits })),
  /** Classes of payment behaviour that get no credit, whatever the score. */
  refusedBehaviours: t.readonlyArray(Text),
  /** The kinds of reference that must be there before anything is decided. */
  checklist: t.readonlyArray(Text),
  /** For how many days a decision holds, the day it is made not counted. */
  validDays: Whole,
})
export type CreditPolicy = t.TypeOf<typeof CreditPolicy>

/** Raises a flag where `lateCount` of the last `outOf` payments came more than `lateDays` late. */
export const RiskRule = t.strict({
  ruleId: Text,
  version: Whole,
  lateCount: Positive,
  outOf: Positive,
  lateDays: Whole,
})
export type RiskRule = t.TypeOf<typeof RiskRule>
