import type { CivilDate } from '@tenure/core/shared'
import type { Database, Statement } from 'better-sqlite3'
import type { RoomName } from '../facts/commands.ts'

/** A command as it waits in the staging file. */
export interface StagedCommand {
  readonly place: number
  readonly stream: string
  readonly fact: number
  readonly nth: number
  readonly room: RoomName
  readonly json: string
  readonly file: number
  readonly line: number
  readonly declared: CivilDate
  readonly late: number
  readonly silent: number
}

const commandsSql = `
  SELECT c.stream, c.fact, c.nth, c.room, c.json, c.silent, f.file, f.line, f.declared, f.late
  FROM commands c JOIN facts f ON f.fact = c.fact`
const orderSql = 'f.late, f.declared, f.file, f.line, f.rule, c.nth'

// Sorted once by SQLite, which spills to disk, and then read in batches: a cursor that stays open would
// keep the staging file from being written meanwhile. Only the order is sorted: commands are long. A
// command that was rejected meanwhile is not met again.
export const lineUp = `
  CREATE TABLE lineUp AS SELECT c.fact, c.nth FROM commands c JOIN facts f ON f.fact = c.fact
  ORDER BY c.stream, ${orderSql}`

const batchSql = `
  SELECT l.rowid AS place, c.stream, c.fact, c.nth, c.room, c.json, c.silent, f.file, f.line,
    f.declared, f.late
  FROM lineUp l CROSS JOIN commands c ON c.fact = l.fact AND c.nth = l.nth
    CROSS JOIN facts f ON f.fact = l.fact
  WHERE l.rowid > ? ORDER BY l.rowid LIMIT 100`

export interface Statements {
  readonly batch: Statement<[number], StagedCommand>
  readonly commands: Statement<[string], StagedCommand>
  readonly markLate: Statement<[number]>
  readonly streamsOfFact: Statement<[number], string>
  readonly silence: Statement<[number, number, number]>
  readonly pass: Statement<[number, number, string, number, string]>
  readonly takeBack: Statement<[string]>
}

export const statementsOf = (sql: Database): Statements => ({
  batch: sql.prepare<[number], StagedCommand>(batchSql),
  commands: sql.prepare<[string], StagedCommand>(
    `${commandsSql} WHERE c.stream = ? ORDER BY ${orderSql}`,
  ),
  markLate: sql.prepare<[number]>('UPDATE facts SET late = 1 WHERE fact = ?'),
  streamsOfFact: sql
    .prepare<[number], string>('SELECT stream FROM commands WHERE fact = ?')
    .pluck(),
  silence: sql.prepare<[number, number, number]>(
    'UPDATE commands SET silent = ? WHERE fact = ? AND nth = ?',
  ),
  pass: sql.prepare<[number, number, string, number, string]>(
    'INSERT INTO passed (fact, nth, stream, revision, events) VALUES (?, ?, ?, ?, ?)',
  ),
  takeBack: sql.prepare<[string]>('DELETE FROM passed WHERE stream = ?'),
})

/** The commands of one stream after another. */
export function* byStream(statements: Statements): Generator<ReadonlyArray<StagedCommand>> {
  let current: Array<StagedCommand> = []
  for (let last = 0; ;) {
    const batch = statements.batch.all(last)
    for (const command of batch) {
      last = command.place
      if (current.length > 0 && current[0]?.stream !== command.stream) {
        yield current
        current = []
      }
      current.push(command)
    }
    if (batch.length > 0) continue
    if (current.length > 0) yield current
    return
  }
}
