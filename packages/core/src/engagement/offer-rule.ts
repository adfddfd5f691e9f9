import * as t from 'io-ts'
import { BasisPoints, MinorUnits, PaymentClass, Text, Whole } from '../shared/index.ts'

/** By what rule the next offer is chosen, as data with a version. */
export const OfferRule = t.strict({
  ruleId: Text,
  version: Whole,
  /** Late payers are offered instalments from this amount of the usual order on. */
  instalmentsFromMinor: MinorUnits,
  /** Who bought similar goods so many times is offered a discount of their own. */
  repeatsForDiscount: Whole,
  discountBasisPoints: BasisPoints,
})
export type OfferRule = t.TypeOf<typeof OfferRule>

/** What is known of a customer when the next offer is chosen. */
export const OfferProfile = t.strict({
  paymentClass: PaymentClass,
  /** The most purchases of similar goods. */
  similarPurchases: Whole,
  usualOrderMinor: MinorUnits,
  hasOverdue: t.boolean,
})
export type OfferProfile = t.TypeOf<typeof OfferProfile>

export const Offer = t.union([
  t.strict({ kind: t.literal('personalDiscount'), basisPoints: BasisPoints }),
  t.strict({ kind: t.literal('instalments'), fromMinor: MinorUnits }),
  t.strict({ kind: t.literal('earlyReminder') }),
])
export type Offer = t.TypeOf<typeof Offer>
