import type { StreamEnd } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import { REMEMBERED } from './names.ts'
import { streamEnds } from './stream-end.ts'

/** Where the log and its streams end, asked of the file once and then known within one transaction. */
export interface Tail {
  /** At the beginning of a transaction, and after a rollback: others may have written. */
  readonly forget: () => void
  readonly endOf: (stream: number) => StreamEnd
  readonly head: () => number
  /** After events were written: where the stream ends, and the log's last position. */
  readonly moved: (stream: number, end: StreamEnd, position: number) => void
}

export const makeTail = (database: Database): Tail => {
  const endInFile = streamEnds(database)
  const selectHead = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck()
  const ends = new Map<number, StreamEnd>()
  let head: number | undefined
  return {
    forget: () => {
      ends.clear()
      head = undefined
    },
    endOf: (stream) => ends.get(stream) ?? endInFile(stream),
    head: () => head ?? selectHead.get() ?? 0,
    moved: (stream, end, position) => {
      if (ends.size >= REMEMBERED) ends.clear()
      ends.set(stream, end)
      head = position
    },
  }
}
