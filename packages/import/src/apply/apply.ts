import type { CivilDate, Instant } from '@tenure/core/shared'
import type { Log } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import { desks, type Performer } from '../facts/desks.ts'
import { commandIdOf } from '../facts/identity.ts'
import type { RoomCommand, RoomName } from '../facts/commands.ts'
import { ImportStopped } from '../errors.ts'

export interface ApplyRun {
  readonly sql: Database.Database
  readonly inside: Log
  readonly source: string
  readonly learnedAt: (declaredOn: CivilDate) => Instant
  readonly onFacts: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

interface OrderedCommand {
  readonly identity: string
  readonly declared: CivilDate
  readonly late: number
  readonly nth: number
  readonly json: string
}

const order = `
  CREATE TABLE ordered (rank INTEGER PRIMARY KEY, fact INTEGER NOT NULL);
  INSERT INTO ordered (fact) SELECT fact FROM facts ORDER BY late, declared, file, line, rule`

const batchSql = `
  SELECT f.identity, f.declared, f.late, c.nth, c.json
  FROM ordered o JOIN facts f ON f.fact = o.fact JOIN commands c ON c.fact = o.fact
  WHERE o.rank > ? AND o.rank <= ? ORDER BY o.rank, c.nth`

const batchSize = 500

/** Applies what staging passed, in the order of the days on which it was learned. */
export const applyFacts = async (run: ApplyRun): Promise<void> => {
  const { sql, onFacts, signal } = run
  sql.exec(order)
  const total = sql.prepare<[], number>('SELECT count(*) FROM ordered').pluck().get() ?? 0
  const batch = sql.prepare<[number, number], OrderedCommand>(batchSql)
  const performers = new Map<RoomName, Performer>()
  for (const [room, desk] of desks) performers.set(room, desk.performer(run.inside))
  for (let done = 0; done < total; done += batchSize) {
    if (signal?.aborted === true) throw new ImportStopped({ type: 'Aborted' })
    for (const row of batch.all(done, done + batchSize)) await applyOne(run, performers, row)
    onFacts(Math.min(done + batchSize, total), total)
  }
}

const applyOne = async (
  { source, learnedAt }: ApplyRun,
  performers: ReadonlyMap<RoomName, Performer>,
  { identity, declared, late, nth, json }: OrderedCommand,
): Promise<void> => {
  // The staging file holds what this run put there.
  const command = JSON.parse(json) as RoomCommand
  const perform = performers.get(command.room)
  if (perform === undefined) throw new TypeError(`no room ${command.room}`)
  await perform(command, {
    commandId: commandIdOf(identity, nth),
    actor: `import:${source}`,
    // A late fact is taken as learned when the store records it.
    ...(late === 0 && { declaredAt: learnedAt(declared) }),
  })
}
