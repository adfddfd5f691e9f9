import { utc } from '@date-fns/utc'
// One function a path: the index of date-fns loads some 300 modules, a second of every program's start.
import { addMonths as plusMonths } from 'date-fns/addMonths'
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth'
import { CivilDate } from './civil-date.ts'
import type { Instant } from './instant.ts'

// The only file that sees `Date`. Every function is independent of the machine's zone. The calendar has
// a first and a last day, 0001-01-01 and 9999-12-31: counting beyond them stops there, so that a rule
// stays total and monotone whatever terms it is given.

const MS_PER_DAY = 86_400_000
const zero = 48

/** The number that four, or two, decimal digits from `at` spell. */
const fourDigits = (s: string, at: number): number => twoDigits(s, at) * 100 + twoDigits(s, at + 2)
const twoDigits = (s: string, at: number): number =>
  (s.charCodeAt(at) - zero) * 10 + s.charCodeAt(at + 1) - zero

/**
 * Whole days since 1970-01-01; negative before.
 *
 * By arithmetic on the digits, since ageing asks it for every item: years are counted from March, so
 * that the leap day is a year's last day, and 153 days make five months. 719,468 days lie between
 * 0000-03-01 and 1970-01-01.
 */
export const dayNumber = (day: CivilDate): number => {
  const month = twoDigits(day, 5)
  const year = fourDigits(day, 0) - (month <= 2 ? 1 : 0)
  const monthFromMarch = month > 2 ? month - 3 : month + 9
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + twoDigits(day, 8) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + dayOfYear - 719_468
}

const toMs = (day: CivilDate): number => dayNumber(day) * MS_PER_DAY

const fromMs = (ms: number): CivilDate => {
  const date = new Date(ms)
  const year = date.getUTCFullYear()
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`a day outside the years 0001 to 9999`)
  // Four digits of year, month and day of a valid Date are a CivilDate by construction.
  return date.toISOString().slice(0, 10) as CivilDate
}

/** The day with this number, the inverse of `dayNumber`. */
export const dayOfNumber = (number: number): CivilDate => fromMs(number * MS_PER_DAY)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  dayNumber(to) - dayNumber(from)

// 0001-01-01 and 9999-12-31, counted from 1970-01-01.
const firstDayNumber = -719_162
const lastDayNumber = 2_932_896

/** So many whole days later; earlier where negative. Stops at the ends of the calendar. */
export const addDays = (day: CivilDate, days: number): CivilDate =>
  dayOfNumber(Math.min(Math.max(dayNumber(day) + days, firstDayNumber), lastDayNumber))

/**
 * The same day of the month `months` later, clamped to that month's end.
 * Always count from the original anchor: Jan 31 + 1 is Feb 28, Jan 31 + 2 is Mar 31.
 * Stops at the ends of the calendar.
 */
export const addMonths = (anchor: CivilDate, months: number): CivilDate => {
  const month = fourDigits(anchor, 0) * 12 + twoDigits(anchor, 5) - 1 + months
  if (month < 12) return dayOfNumber(firstDayNumber)
  if (month >= 10_000 * 12) return dayOfNumber(lastDayNumber)
  return fromMs(plusMonths(toMs(anchor), months, { in: utc }).getTime())
}

export const endOfMonth = (day: CivilDate): CivilDate =>
  fromMs(lastDayOfMonth(toMs(day), { in: utc }).getTime())

/** The day of the week by ISO 8601: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: CivilDate): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The day of the month that bears this number, or the month's last where it has none such. */
export const dayInMonth = (month: CivilDate, dayOfMonth: number): CivilDate => {
  const last = endOfMonth(month)
  // Two digits up to the month's length are a day of it.
  const wanted = `${last.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}` as CivilDate
  return wanted < last ? wanted : last
}

/** The first day of the day's month. */
export const startOfMonth = (day: CivilDate): CivilDate =>
  // A civil date with its day replaced by 01 is one, in every month.
  `${day.slice(0, 7)}-01` as CivilDate

/** `YYYY-MM`. */
export const monthOf = (day: CivilDate): string => day.slice(0, 7)

/** Months from `YYYY-MM` to `YYYY-MM`. */
export const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7))

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  return format
}

/** Whether this runtime knows the IANA zone. */
export const isZone = (zone: string): boolean => {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** What a clock on the wall of the zone shows, as if it were UTC, in milliseconds. */
const wallMs = (ms: number, zone: string): number => {
  if (zone === 'UTC') return ms
  const parts: Record<string, number> = {}
  for (const part of formatOf(zone).formatToParts(ms)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  // `setUTCFullYear` takes a year as it stands; Date.UTC reads the years 0 to 99 as 1900 to 1999.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day)
  const thousandths = ((ms % 1000) + 1000) % 1000
  return midnight + hour * 3_600_000 + minute * 60_000 + second * 1000 + thousandths
}

/** The civil day on which an instant falls in a zone. */
export const dayOf = (instant: Instant, zone: string): CivilDate => fromMs(wallMs(instant, zone))

/**
 * The first instant of a civil day in a zone.
 * Where the day begins in a daylight-saving gap, the instant after the gap.
 */
export const startOfDay = (day: CivilDate, zone: string): Instant => firstInstant(toMs(day), zone)

const firstInstant = (wanted: number, zone: string): Instant => {
  if (zone === 'UTC') return wanted as Instant
  // The first instant whose wall day is not earlier: found by bisection, since offsets may jump.
  let low = wanted - 26 * 3_600_000
  let high = wanted + 26 * 3_600_000
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallMs(middle, zone) >= wanted) high = middle
    else low = middle
  }
  return high as Instant
}

/**
 * The instant at which a clock on the wall of the zone shows a time, given in minutes since midnight.
 * A time that the clock skips comes right after the gap; of one that it shows twice, the first.
 */
export const instantAt = (day: CivilDate, minutes: number, zone: string): Instant => {
  const wanted = toMs(day) + minutes * 60_000
  const candidates = [-26, 26].map((hours) => {
    const near = wanted + hours * 3_600_000
    return wanted - (wallMs(near, zone) - near)
  })
  const shown = candidates.filter((ms) => wallMs(ms, zone) === wanted)
  return shown.length === 0 ? firstInstant(wanted, zone) : (Math.min(...shown) as Instant)
}

/** The last millisecond of a civil day in a zone: when a source that gives only days had learned it. */
export const endOfDay = (day: CivilDate, zone: string): Instant =>
  (firstInstant(toMs(day) + MS_PER_DAY, zone) - 1) as Instant

/** Reads `2026-03-01T12:00:00.000Z` or an offset instead of Z; undefined where it is no instant. */
export const parseInstant = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text))
    return undefined
  // Date.parse moves a day that is none, such as 30 February, into the next month.
  if (!CivilDate.is(text.slice(0, 10))) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : (ms as Instant)
}

/** ISO 8601 in UTC with milliseconds. */
export const formatInstant = (instant: Instant): string => new Date(instant).toISOString()
