import type { Item } from './item.ts'
import type { Receivables } from './state.ts'

/** What was charged on an item and neither written off nor assigned. Units: minor units. */
export const keptMinor = (item: Item): number =>
  item.amountMinor +
  item.chargedMinor +
  item.feesMinor +
  item.interestMinor -
  item.writtenOffMinor -
  item.assignedMinor

/** How much a credit note of ours may still say on an item: what is kept of it, less earlier notes. */
export const creditableMinor = (state: Receivables, item: Item): number =>
  Math.max(0, keptMinor(item) - (state.noted.get(item.itemId) ?? 0))
