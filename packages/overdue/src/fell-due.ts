import type { CivilDate, Currency } from '@tenure/core/shared'
import { balancesOf } from './debts.ts'
import type { ItemLine } from './item-line.ts'
import { rowsOf, type OverdueRows } from './overdue-rows.ts'
import { ratio, type Ratio } from '@tenure/projection'
import { addDaySums } from './settled.ts'
import { isInPeriod, type Period } from './settled-items.ts'

export interface FellDue {
  readonly count: number
  /** Not paid, credited or given up by the end of their due day, whatever came later. */
  readonly lateShare: Ratio
}

const notSettled = {
  paidMinor: 0,
  creditedMinor: 0,
  discountedMinor: 0,
  writtenOffMinor: 0,
  assignedMinor: 0,
}

/** The days on which something of the item was to be paid, had nothing been paid before. */
const dueDays = (line: ItemLine): ReadonlyArray<CivilDate> => {
  const unpaid = { ...line, ...notSettled }
  const days = balancesOf(line, unpaid).parts.flatMap(({ dueOn, openMinor }) =>
    dueOn === null || openMinor === 0 ? [] : [dueOn],
  )
  return [...new Set(days)]
}

const isOpenAtEndOf = (line: ItemLine, dueOn: CivilDate): boolean => {
  const sums = addDaySums(line.days.filter(({ day }) => day <= dueOn))
  // The schedule counts from the start, also where the document is younger than its due day.
  const { parts } = balancesOf(line, sums)
  return parts.some((part) => part.dueOn === dueOn && part.openMinor > 0)
}

/** The debts (an item's instalments of one day are one) whose due day lies in a period. */
export const fellDue = (
  rows: Pick<OverdueRows, 'itemHistory'>,
  currency: Currency,
  period: Period,
): FellDue => {
  let [count, late] = [0, 0]
  for (const { lines } of rowsOf(rows.itemHistory, currency)) {
    for (const line of lines.values()) {
      if (line.kind === 'suspense') continue
      for (const dueOn of dueDays(line)) {
        if (!isInPeriod(period, dueOn)) continue
        count += 1
        if (isOpenAtEndOf(line, dueOn)) late += 1
      }
    }
  }
  return { count, lateShare: ratio(late, count) }
}
