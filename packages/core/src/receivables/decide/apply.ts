import {
  laterDay,
  minorUnits,
  type CivilDate,
  type ChangeId,
  type PaymentId,
} from '../../shared/index.ts'
import type { ReceivablesEvent } from '../events.ts'
import { openMinor, roomOn, type Item } from '../item.ts'
import type { Receivables } from '../state.ts'
import type { Slot } from './candidates.ts'
import type { About } from '../about.ts'

/** What one item takes of an amount to be spread. */
export interface Part {
  readonly item: Item
  readonly amountMinor: number
}

/** Fills each slot in turn until the amount is used up; what one item takes is one part. */
export const spread = (slots: ReadonlyArray<Slot>, amountMinor: number): ReadonlyArray<Part> => {
  const taken = new Map<Item, number>()
  let left = amountMinor
  for (const { item, roomMinor } of slots) {
    const share = Math.min(left, roomMinor)
    if (share > 0) taken.set(item, (taken.get(item) ?? 0) + share)
    left -= Math.max(0, share)
  }
  return [...taken].map(([item, sumMinor]) => ({ item, amountMinor: sumMinor }))
}

/** The latest day of the facts that an application joins: the item's room and the source's money. */
export const joinedOn = ({ item, amountMinor }: Part, sourceOn: CivilDate): CivilDate => {
  const on = roomOn(item, amountMinor)
  return on === null ? sourceOn : laterDay(on, sourceOn)
}

export const cashApplied = (
  facts: About,
  paymentId: PaymentId,
  freedOn: CivilDate,
  part: Part,
  changeId: ChangeId | null,
): ReceivablesEvent => ({
  type: 'PaymentApplied',
  ...facts,
  effectiveOn: joinedOn(part, freedOn),
  paymentId,
  itemId: part.item.itemId,
  changeId,
  amountMinor: minorUnits(part.amountMinor),
})

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
    return payment === undefined ? [] : [{ paymentId, payment }]
  })
  const oldestFirst = waiting.toSorted((a, b) =>
    a.payment.receivedOn === b.payment.receivedOn
      ? a.paymentId < b.paymentId
        ? -1
        : 1
      : a.payment.receivedOn < b.payment.receivedOn
        ? -1
        : 1,
  )
  const events: ReceivablesEvent[] = []
  let rest = item
  for (const { paymentId, payment } of oldestFirst) {
    const amountMinor = Math.min(openMinor(rest), payment.leftMinor)
    if (amountMinor <= 0) continue
    events.push(cashApplied(facts, paymentId, payment.freedOn, { item: rest, amountMinor }, null))
    rest = { ...rest, paidMinor: rest.paidMinor + amountMinor }
  }
  return events
}
