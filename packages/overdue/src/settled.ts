import type { CivilDate } from '@tenure/core/shared'
import { inDayOrder, type DaySums, type ItemLine } from './item-line.ts'
import { openChange } from './movement.ts'

/** The sums of some days, added up. */
export const addDaySums = (days: ReadonlyArray<DaySums>): Omit<DaySums, 'day'> => {
  const sums = {
    openedMinor: 0,
    chargedMinor: 0,
    paidMinor: 0,
    creditedMinor: 0,
    discountedMinor: 0,
    writtenOffMinor: 0,
    assignedMinor: 0,
  }
  for (const day of days) {
    sums.openedMinor += day.openedMinor
    sums.chargedMinor += day.chargedMinor
    sums.paidMinor += day.paidMinor
    sums.creditedMinor += day.creditedMinor
    sums.discountedMinor += day.discountedMinor
    sums.writtenOffMinor += day.writtenOffMinor
    sums.assignedMinor += day.assignedMinor
  }
  return sums
}

/**
 * The civil day since whose end nothing has been open on the item; null while something is.
 *
 * An item that was opened and paid on one day is settled on that day; one that was reopened is settled
 * on the day it was closed for good.
 */
export const settledOn = (line: ItemLine): CivilDate | null => {
  let openMinor = 0
  let since: CivilDate | null = null
  for (const day of inDayOrder(line)) {
    openMinor += openChange(day)
    if (openMinor > 0) since = null
    else since ??= day.day
  }
  return since
}
