import type * as t from 'io-ts'
import { laterDay, minorUnits, type ChangeId, type PaymentId } from '../../shared/index.ts'
import type { About } from '../about.ts'
import { principalFirst } from '../allocation.ts'
import type { PaymentUnapplied } from '../cash-events.ts'
import { takenBackSplit } from '../components.ts'
import type { ReceivablesEvent } from '../events.ts'
import { itemDueOn, type Item, type TakenDiscount } from '../item.ts'
import type { Application } from '../remembered.ts'
import type { Component } from '../values.ts'

type Unapplied = t.TypeOf<typeof PaymentUnapplied>

/** Why cash is taken back, and by which change; null: a chargeback. */
export interface TakingBack extends Pick<Unapplied, 'why'> {
  readonly paymentId: PaymentId
  readonly changeId: ChangeId | null
  /** What of an application is taken back first, where not all of it is. */
  readonly components?: ReadonlyArray<Component>
}

/** Takes cash back from an item, which stands open again by that much, due as it was at first. */
export const cashTakenBack = (
  facts: About,
  item: Item,
  { why, paymentId, changeId, components = principalFirst }: TakingBack,
  application: Application,
  amountMinor: number = application.amountMinor,
): Unapplied => ({
  type: 'PaymentUnapplied',
  ...facts,
  effectiveOn: laterDay(facts.effectiveOn, application.on),
  paymentId,
  itemId: item.itemId,
  changeId,
  why,
  amountMinor: minorUnits(amountMinor),
  components: takenBackSplit(application.components, amountMinor, components),
  dueOn: itemDueOn({ ...item, paidMinor: item.paidMinor - amountMinor }),
})

type Withdrawn = Extract<ReceivablesEvent, { type: 'EarlyDiscountWithdrawn' }>

/** A discount, or a part of it, is owed again. */
export const discountWithdrawn = (
  facts: About,
  item: Item,
  { instalment, paymentId, on }: TakenDiscount,
  why: Withdrawn['why'],
  amountMinor: number,
): Withdrawn => ({
  type: 'EarlyDiscountWithdrawn',
  ...facts,
  effectiveOn: laterDay(facts.effectiveOn, on),
  itemId: item.itemId,
  instalment,
  paymentId,
  why,
  amountMinor: minorUnits(amountMinor),
  dueOn: itemDueOn({ ...item, discountedMinor: item.discountedMinor - amountMinor }),
})

/**
 * Takes cash back with the discounts that hang on it. Source: domain 3.4, edge case 80; invariants 8, 9.
 */
export const takenBackWhole = (
  facts: About,
  item: Item,
  taking: TakingBack,
  application: Application,
  amountMinor: number = application.amountMinor,
): ReadonlyArray<Unapplied | Withdrawn> => {
  let rest: Item = { ...item, paidMinor: item.paidMinor - amountMinor }
  const unapplied = cashTakenBack(facts, item, taking, application, amountMinor)
  const withdrawn = item.discounts
    .filter(({ paymentId }) => paymentId === taking.paymentId)
    .map((taken) => {
      const event = discountWithdrawn(facts, rest, taken, 'paymentTakenBack', taken.amountMinor)
      rest = { ...rest, discountedMinor: rest.discountedMinor - taken.amountMinor }
      return event
    })
  return [unapplied, ...withdrawn]
}
