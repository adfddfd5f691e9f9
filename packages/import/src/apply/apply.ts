import type { CivilDate, Instant } from '@tenure/core/shared'
import { eventIds, type Encoded, type Log, type NewEvent } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { ImportStopped } from '../errors.ts'
import { commandIdOf } from '../facts/identity.ts'

export interface ApplyRun {
  readonly sql: Database.Database
  readonly inside: Log
  readonly source: string
  readonly batch: string
  readonly learnedAt: (declaredOn: CivilDate) => Instant
  readonly onCommands: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

interface OrderedCommand {
  readonly identity: string
  readonly declared: CivilDate
  readonly late: number
  readonly nth: number
  readonly stream: string
  readonly revision: number
  readonly events: string
}

// Only the order is sorted: events are long, and a sort writes all that it carries to disk again.
const order = `
  CREATE TABLE ordered AS
  SELECT p.rowid AS passed
  FROM passed p JOIN facts f ON f.fact = p.fact
  ORDER BY f.late, f.declared, f.file, f.line, f.rule, p.nth`

const batchSql = `
  SELECT f.identity, f.declared, f.late, p.nth, p.stream, p.revision, p.events
  FROM ordered o CROSS JOIN passed p ON p.rowid = o.passed CROSS JOIN facts f ON f.fact = p.fact
  WHERE o.rowid > ? AND o.rowid <= ? ORDER BY o.rowid`

const batchSize = 50

/** Appends the events that were decided in rehearsal, in the order of the days on which they were learned. */
export const applyFacts = async (run: ApplyRun): Promise<void> => {
  const { sql, onCommands, signal } = run
  sql.exec(order)
  const total = sql.prepare<[], number>('SELECT count(*) FROM ordered').pluck().get() ?? 0
  const batch = sql.prepare<[number, number], OrderedCommand>(batchSql)
  for (let done = 0; done < total; done += batchSize) {
    if (signal?.aborted === true) throw new ImportStopped({ type: 'Aborted' })
    for (const command of batch.all(done, done + batchSize)) await applyOne(run, command)
    onCommands(Math.min(done + batchSize, total), total)
  }
}

const applyOne = async (run: ApplyRun, command: OrderedCommand): Promise<void> => {
  const { stream, revision } = command
  const expected = revision === 0 ? 'noStream' : BigInt(revision - 1)
  const appended = await run.inside.append(stream, expected, eventsOf(run, command))()
  if (E.isRight(appended)) return
  throw new Error(
    `staging passed revision ${revision} of ${stream}, and the store refuses it: ${appended.left.type}`,
  )
}

const eventsOf = (
  { source, batch, learnedAt }: ApplyRun,
  { identity, declared, late, nth, events }: OrderedCommand,
): ReadonlyArray<NewEvent> => {
  const commandId = commandIdOf(identity, nth)
  // The staging file holds what this run put there.
  const encoded = JSON.parse(events) as ReadonlyArray<Encoded>
  const ids = eventIds(commandId, encoded.length)
  return encoded.map(({ type, schemaVersion, data }, index) => ({
    id: ids[index] ?? '',
    type,
    data,
    metadata: {
      schemaVersion,
      commandId,
      door: 'record',
      actor: `import:${source}`,
      correlationId: batch,
      // A late fact is taken as learned when the store records it.
      ...(late === 0 && { declaredAt: learnedAt(declared) }),
    },
  }))
}
