import { NO_EVENTS } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import { REMEMBERED } from './names.ts'

/** Where the log and its streams end, asked of the file once and then known within one transaction. */
export interface Tail {
  /** At the beginning of a transaction, and after a rollback: others may have written. */
  readonly forget: () => void
  readonly lastOf: (stream: number) => number
  readonly head: () => number
  /** After events were written: the stream's last revision and the log's last position. */
  readonly moved: (stream: number, revision: number, position: number) => void
}

export const makeTail = (database: Database): Tail => {
  const selectLast = database
    .prepare<[number], number>(
      'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1',
    )
    .pluck()
  const selectHead = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck()
  const lasts = new Map<number, number>()
  let head: number | undefined
  return {
    forget: () => {
      lasts.clear()
      head = undefined
    },
    lastOf: (stream) => lasts.get(stream) ?? selectLast.get(stream) ?? NO_EVENTS,
    head: () => head ?? selectHead.get() ?? 0,
    moved: (stream, revision, position) => {
      if (lasts.size >= REMEMBERED) lasts.clear()
      lasts.set(stream, revision)
      head = position
    },
  }
}
