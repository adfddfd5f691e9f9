import { ascending, laterDay, type CivilDate } from '../shared/index.ts'
import { openMinor, type Item } from './item.ts'

/**
 * The day from which an item has room for an amount more: of its opening, or of the charge that makes
 * the room where that is later; never before something was taken back from it.
 */
export const roomOn = (item: Item, amountMinor: number): CivilDate | null => {
  const on = lastRoomNeeded(item, amountMinor)
  if (item.freedOn === null) return on
  return on === null ? item.freedOn : laterDay(on, item.freedOn)
}

const lastRoomNeeded = (item: Item, amountMinor: number): CivilDate | null => {
  const [only] = item.room
  if (item.room.length < 2) return only === undefined ? null : only.on
  const addedMinor = item.room.reduce((sum, fact) => sum + fact.amountMinor, 0)
  // What was settled, and what was waived: that took room away as if it had never been given.
  let missing = addedMinor - openMinor(item) + amountMinor
  let on: CivilDate | null = null
  for (const fact of item.room.toSorted((a, b) => ascending(a.on, b.on))) {
    on = fact.on
    missing -= fact.amountMinor
    if (missing <= 0) break
  }
  return on
}
