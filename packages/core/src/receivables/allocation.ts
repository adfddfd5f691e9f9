import type { ItemId } from '../shared/index.ts'
import type { Component } from './values.ts'

/** In which order open items are paid. `currentFirst`: the newest due day first, old debts last. */
export type Ordering = 'oldestDue' | 'oldestIssued' | 'largest' | 'currentFirst'

/**
 * Where money goes, as data: first to the named items in the order named, each up to what is open, then
 * to all others by `ordering` (`none`: what is left stays unapplied). `oldestDue` and `currentFirst` go from
 * instalment to instalment over all items. Within an item it falls on the components in their order;
 * those not listed come last, in the order of the default.
 */
export interface Allocation {
  readonly named: ReadonlyArray<ItemId>
  readonly ordering: Ordering | 'none'
  readonly components: ReadonlyArray<Component>
}

/** What was sold before what came upon it: whoever pays the price need not pay for fees. */
export const principalFirst: ReadonlyArray<Component> = ['principal', 'costs', 'fees', 'interest']
/** Costs, then fees and interest, then the debt itself, as many civil codes have it. */
export const costsFirst: ReadonlyArray<Component> = ['costs', 'fees', 'interest', 'principal']

/** All open items in one order, and within each the principal first. */
export const allBy = (ordering: Ordering): Allocation => ({
  named: [],
  ordering,
  components: principalFirst,
})
/** The named items and no other. */
export const onlyTo = (...named: ReadonlyArray<ItemId>): Allocation => ({
  named,
  ordering: 'none',
  components: principalFirst,
})
/** No item: all stays unapplied. */
export const toNone: Allocation = onlyTo()
