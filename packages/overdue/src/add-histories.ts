import { addMinor } from '@tenure/core/shared'
import { addLines } from './add-lines.ts'
import type { DaySums, ItemLine } from './item-line.ts'

const addDays = (a: ReadonlyArray<DaySums>, b: ReadonlyArray<DaySums>): ReadonlyArray<DaySums> => [
  ...a.map((sums) => {
    const other = b.find(({ day }) => day === sums.day)
    if (other === undefined) return sums
    return {
      day: sums.day,
      openedMinor: addMinor(sums.openedMinor, other.openedMinor),
      chargedMinor: addMinor(sums.chargedMinor, other.chargedMinor),
      paidMinor: addMinor(sums.paidMinor, other.paidMinor),
      creditedMinor: addMinor(sums.creditedMinor, other.creditedMinor),
      discountedMinor: addMinor(sums.discountedMinor, other.discountedMinor),
      writtenOffMinor: addMinor(sums.writtenOffMinor, other.writtenOffMinor),
      assignedMinor: addMinor(sums.assignedMinor, other.assignedMinor),
    }
  }),
  ...b.filter(({ day }) => !a.some((sums) => sums.day === day)),
]

/** The items of two accounts under one name, day by day. */
export const addHistories = (
  a: ReadonlyMap<string, ItemLine>,
  b: ReadonlyMap<string, ItemLine>,
): ReadonlyMap<string, ItemLine> => {
  const lines = new Map<string, ItemLine>()
  for (const [itemId, line] of addLines(a, b)) {
    const days = addDays(a.get(itemId)?.days ?? [], b.get(itemId)?.days ?? [])
    lines.set(itemId, { ...line, days })
  }
  return lines
}
