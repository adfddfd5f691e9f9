import * as t from 'io-ts'
import { ChangeId, nullable } from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'
import { ChurnRule, Evidence } from './rule.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

export const CustomerAtRisk = customerEvent('CustomerAtRisk', {
  rule: ChurnRule,
  evidence: Evidence,
})
export const CustomerChurned = customerEvent('CustomerChurned', {
  changeId: nullable(ChangeId),
  kind: t.keyof({ contractual: null, inactive: null }),
  voluntary: nullable(t.boolean),
  rule: nullable(ChurnRule),
  evidence: nullable(Evidence),
})
export const CustomerReturned = customerEvent('CustomerReturned', {
  changeId: nullable(ChangeId),
  rule: nullable(ChurnRule),
  evidence: nullable(Evidence),
})

export const ChurnEvent = t.union([CustomerAtRisk, CustomerChurned, CustomerReturned])
export type ChurnEvent = t.TypeOf<typeof ChurnEvent>
