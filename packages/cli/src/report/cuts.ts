import { addMonths, endOfDay, type CivilDate } from '@tenure/core/shared'
import type { Cut } from '@tenure/projection'

/** The days of a report: its own, and one every three months before it, newest first. */
export const quarters = 8
/** The place of the day a year earlier. */
export const yearEarlier = 4

/** One day, as it was known on that day and as it is known now. */
export interface CutPair {
  readonly asOf: CivilDate
  readonly knownThen: Cut
  readonly knownNow: Cut
}

/**
 * The day of the report and one every three months before it, so that the quarter before either of its
 * two days is among them. All are answered in one pass.
 */
export const reportCuts = (asOf: CivilDate, zone: string): ReadonlyArray<CutPair> =>
  Array.from({ length: quarters }, (_, index) => {
    const day = addMonths(asOf, -3 * index)
    return {
      asOf: day,
      knownThen: { asOf: day, knownAt: endOfDay(day, zone) },
      knownNow: { asOf: day },
    }
  })
