import { daysBetween, type CivilDate, type Currency } from '@tenure/core/shared'
import type { ItemLine } from './item-line.ts'
import { rowsOf, type OverdueRows } from './overdue-rows.ts'
import { ratio, type Ratio } from '@tenure/projection'
import { settledOn } from './settled.ts'

/** A stretch of days, both ends within it. */
export interface Period {
  readonly from: CivilDate
  readonly to: CivilDate
}

export const isInPeriod = ({ from, to }: Period, day: CivilDate): boolean =>
  from <= day && day <= to

export interface SettledItems {
  readonly count: number
  /** num: Σ of days from the item's day to the day it was settled. */
  readonly meanDaysToSettle: Ratio
  /** Settled after the last of its due days; den: those whose due days are known. */
  readonly lateShare: Ratio
  /** Settled in the period, in part by giving it up. */
  readonly writtenOff: number
  /** Closed in the period, in part by passing it to a financing partner. */
  readonly assigned: number
}

/** The day by which all of the item was due; null where a day is not known. */
const lastDueOn = (line: ItemLine): CivilDate | null => {
  if (line.instalments.length === 0) return line.fallbackDueOn
  const days = line.instalments.map(({ due }) => due.value)
  if (days.includes(null)) return null
  return days.toSorted().at(-1) ?? null
}

/** The items that were owed and came to nothing within a period, paid or credited. */
export const settledItems = (
  rows: Pick<OverdueRows, 'itemHistory'>,
  currency: Currency,
  period: Period,
): SettledItems => {
  let [count, days, dated, late, writtenOff, assigned] = [0, 0, 0, 0, 0, 0]
  for (const { lines } of rowsOf(rows.itemHistory, currency)) {
    for (const line of lines.values()) {
      if (line.kind === 'suspense' || line.openedOn === null) continue
      if (line.openedMinor + line.chargedMinor <= 0) continue
      const day = settledOn(line)
      if (day === null || !isInPeriod(period, day)) continue
      if (line.writtenOffMinor > 0) {
        writtenOff += 1
        continue
      }
      if (line.assignedMinor > 0) {
        assigned += 1
        continue
      }
      count += 1
      days += daysBetween(line.openedOn, day)
      const dueOn = lastDueOn(line)
      if (dueOn === null) continue
      dated += 1
      if (day > dueOn) late += 1
    }
  }
  return {
    count,
    meanDaysToSettle: ratio(days, count),
    lateShare: ratio(late, dated),
    writtenOff,
    assigned,
  }
}
