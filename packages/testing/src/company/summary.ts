import { dayOf, dayNumber, knownAtOf, type CivilDate, type Instant } from '@tenure/core/shared'
import { envelopeOf, type Log } from '@tenure/event-store'
import type { Tally } from './desk.ts'

/** What a played company amounts to. */
export interface CompanySummary {
  readonly customers: number
  readonly events: number
  readonly commands: number
  readonly byType: ReadonlyMap<string, number>
  /** Events by how many days after they were true they became known; 0 is the same day. */
  readonly byLateDays: ReadonlyMap<number, number>
  /** Events learned 1 to 40 days late. */
  readonly lateEvents: number
  /** Commands answered with "already so", by command: word that reached the company twice. */
  readonly alreadySo: ReadonlyMap<string, number>
  /** Commands that the rules turned down, by rejection. */
  readonly rejected: ReadonlyMap<string, number>
  /** Commands of policies that the rules turned down, by policy and rejection. */
  readonly rejectedOfPolicies: ReadonlyMap<string, number>
}

const count = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The day's number of an instant. Events of one day follow each other, so the zone is asked once a day. */
const dayNumbers = (zone: string): ((instant: Instant) => number) => {
  const cached = new Map<number, number>()
  return (instant) => {
    const hour = Math.floor(instant / 3_600_000)
    const known = cached.get(hour) ?? dayNumber(dayOf(instant, zone))
    cached.set(hour, known)
    return known
  }
}

/** Counts what stands in the log. */
export const summarize = async (
  log: Log,
  zone: string,
  customers: number,
  tally: Tally,
): Promise<CompanySummary> => {
  const byType = new Map<string, number>()
  const byLateDays = new Map<number, number>()
  const dayOfInstant = dayNumbers(zone)
  let events = 0
  let lateEvents = 0
  for await (const recorded of log.readAll()) {
    events += 1
    count(byType, recorded.type)
    // Every stored body has the day on which it was true.
    const { effectiveOn } = recorded.data as { readonly effectiveOn: CivilDate }
    const late = dayOfInstant(knownAtOf(envelopeOf(recorded))) - dayNumber(effectiveOn)
    count(byLateDays, late)
    if (late >= 1 && late <= 40) lateEvents += 1
  }
  return { customers, events, byType, byLateDays, lateEvents, ...tally }
}
