import * as t from 'io-ts'
import { ChangeId, CivilDate, nullable, Text, Whole } from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** The rule by which a customer without a contract is held to be gone, stored with every verdict. */
export const InactivityRule = t.strict({
  ruleId: Text,
  version: Whole,
  /** At risk when the silence exceeds so many hundredths of the customer's own median interval. */
  atRiskHundredths: Whole,
  churnedHundredths: Whole,
  /** The interval taken for a customer with a single purchase, and the least one for all. */
  floorDays: Whole,
})
export type InactivityRule = t.TypeOf<typeof InactivityRule>

/** What the verdict rests on. */
export const Evidence = t.strict({
  lastPurchaseOn: CivilDate,
  silentDays: Whole,
  medianIntervalDays: Whole,
})
export type Evidence = t.TypeOf<typeof Evidence>

export const CustomerAtRisk = customerEvent('CustomerAtRisk', {
  rule: InactivityRule,
  evidence: Evidence,
})
export const CustomerChurned = customerEvent('CustomerChurned', {
  changeId: nullable(ChangeId),
  kind: t.keyof({ contractual: null, inactive: null }),
  voluntary: nullable(t.boolean),
  rule: nullable(InactivityRule),
  evidence: nullable(Evidence),
})
export const CustomerReturned = customerEvent('CustomerReturned', {
  changeId: nullable(ChangeId),
  rule: nullable(InactivityRule),
  evidence: nullable(Evidence),
})

export const ChurnEvent = t.union([CustomerAtRisk, CustomerChurned, CustomerReturned])
export type ChurnEvent = t.TypeOf<typeof ChurnEvent>
