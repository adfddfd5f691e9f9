import type { CivilDate } from '../../shared/index.ts'
import { earlyDiscountMinor } from '../../terms/index.ts'
import type { Item } from '../item.ts'
import type { EarlyPayOffer } from '../values.ts'

/** A discount that cash earns on one instalment. */
export interface Discount {
  readonly offer: EarlyPayOffer
  readonly amountMinor: number
}

/** What of the discount for an instalment was taken and not withdrawn. */
export const takenMinorOn = (item: Item, instalment: number): number =>
  item.discounts.reduce(
    (sum, taken) => (taken.instalment === instalment ? sum + taken.amountMinor : sum),
    0,
  )

/** The discount that cash of a day earns where it and the discount settle an instalment together. */
export const earnedDiscount = (
  item: Item,
  instalment: number | null,
  openMinor: number,
  paymentMinor: number,
  paidOn: CivilDate | null,
): Discount | undefined => {
  if (item.earlyPay.length === 0 || paidOn === null) return undefined
  const offer = item.earlyPay.find((one) => one.instalment === instalment)
  if (offer === undefined) return undefined
  const takenMinor = takenMinorOn(item, offer.instalment)
  const question = { offer, paidOn, paymentMinor, openMinor, takenMinor }
  const amountMinor = earlyDiscountMinor(question)
  // A discount of all that is open would be earned by no cash at all.
  return amountMinor === 0 || amountMinor >= openMinor ? undefined : { offer, amountMinor }
}
