import {
  ascending,
  laterDay,
  minorUnits,
  type ChangeId,
  type CivilDate,
  type PaymentId,
} from '../../shared/index.ts'
import type { About } from '../about.ts'
import { principalFirst } from '../allocation.ts'
import { paidSplit } from '../components.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { Item } from '../item.ts'
import { freeMinor, type Payment } from '../remembered.ts'
import { roomOn } from '../room-on.ts'
import type { Receivables } from '../state.ts'
import type { AllocatedBy, Component } from '../values.ts'
import { slotsOf, type Slot } from './candidates.ts'
import { earnedDiscount, type Discount } from './early-discount.ts'

/** What one item takes of an amount to be spread, and the discounts that this earns. */
export interface Part {
  readonly item: Item
  readonly by: AllocatedBy
  readonly amountMinor: number
  readonly discounts: ReadonlyArray<Discount>
}

const noDiscounts: ReadonlyArray<Discount> = []

/**
 * Fills each place in turn until the amount is used up; what one item takes is one part. `receivedOn`
 * says when the cash came, for the discounts that it may earn; null: it earns none.
 */
export const spread = (
  slots: ReadonlyArray<Slot>,
  amountMinor: number,
  receivedOn: CivilDate | null,
): ReadonlyArray<Part> => {
  const parts = new Map<Item, Part>()
  let left = amountMinor
  for (const { item, instalment, roomMinor, by } of slots) {
    if (left <= 0) break
    if (roomMinor <= 0) continue
    const discount = earnedDiscount(item, instalment, roomMinor, left, receivedOn)
    const share = Math.min(left, roomMinor - (discount?.amountMinor ?? 0))
    const taken = parts.get(item)
    const discounts = taken?.discounts ?? noDiscounts
    parts.set(item, {
      item,
      by,
      amountMinor: share + (taken?.amountMinor ?? 0),
      discounts: discount === undefined ? discounts : [...discounts, discount],
    })
    left -= share
  }
  return [...parts.values()]
}

/** The latest day of the facts that an application joins: the item's room and the source's money. */
export const joinedOn = (
  { item, amountMinor }: Pick<Part, 'item' | 'amountMinor'>,
  sourceOn: CivilDate,
): CivilDate => {
  const on = roomOn(item, amountMinor)
  return on === null ? sourceOn : laterDay(on, sourceOn)
}

/** What applies cash: whose, by which change, and on which components it falls first. */
export interface Cash {
  readonly paymentId: PaymentId
  readonly freedOn: CivilDate
  readonly changeId: ChangeId | null
  readonly components: ReadonlyArray<Component>
}

const discountMinorOf = ({ discounts }: Part): number =>
  discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/** Cash pays one item, and takes the discounts that it earns there. */
export const cashApplied = (
  facts: About,
  { paymentId, freedOn, changeId, components }: Cash,
  part: Part,
): ReadonlyArray<ReceivablesEvent> => {
  const { item, by, amountMinor, discounts } = part
  const { itemId } = item
  const discountMinor = discountMinorOf(part)
  const effectiveOn = joinedOn({ item, amountMinor: amountMinor + discountMinor }, freedOn)
  const taken = discounts.map(({ offer, amountMinor: discounted }): ReceivablesEvent => ({
    type: 'EarlyDiscountTaken',
    ...facts,
    effectiveOn,
    itemId,
    instalment: offer.instalment,
    paymentId,
    changeId: null,
    basisPoints: offer.basisPoints,
    untilOn: offer.untilOn,
    amountMinor: minorUnits(discounted),
  }))
  const applied: ReadonlyArray<ReceivablesEvent> =
    amountMinor === 0
      ? []
      : [
          {
            type: 'PaymentApplied',
            ...facts,
            effectiveOn,
            paymentId,
            itemId,
            changeId,
            by,
            amountMinor: minorUnits(amountMinor),
            components: paidSplit(item, amountMinor, discountMinor, components),
          },
        ]
  return [...applied, ...taken]
}

/** The item as a part will leave it, for money that follows in the same breath. */
export const afterPart = (part: Part, cash: Cash): Item => {
  const { item, amountMinor, discounts } = part
  const { paymentId, freedOn: on } = cash
  return {
    ...item,
    paidMinor: item.paidMinor + amountMinor,
    discountedMinor: item.discountedMinor + discountMinorOf(part),
    discounts: [
      ...item.discounts,
      ...discounts.map(({ offer: { instalment }, amountMinor: discounted }) => ({
        instalment,
        paymentId,
        amountMinor: discounted,
        on,
      })),
    ],
  }
}

const oldestFirst = (a: readonly [string, Payment], b: readonly [string, Payment]): number =>
  ascending(a[1].receivedOn, b[1].receivedOn) || ascending(a[0], b[0])

/**
 * Applies the cash that was named for an item to the room it now has, oldest payment first.
 * `item` is the item as it will be, with its new room.
 */
export const applyEarmarked = (
  facts: About,
  state: Receivables,
  item: Item,
): ReadonlyArray<ReceivablesEvent> => {
  const waiting = (state.earmarked.get(item.itemId) ?? []).flatMap((paymentId) => {
    const payment = state.payments.get(paymentId)
    return payment === undefined ? [] : [[paymentId, payment] as const]
  })
  let rest = item
  return waiting.toSorted(oldestFirst).flatMap(([paymentId, payment]) => {
    const { freedOn, receivedOn } = payment
    const [part] = spread(slotsOf(rest, 'earmark'), freeMinor(payment), receivedOn)
    if (part === undefined) return []
    const cash = { paymentId, freedOn, changeId: null, components: principalFirst }
    const events = cashApplied(facts, cash, part)
    rest = afterPart(part, cash)
    return events
  })
}
