import { changeId, customerId, type CivilDate, type Fact } from '@tenure/core/shared'
import { lateHistoryOf, someDay, someone } from '@tenure/testing/sales'
import * as fc from 'fast-check'

const fact = (
  type: string,
  effectiveOn: CivilDate,
  by: string,
  more: Readonly<Record<string, unknown>>,
): Fact => ({ ...more, type, effectiveOn, customerId: customerId(by) })

const aMark: fc.Arbitrary<Fact> = fc
  .tuple(someone, someDay, fc.constantFrom('CustomerChurned', 'CustomerReturned'))
  .map(([id, on, type]) =>
    fact(type, on, id, { changeId: changeId(on), rule: null, evidence: null }),
  )

const aMerge: fc.Arbitrary<Fact> = fc
  .tuple(someone, someone, someDay)
  .map(([from, into, on]) => fact('CustomerMerged', on, from, { into: customerId(into) }))

export const marks = lateHistoryOf(aMark)
export const merges = lateHistoryOf(aMerge)
