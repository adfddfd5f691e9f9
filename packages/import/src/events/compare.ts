import type { Log } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import type { Fault } from '../faults.ts'
import type { FaultBook } from '../staging/fault-book.ts'

interface StagedEvent {
  readonly event: number
  readonly file: number
  readonly line: number
  readonly id: string
  readonly revision: number
}

/** What stands in a stream so far: in the log, then on the lines that were passed. */
interface Past {
  readonly ids: Array<string>
  readonly known: Set<string>
  /** The last staged event that was passed: a stream's lines stand in the order of its revisions. */
  last: number
}

const pastOf = async (log: Log | undefined, stream: string): Promise<Past> => {
  const ids: Array<string> = []
  if (log !== undefined) for await (const { id } of log.read(stream)) ids.push(id)
  return { ids, known: new Set(ids), last: 0 }
}

const divergence = (stream: string, revision: number): Fault => ({
  type: 'DivergingStream',
  field: 'revision',
  reason: `The stream ${stream} holds another event at revision ${revision}: its history diverges from there.`,
})

const gap = (stream: string, revision: number, expected: number): Fault => ({
  type: 'RevisionGap',
  field: 'revision',
  reason: `The stream ${stream} goes on at revision ${revision}, and its revision ${expected} is not there before it.`,
})

const follower = (stream: string, revision: number): Fault => ({
  type: 'RevisionGap',
  field: 'revision',
  reason: `Revision ${revision} of the stream ${stream} follows a revision that was turned down.`,
})

const faultOf = (past: Past, stream: string, { event, id, revision }: StagedEvent) => {
  if (revision < past.ids.length || past.known.has(id)) return divergence(stream, revision)
  if (revision > past.ids.length || event < past.last)
    return gap(stream, revision, Math.min(past.ids.length, revision))
  return undefined
}

const statementsOf = (sql: Database.Database) => ({
  streams: sql
    .prepare<[string], string>(
      'SELECT DISTINCT stream FROM events WHERE stream > ? ORDER BY stream LIMIT 500',
    )
    .pluck(),
  events: sql.prepare<[string], StagedEvent>(
    'SELECT event, file, line, id, revision FROM events WHERE stream = ? ORDER BY revision, event',
  ),
  present: sql.prepare<[number]>('UPDATE events SET present = 1 WHERE event = ?'),
  turnDown: sql.prepare<[number]>('DELETE FROM events WHERE event = ?'),
})

/**
 * Compares each staged stream with the log: what stands there already is marked as present; a stream
 * that says something else at some revision, or leaves one out, is turned down from there on.
 */
export const compareStreams = async (
  sql: Database.Database,
  log: Log | undefined,
  faults: FaultBook,
): Promise<void> => {
  sql.exec('CREATE INDEX eventsByStream ON events (stream, revision, event)')
  const statements = statementsOf(sql)
  for (let last = ''; ;) {
    const names = statements.streams.all(last)
    for (const stream of names) {
      const past = await pastOf(log, stream)
      compareOne(statements, stream, past, faults)
    }
    if (names.length === 0) return
    last = names.at(-1) ?? last
  }
}

const compareOne = (
  { events, present, turnDown }: ReturnType<typeof statementsOf>,
  stream: string,
  past: Past,
  faults: FaultBook,
): void => {
  let down = false
  for (const staged of events.all(stream)) {
    const { event, file, line, id, revision } = staged
    if (past.ids[revision] === id) {
      present.run(event)
      continue
    }
    const wrong = down ? follower(stream, revision) : faultOf(past, stream, staged)
    if (wrong !== undefined) {
      faults.add(file, line, wrong)
      turnDown.run(event)
      down = true
      continue
    }
    past.ids.push(id)
    past.known.add(id)
    past.last = event
  }
}
