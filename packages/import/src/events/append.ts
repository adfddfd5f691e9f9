import type { Log, NewEvent } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { ImportStopped } from '../errors.ts'

interface StagedEvent {
  readonly event: number
  readonly stream: string
  readonly revision: number
  readonly json: string
}

const batchSize = 500

/** Appends the staged events beyond what is there, in the order of the files, with their ids. */
export const appendEvents = async (
  sql: Database.Database,
  inside: Log,
  onEvents: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<void> => {
  const total =
    sql.prepare<[], number>('SELECT count(*) FROM events WHERE present = 0').pluck().get() ?? 0
  const batch = sql.prepare<[number], StagedEvent>(
    `SELECT event, stream, revision, json FROM events WHERE event > ? AND present = 0
     ORDER BY event LIMIT ${batchSize}`,
  )
  let done = 0
  for (let last = 0; ;) {
    if (signal?.aborted === true) throw new ImportStopped({ type: 'Aborted' })
    const events = batch.all(last)
    for (const staged of events) await appendOne(inside, staged)
    if (events.length === 0) return
    last = events.at(-1)?.event ?? last
    done += events.length
    onEvents(done, total)
  }
}

const appendOne = async (inside: Log, { stream, revision, json }: StagedEvent): Promise<void> => {
  // The staging file holds what this run put there.
  const event = JSON.parse(json) as NewEvent
  const expected = revision === 0 ? 'noStream' : BigInt(revision - 1)
  const appended = await inside.append(stream, expected, [event])()
  if (E.isLeft(appended))
    throw new Error(`staging passed event ${revision} of ${stream}, and the store refuses it`)
}
