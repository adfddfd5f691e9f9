import * as t from 'io-ts'
import { BasisPoints, Currency, MinorUnits, PartnerId, Whole } from '../shared/index.ts'

/** For what a partner may give a receivable back. */
export const RecourseReason = t.keyof({
  deliveryUnproven: null,
  shippedTooLate: null,
  answeredLate: null,
  goodsDisputed: null,
  fraud: null,
})
export type RecourseReason = t.TypeOf<typeof RecourseReason>

/** What a partner takes over, for how much, and what it may give back, as data with a version. */
export const PartnerTerms = t.strict({
  partnerId: PartnerId,
  version: Whole,
  currency: Currency,
  /** The share of the amount that the partner keeps, and a fixed sum on top. */
  fee: t.strict({
    basisPoints: BasisPoints,
    fixedMinor: MinorUnits,
    rounding: t.keyof({ halfEven: null, halfUp: null }),
  }),
  /** The least and the greatest amount of one order, both included. */
  minAmountMinor: MinorUnits,
  limitMinor: MinorUnits,
  recourseReasons: t.readonlyArray(RecourseReason),
  payoutDelayDays: Whole,
  /** In how many days the house answers a request for evidence, the last one included. */
  evidenceDays: Whole,
})
export type PartnerTerms = t.TypeOf<typeof PartnerTerms>
