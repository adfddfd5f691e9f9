import {
  addDays,
  addMonths,
  civilDate,
  endOfMonth,
  monthOf,
  monthsBetween,
  startOfMonth,
  type CivilDate,
} from '@tenure/core/shared'

/** `YYYY-MM` from `first` to `last`, both included; none where `last` is earlier. */
export const monthsFrom = (first: string, last: string): ReadonlyArray<string> => {
  const anchor = civilDate(`${first}-01`)
  return Array.from({ length: Math.max(0, monthsBetween(first, last) + 1) }, (_, months) =>
    monthOf(addMonths(anchor, months)),
  )
}

/** Whether the month is over at the end of `asOf`. */
export const isOver = (month: string, asOf: CivilDate): boolean =>
  endOfMonth(civilDate(`${month}-01`)) <= asOf

/** The newest month that is over at the end of `asOf`. */
export const lastFinishedMonth = (asOf: CivilDate): string =>
  isOver(monthOf(asOf), asOf) ? monthOf(asOf) : monthOf(addDays(startOfMonth(asOf), -1))
