import { minorUnits } from '../shared/index.ts'
import { principalFirst } from './allocation.ts'
import type { Item } from './item.ts'
import type { Component, ComponentSplit } from './values.ts'

type Amounts = Record<Component, number>

/**
 * What is open of each component of an item. Σ = what is open.
 *
 * Money that was paid fell on components as its allocation said. Credit notes, discounts, write-offs and
 * assignments take from the principal; where one component was given more than it has left (a fee was
 * waived after it was paid), the others are the less open, the principal first.
 */
export const openByComponent = (item: Item): Readonly<Amounts> => {
  const { costsMinor, feesMinor, interestMinor } = item.paidBeside ?? noneBeside
  const besideMinor = costsMinor + feesMinor + interestMinor
  const withoutCash =
    item.creditedMinor + item.discountedMinor + item.writtenOffMinor + item.assignedMinor
  const open: Amounts = {
    principal: item.amountMinor - (item.paidMinor - besideMinor) - withoutCash,
    costs: item.chargedMinor - costsMinor,
    fees: item.feesMinor - feesMinor,
    interest: item.interestMinor - interestMinor,
  }
  let excess = 0
  for (const component of principalFirst) {
    excess += Math.max(0, -open[component])
    open[component] = Math.max(0, open[component])
  }
  for (const component of principalFirst) {
    const share = Math.min(excess, open[component])
    open[component] -= share
    excess -= share
  }
  return open
}

const noneBeside = { costsMinor: 0, feesMinor: 0, interestMinor: 0 }

/** How an amount falls on what is open, in an order of components; null where all is principal. */
export const splitOver = (
  open: Readonly<Amounts>,
  amountMinor: number,
  order: ReadonlyArray<Component>,
): ComponentSplit | null => {
  const taken: Amounts = { principal: 0, costs: 0, fees: 0, interest: 0 }
  let left = amountMinor
  for (const component of [...order, ...principalFirst]) {
    const share = Math.min(left, open[component] - taken[component])
    taken[component] += share
    left -= share
  }
  return taken.principal === amountMinor
    ? null
    : {
        costsMinor: minorUnits(taken.costs),
        feesMinor: minorUnits(taken.fees),
        interestMinor: minorUnits(taken.interest),
        principalMinor: minorUnits(taken.principal),
      }
}

/** How an amount falls on an item, of which a discount takes from the principal in the same breath. */
export const paidSplit = (
  item: Item,
  amountMinor: number,
  discountMinor: number,
  order: ReadonlyArray<Component>,
): ComponentSplit | null => {
  // Most items bear neither charges nor fees.
  if (item.chargedMinor === 0 && item.feesMinor === 0 && item.interestMinor === 0) return null
  const open = openByComponent(item)
  const left = Math.min(discountMinor, open.principal)
  return splitOver({ ...open, principal: open.principal - left }, amountMinor, order)
}

/** The part of a split that a smaller amount takes back, in an order of components. */
export const takenBackSplit = (
  split: ComponentSplit | null,
  amountMinor: number,
  order: ReadonlyArray<Component>,
): ComponentSplit | null =>
  split === null
    ? null
    : splitOver(
        {
          principal: split.principalMinor,
          costs: split.costsMinor,
          fees: split.feesMinor,
          interest: split.interestMinor,
        },
        amountMinor,
        order,
      )
