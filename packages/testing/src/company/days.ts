import { addDays, dayNumber, startOfDay, type CivilDate, type Instant } from '@tenure/core/shared'

/** The company's calendar: days counted from the first, in one zone. */
export interface Days {
  readonly zone: string
  /** Days of business. Day `count` is the first on which nothing new happens any more. */
  readonly count: number
  readonly on: (index: number) => CivilDate
  readonly indexOf: (day: CivilDate) => number
}

export const makeDays = (from: CivilDate, count: number, zone: string): Days => {
  const first = dayNumber(from)
  const known: CivilDate[] = []
  return {
    zone,
    count,
    on: (index) => {
      const day = known[index] ?? addDays(from, index)
      if (index >= 0) known[index] = day
      return day
    },
    indexOf: (day) => dayNumber(day) - first,
  }
}

/** The virtual clock: every command takes a moment, from eight in the morning. */
export interface Clock {
  readonly now: () => Instant
  readonly openDay: (index: number) => void
  readonly tick: () => void
}

const openingMs = 8 * 3_600_000
const commandMs = 200
const dayMs = 15 * 3_600_000

export const makeClock = (days: Days): Clock => {
  let opening = startOfDay(days.on(0), days.zone) + openingMs
  let elapsed = 0
  return {
    // A start of day and a few hours are whole milliseconds within the range of an Instant.
    now: () => (opening + elapsed) as Instant,
    openDay: (index) => {
      opening = startOfDay(days.on(index), days.zone) + openingMs
      elapsed = 0
    },
    tick: () => {
      elapsed += commandMs
      if (elapsed >= dayMs) throw new RangeError('more commands than fit into one day')
    },
  }
}
