import type { CivilDate } from '@tenure/core/shared'
import type { Line } from './line.ts'

/** What changed on one item on one civil day, as signed sums. */
export interface DaySums {
  readonly day: CivilDate
  readonly openedMinor: number
  readonly chargedMinor: number
  readonly paidMinor: number
  readonly creditedMinor: number
  readonly discountedMinor: number
  readonly writtenOffMinor: number
  readonly assignedMinor: number
}

/** An item with its days, in the order in which they were first heard of. */
export interface ItemLine extends Line {
  readonly days: ReadonlyArray<DaySums>
}

/** The days of an item in their own order. */
export const inDayOrder = (line: ItemLine): ReadonlyArray<DaySums> =>
  line.days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
