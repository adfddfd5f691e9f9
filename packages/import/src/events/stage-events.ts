import { catalogue } from '@tenure/core/catalogue'
import { formatInstant, type Instant } from '@tenure/core/shared'
import { makeRegistry, StoreFailure } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { ImportStopped } from '../errors.ts'
import type { Fault } from '../faults.ts'
import { linesOf, withoutReturn } from '../read/lines.ts'
import { textOf } from '../read/open.ts'
import type { FaultBook } from '../staging/fault-book.ts'
import type { Tally } from '../tally.ts'
import { readLine, type ExportedEvent } from './envelope.ts'

export interface EventStaging {
  readonly sql: Database.Database
  readonly files: ReadonlyArray<string>
  readonly now: Instant
  readonly faults: FaultBook
  readonly tally: Tally
  readonly onBytes: (more: number) => void
  readonly onRows: () => void
  readonly signal?: AbortSignal
}

const registry = makeRegistry(catalogue)

const unreadable = (reason: string): Fault => ({
  type: 'UnreadableEvent',
  field: null,
  reason: `The line holds no event: ${reason}.`,
})

const faultOf = ({ stream, revision, event, knownAt }: ExportedEvent, now: Instant) => {
  if (knownAt > now)
    return {
      type: 'FromTheFuture',
      field: 'declaredAt',
      reason: `The event was learned at ${formatInstant(knownAt)}, and now it is ${formatInstant(now)}.`,
    } as const
  try {
    registry.decode({ ...event, stream, revision: BigInt(revision) })
    return undefined
  } catch (error) {
    if (error instanceof StoreFailure && error.error.type === 'EventUnreadable')
      return unreadable(error.error.reason)
    throw error
  }
}

/** Reads every line once; a line that is an event is staged, any other is a fault. */
export const stageEvents = async (run: EventStaging): Promise<void> => {
  const { sql, files, tally, faults, onBytes, onRows, signal } = run
  const insert = sql.prepare<[number, number, string, string, number, string, string]>(
    'INSERT INTO events (file, line, id, stream, revision, type, json) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const stageLine = (file: number, line: number, text: string): void => {
    if (text.trim() === '') return
    tally.rows += 1
    const read = readLine(text)
    if (E.isLeft(read)) return faults.add(file, line, unreadable(read.left))
    const wrong = faultOf(read.right, run.now)
    if (wrong !== undefined) return faults.add(file, line, wrong)
    const { stream, revision, event } = read.right
    insert.run(file, line, event.id, stream, revision, event.type, JSON.stringify(event))
  }
  for (const [index, file] of files.entries()) {
    let line = 0
    for await (const lines of linesOf(textOf(file, { onBytes, ...(signal && { signal }) }))) {
      if (signal?.aborted === true) throw new ImportStopped({ type: 'Aborted' })
      for (const text of lines) stageLine(index, (line += 1), withoutReturn(text))
      onRows()
    }
  }
}
