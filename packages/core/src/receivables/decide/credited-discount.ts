import { divideRounded } from '../../shared/index.ts'
import type { About } from '../about.ts'
import type { ReceivablesEvent } from '../events.ts'
import { openMinor, type Item } from '../item.ts'
import { discountWithdrawn } from './take-back.ts'

/**
 * The discounts that a credit note takes back with the goods: of what is given back after it was settled,
 * the share that the discount had settled. So half of goods for which 98 were paid gives half of 98 back.
 *
 * Units: minor units, rounded half up once for the note. Source: domain 3.4, edge case 44.
 */
export const discountReturned = (
  facts: About,
  item: Item,
  creditMinor: number,
): { readonly events: ReadonlyArray<ReceivablesEvent>; readonly rest: Item } => {
  const { discountedMinor, paidMinor } = item
  const settledMinor = paidMinor + discountedMinor
  const returnedMinor = Math.min(settledMinor, creditMinor - openMinor(item))
  if (discountedMinor === 0 || returnedMinor <= 0) return { events: [], rest: item }
  const share = BigInt(discountedMinor) * BigInt(returnedMinor)
  let left = Number(divideRounded(share, BigInt(settledMinor), 'halfUp'))
  let rest = item
  const events: ReceivablesEvent[] = []
  for (const taken of item.discounts) {
    const amountMinor = Math.min(left, taken.amountMinor)
    if (amountMinor === 0) continue
    events.push(discountWithdrawn(facts, rest, taken, 'credited', amountMinor))
    rest = { ...rest, discountedMinor: rest.discountedMinor - amountMinor }
    left -= amountMinor
  }
  return { events, rest }
}
