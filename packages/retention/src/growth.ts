import { addMonths, civilDate, monthOf, type CivilDate } from '@tenure/core/shared'
import type { Activity } from './activity.ts'
import { isOver, monthsFrom } from './months.ts'

/** One month's movements: active = new + retained + resurrected. */
export interface MonthGrowth {
  readonly month: string
  readonly complete: boolean
  readonly active: number
  /** First purchase ever in this month. */
  readonly new: number
  /** Active in the month before, too. */
  readonly retained: number
  /** Active earlier, but not in the month before. */
  readonly resurrected: number
  /** Active in the month before, and not in this one. */
  readonly churned: number
}

const monthBefore = (month: string): string => monthOf(addMonths(civilDate(`${month}-01`), -1))

/** Growth accounting of every month from the first purchase to `lastMonth`. */
export const growthOf = (
  activities: ReadonlyArray<Activity>,
  firstMonth: string,
  lastMonth: string,
  asOf: CivilDate,
): ReadonlyArray<MonthGrowth> => {
  const tallies = new Map(
    monthsFrom(firstMonth, lastMonth).map((month) => [
      month,
      { before: monthBefore(month), active: 0, new: 0, retained: 0 },
    ]),
  )
  for (const activity of activities)
    for (const month of activity.orders.keys()) {
      const tally = tallies.get(month)
      if (tally === undefined) continue
      tally.active += 1
      if (month === activity.firstMonth) tally.new += 1
      else if (activity.orders.has(tally.before)) tally.retained += 1
    }
  return [...tallies].map(([month, tally]) => ({
    month,
    complete: isOver(month, asOf),
    active: tally.active,
    new: tally.new,
    retained: tally.retained,
    resurrected: tally.active - tally.new - tally.retained,
    churned: (tallies.get(tally.before)?.active ?? 0) - tally.retained,
  }))
}
