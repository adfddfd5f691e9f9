import { basisPointsOf, laterDay, minorUnits } from '../../shared/index.ts'
import { changeLine } from '../change-line.ts'
import type { TakeEarlyDiscount } from '../item-commands.ts'
import { itemBalances, type Item } from '../item.ts'
import { itemOf, type Receivables } from '../state.ts'
import type { EarlyPayOffer } from '../values.ts'
import { joinedOn } from './apply.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { takenMinorOn } from './early-discount.ts'

const openOn = (item: Item, instalment: number): number =>
  itemBalances(item).parts.find((part) => part.instalment === instalment)?.openMinor ?? 0

const offerOn = (item: Item, instalment: number): EarlyPayOffer | undefined =>
  item.earlyPay.find((offer) => offer.instalment === instalment)

/** The most that was agreed for the instalment. */
const agreedMinor = ({ eligibleMinor, basisPoints }: EarlyPayOffer): number =>
  basisPointsOf(eligibleMinor, basisPoints, 'halfUp')

/**
 * Gives the agreed discount of an instalment by hand, for cash that came in time, but in parts.
 *
 * Units: minor units, rounded half up. Shape: `EarlyDiscountTaken` over what is open of the instalment,
 * at most what was agreed. `[]` if this change was made before.
 * Rejects: `UnknownItem`, `NoEarlyDiscountAgreed`, `EarlyDiscountIsTaken`, `UnknownPayment`, `NotApplied`,
 * `TooLateForDiscount`, `NothingOpen`; `TooLittleForDiscount` where more is open than was agreed;
 * `ConflictingDuplicate`. Source: domain 3.4, edge case 43; invariant 15.
 */
export const takeEarlyDiscount = (command: TakeEarlyDiscount, state: Receivables): Decision => {
  const { changeId, itemId, instalment, paymentId } = command
  const line = changeLine('takeDiscount', itemId, instalment, paymentId)
  const before = repeatedChange(state, changeId, line)
  if (before !== undefined) return before
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const offer = offerOn(item, instalment)
  if (offer === undefined) return reject({ type: 'NoEarlyDiscountAgreed', itemId, instalment })
  if (takenMinorOn(item, instalment) > 0)
    return reject({ type: 'EarlyDiscountIsTaken', itemId, instalment })
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  const application = payment.applications.get(itemId)
  if (application === undefined) return reject({ type: 'NotApplied', paymentId, itemId })
  const { receivedOn } = payment
  const { untilOn, basisPoints } = offer
  if (receivedOn > untilOn)
    return reject({ type: 'TooLateForDiscount', itemId, instalment, untilOn, receivedOn })
  const amountMinor = openOn(item, instalment)
  if (amountMinor === 0) return reject({ type: 'NothingOpen', itemId })
  const discountMinor = agreedMinor(offer)
  if (amountMinor > discountMinor) {
    const missingMinor = amountMinor - discountMinor
    return reject({ type: 'TooLittleForDiscount', itemId, instalment, discountMinor, missingMinor })
  }
  const effectiveOn = laterDay(joinedOn({ item, amountMinor }, command.effectiveOn), application.on)
  const facts = { ...about(command), effectiveOn, itemId, instalment, paymentId, changeId }
  const taken = { basisPoints, untilOn, amountMinor: minorUnits(amountMinor) }
  return accept([{ type: 'EarlyDiscountTaken', ...facts, ...taken }])
}
