import type { CivilDate } from '@tenure/core/shared'
import type { Cut } from './cut.ts'

interface Limit {
  readonly asOf: CivilDate
  /** Infinity: everything that the log knows. */
  readonly knownAt: number
}

/** The cuts that differ, the latest day first: an event is done with at the first cut before its day. */
export interface DistinctCuts {
  readonly latestFirst: ReadonlyArray<Limit>
  /** For each cut as it was asked, its place in `latestFirst`. */
  readonly placeOf: ReadonlyArray<number>
}

export const distinctCuts = (cuts: ReadonlyArray<Cut>): DistinctCuts => {
  const limits = cuts.map(({ asOf, knownAt = Infinity }) => ({ asOf, knownAt }))
  const nameOf = (limit: Limit): string => `${limit.asOf} ${limit.knownAt}`
  const byName = new Map(limits.map((limit) => [nameOf(limit), limit]))
  const latestFirst = [...byName.values()].toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))
  const places = new Map(latestFirst.map((limit, place) => [nameOf(limit), place]))
  return { latestFirst, placeOf: limits.map((limit) => places.get(nameOf(limit)) ?? 0) }
}

const none: ReadonlyArray<number> = []

/** The places of the cuts for which a fact counts. Most facts before the first of many cuts cost one look. */
export const placesOf = (
  latestFirst: ReadonlyArray<Limit>,
  effectiveOn: CivilDate,
  knownAt: number,
): ReadonlyArray<number> => {
  let places: Array<number> | undefined
  for (let place = 0; place < latestFirst.length; place += 1) {
    const limit = latestFirst[place]
    if (limit === undefined || limit.asOf < effectiveOn) break
    if (knownAt <= limit.knownAt) (places ??= []).push(place)
  }
  return places ?? none
}
