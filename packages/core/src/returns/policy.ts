import * as t from 'io-ts'
import { BasisPoints, Text, Whole } from '../shared/index.ts'

/** A reason that the house accepts. Goods that arrived broken were opened: then no condition is asked. */
export const ReturnReason = t.strict({ code: Text, conditionsApply: t.boolean })
export type ReturnReason = t.TypeOf<typeof ReturnReason>

/** What goods must be like to be taken back. */
export const ReturnConditions = t.strict({ unopened: t.boolean, originalPackage: t.boolean })
export type ReturnConditions = t.TypeOf<typeof ReturnConditions>

/**
 * On which terms goods come back, as data with a version.
 *
 * Units: days after the delivery of each line. Shape: within `coolingOffDays`, which the law sets, every
 * reason is accepted and the window is open, however short the house's own is.
 */
export const ReturnPolicy = t.strict({
  policyId: Text,
  version: Whole,
  /** The day from which the windows count. */
  anchor: t.literal('delivery'),
  windowDays: Whole,
  coolingOffDays: Whole,
  conditions: ReturnConditions,
  reasons: t.readonlyArray(ReturnReason),
  /** What becomes of goods that are not as they must be: sent back, or credited less a share. */
  onFailedCondition: t.union([
    t.strict({ kind: t.literal('refuse') }),
    t.strict({ kind: t.literal('deduct'), basisPoints: BasisPoints }),
  ]),
})
export type ReturnPolicy = t.TypeOf<typeof ReturnPolicy>
