import type { CivilDate } from '@tenure/core/shared'
import { usage } from '../failure.ts'
import type { KnownAtText } from './parse-known-at.ts'

/** One cut as asked: the day, and as known when; everything the log knows where `knownAt` is absent. */
export interface AskedCut {
  readonly asOf: CivilDate
  readonly knownAt?: KnownAtText
}

/**
 * The cuts that `--as-of` and `--known-at` ask for, in the order given.
 *
 * Shape: lists of equal length pair up; a single one is combined with each of the other list;
 * without `--known-at` nothing is cut away by knowledge.
 * Rejects: two lists of different lengths, both longer than one.
 */
export const pairCuts = (
  days: ReadonlyArray<CivilDate>,
  knownAts: ReadonlyArray<KnownAtText>,
): ReadonlyArray<AskedCut> => {
  if (knownAts.length === 0) return days.map((asOf) => ({ asOf }))
  const pairs = Math.max(days.length, knownAts.length)
  const pairUp = days.length === knownAts.length || days.length === 1 || knownAts.length === 1
  if (!pairUp)
    throw usage(
      `${days.length} times --as-of and ${knownAts.length} times --known-at do not pair up: give as many of each, or one of either.`,
    )
  return Array.from({ length: pairs }, (_, index) => {
    const asOf = days[days.length === 1 ? 0 : index]
    const knownAt = knownAts[knownAts.length === 1 ? 0 : index]
    if (asOf === undefined) throw new Error('a pair without a day')
    return knownAt === undefined ? { asOf } : { asOf, knownAt }
  })
}
