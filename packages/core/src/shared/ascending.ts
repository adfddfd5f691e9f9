import type { CivilDate } from './civil-date.ts'

/** For sorting: by value, the lower first; days and other text by their characters. */
export const ascending = <A extends string | number>(a: A, b: A): number =>
  a < b ? -1 : a > b ? 1 : 0

/** For sorting by days: a day that is not known comes after every day that is. */
export const ascendingDays = (a: CivilDate | null, b: CivilDate | null): number => {
  if (a === b) return 0
  if (a === null) return 1
  return b === null ? -1 : ascending(a, b)
}
