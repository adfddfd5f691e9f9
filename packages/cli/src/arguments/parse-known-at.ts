import { endOfDay, parseInstant, type CivilDate, type Instant } from '@tenure/core/shared'
import { usage } from '../failure.ts'
import { isAskedDay } from './parse-day.ts'

/** What `--known-at` says, before the zone is known. */
export type KnownAtText =
  | { readonly kind: 'day'; readonly day: CivilDate }
  | { readonly kind: 'instant'; readonly instant: Instant }

export const parseKnownAt = (text: string): KnownAtText => {
  if (isAskedDay(text)) return { kind: 'day', day: text }
  const instant = parseInstant(text)
  if (instant === undefined)
    throw usage(
      `--known-at ${JSON.stringify(text)} is neither a day (2026-03-31) nor an instant (2026-03-31T18:00:00Z).`,
    )
  return { kind: 'instant', instant }
}

/** A day means: before the first instant of the next day in the zone. */
export const instantOf = (knownAt: KnownAtText, zone: string): Instant =>
  knownAt.kind === 'instant' ? knownAt.instant : endOfDay(knownAt.day, zone)
