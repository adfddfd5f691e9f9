import type { ItemId } from '../shared/index.ts'
import { emptyItem, type Item } from './item.ts'

/** A closed item as one line of text: it is kept for ever, and seldom read. */
export type PackedItem = string

/** Only what an item has beyond an empty one, by the place of the field. */
export const packed = (item: Item): PackedItem => {
  const { itemId: _itemId, ...rest } = item
  return JSON.stringify(rest)
}

export const unpacked = (itemId: ItemId, line: PackedItem): Item => ({
  ...emptyItem(itemId),
  // A line is what `packed` made of an item.
  ...(JSON.parse(line) as Omit<Item, 'itemId'>),
})
