import { NO_EVENTS, noStreamYet, type StreamEnd } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'

type EndRow = readonly [last: number | null, before: number | null, isTombstoned: number | null]

/** Asks the file where a stream ends, and what of it was deleted. */
export const streamEnds = (database: Database): ((stream: number) => StreamEnd) => {
  const select = database
    .prepare<[number, number], EndRow>(
      `SELECT (SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1), d.before, d.tombstone
       FROM (SELECT 1) LEFT JOIN deletions d ON d.stream = ?`,
    )
    .raw()
  return (stream) => {
    const row = select.get(stream, stream)
    if (row === undefined) return noStreamYet
    const [last, before, tombstone] = row
    return { last: last ?? NO_EVENTS, before: before ?? 0, isTombstoned: tombstone === 1 }
  }
}
