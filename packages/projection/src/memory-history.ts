import type { Fact, Instant } from '@tenure/core/shared'
import type { History, Known } from './history.ts'

/** A history that stands in memory, in the order given. */
export const historyOf = (facts: Iterable<Known>): History => ({
  readAll: async function* ({ types, signal }) {
    const wanted = new Set(types)
    for (const known of facts) {
      signal?.throwIfAborted()
      if (wanted.has(known.body.type)) yield known
    }
  },
})

/** A fact as learned at an instant, with an envelope that no store made. */
export const knownFact = (body: Fact, recordedAt: Instant, place: number): Known => ({
  body,
  envelope: {
    id: `00000000-0000-4000-8000-${place.toString(16).padStart(12, '0')}`,
    stream: 'memory',
    revision: BigInt(place),
    position: String(place).padStart(12, '0'),
    recordedAt,
    schemaVersion: 1,
  },
})
