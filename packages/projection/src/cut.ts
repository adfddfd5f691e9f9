import type { CivilDate, Instant } from '@tenure/core/shared'

/** For which day, and as known when. An event counts if it was true by `asOf` and known by `knownAt`. */
export interface Cut {
  /** Facts effective on this day count. */
  readonly asOf: CivilDate
  /** An instant, inclusive; absent: everything the log knows. */
  readonly knownAt?: Instant
}
