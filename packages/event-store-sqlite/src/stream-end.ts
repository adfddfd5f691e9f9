import { NO_EVENTS, type StreamEnd } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'

type DeletionRow = readonly [before: number, isTombstoned: number]

/** Asks the file where a stream ends, and what of it was deleted. */
export const streamEnds = (database: Database): ((stream: number) => StreamEnd) => {
  const selectLast = database
    .prepare<[number], number>(
      'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1',
    )
    .pluck()
  // A statement of its own: joined to the other it costs three times as much, and it hardly ever finds a row.
  const selectDeletion = database
    .prepare<[number], DeletionRow>('SELECT before, tombstone FROM deletions WHERE stream = ?')
    .raw()
  return (stream) => {
    const last = selectLast.get(stream) ?? NO_EVENTS
    const deletion = selectDeletion.get(stream)
    if (deletion === undefined) return { last, before: 0, isTombstoned: false }
    const [before, tombstone] = deletion
    return { last, before, isTombstoned: tombstone === 1 }
  }
}
