import {
  civilDate,
  daysBetween,
  unreachable,
  type CivilDate,
  type DayCount,
} from '../shared/index.ts'

/** A fraction that may be larger than safe integers: exact until the one rounding at the end. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

const lastOf = (year: string): CivilDate => civilDate(`${year}-12-31`)
const yearOf = (day: CivilDate): string => day.slice(0, 4)
const nextYear = (year: string): string => String(Number(year) + 1).padStart(4, '0')

const isLeap = (year: string): boolean =>
  daysBetween(civilDate(`${year}-02-28`), civilDate(`${year}-03-01`)) === 2

/** Each day counts as its own year has days: a day of a leap year is 1/366. */
const actualActual = (after: CivilDate, to: CivilDate): Fraction => {
  let [common, leap] = [0, 0]
  let from = after
  for (let year = yearOf(after); ; year = nextYear(year)) {
    const until = year === yearOf(to) ? to : lastOf(year)
    if (isLeap(year)) leap += daysBetween(from, until)
    else common += daysBetween(from, until)
    if (year === yearOf(to)) break
    from = until
  }
  return {
    numerator: BigInt(common) * 366n + BigInt(leap) * 365n,
    denominator: 365n * 366n,
  }
}

/**
 * The part of a year that lies between two days: the first is not counted, the last is.
 *
 * Units: years, exact. Nothing where `to` is not after `after`: interest runs from the day after the due
 * day. Source: domain 3.1, day counts 365, 366, 360 and act/act.
 */
export const yearFraction = (dayCount: DayCount, after: CivilDate, to: CivilDate): Fraction => {
  if (to <= after) return { numerator: 0n, denominator: 1n }
  const days = BigInt(daysBetween(after, to))
  switch (dayCount) {
    case 'actual360':
      return { numerator: days, denominator: 360n }
    case 'actual365':
      return { numerator: days, denominator: 365n }
    case 'actual366':
      return { numerator: days, denominator: 366n }
    case 'actualActual':
      return actualActual(after, to)
    default:
      return unreachable(dayCount)
  }
}
