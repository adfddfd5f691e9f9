import { knownAtOf, type CivilDate, type Instant } from '@tenure/core/shared'
import type { Log, Recorded } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import type { RoomCommand, RoomName } from '../facts/commands.ts'
import { deskFor, type Rehearsal } from '../facts/desks.ts'
import type { Fault } from '../faults.ts'
import type { FaultBook } from './fault-book.ts'
import type { Rejecter } from './rejecter.ts'

export interface RehearsalRun {
  readonly sql: Database.Database
  /** The log to be added to; undefined where it is known to be empty. */
  readonly log: Log | undefined
  readonly late: 'refuse' | 'now'
  /** When a fact of that declared day was learned. */
  readonly learnedAt: (declaredOn: CivilDate) => Instant
  readonly reject: Rejecter
  readonly faults: FaultBook
}

interface StagedCommand {
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
// keep the staging file from being written meanwhile.
const lineUp = `CREATE TABLE lineUp AS ${commandsSql} ORDER BY c.stream, ${orderSql}`

const statementsOf = (sql: Database.Database) => ({
  batch: sql.prepare<[number], StagedCommand>(
    'SELECT rowid AS place, * FROM lineUp WHERE rowid > ? ORDER BY rowid LIMIT 1000',
  ),
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
})

type Statements = ReturnType<typeof statementsOf>

/** The commands of one stream after another. */
function* byStream(statements: Statements): Generator<ReadonlyArray<StagedCommand>> {
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

/**
 * Rehearses every staged command on the state that it will meet, stream by stream, in the order in which
 * they will be applied, and rejects the rows whose facts the rooms would turn down.
 *
 * A decision depends on its own stream alone, so what passes here is accepted when it is applied. A
 * rejected row takes its other facts along; the streams that they touch are rehearsed again without them.
 */
export const rehearse = async (run: RehearsalRun): Promise<void> => {
  const { sql } = run
  sql.exec(lineUp)
  const statements = statementsOf(sql)
  const again = new Set<string>()
  for (const commands of byStream(statements)) {
    // A row that was rejected meanwhile still stands in the line: its streams come later, without it.
    if (again.has(commands[0]?.stream ?? '')) continue
    const rehearsing = rehearseStream(run, statements, commands, again)
    if (rehearsing !== undefined) await rehearsing
  }
  sql.exec('DROP TABLE lineUp')
  sql.pragma('shrink_memory')
  if (again.size === 0) return
  sql.exec('CREATE INDEX commandsByStream ON commands (stream)')
  // Rows only leave and facts only become late, so this comes to an end.
  for (const stream of again) {
    again.delete(stream)
    await rehearseStream(run, statements, statements.commands.all(stream), again)
  }
}

/** Waits only where there is a past to read. */
const rehearseStream = (
  run: RehearsalRun,
  statements: Statements,
  commands: ReadonlyArray<StagedCommand>,
  again: Set<string>,
): Promise<void> | undefined => {
  const first = commands[0]
  if (first === undefined) return undefined
  const rehearsal = deskFor(first.room).rehearse()
  if (run.log !== undefined)
    return afterPast(run, statements, rehearsal, commands, first.stream, again)
  decideAll(run, statements, rehearsal, commands, first.stream, again)
  return undefined
}

const afterPast = async (
  run: RehearsalRun,
  statements: Statements,
  rehearsal: Rehearsal,
  commands: ReadonlyArray<StagedCommand>,
  stream: string,
  again: Set<string>,
): Promise<void> => {
  let tail: Recorded | undefined
  for await (const recorded of run.log?.read(stream) ?? []) {
    rehearsal.meet(recorded)
    tail = recorded
  }
  const sorted =
    tail !== undefined && sortOutLate(run, statements, commands, tail, again)
      ? statements.commands.all(stream)
      : commands
  decideAll(run, statements, rehearsal, sorted, stream, again)
}

/**
 * A rejected row's facts later in the stream are passed over. Where one of its facts was decided already,
 * what came after it rests on a state that will not be: then the stream is rehearsed again.
 */
const decideAll = (
  run: RehearsalRun,
  statements: Statements,
  rehearsal: Rehearsal,
  commands: ReadonlyArray<StagedCommand>,
  stream: string,
  again: Set<string>,
): void => {
  const decided = new Set<string>()
  const rejected = new Set<string>()
  for (const command of commands) {
    const row = `${command.file}:${command.line}`
    if (rejected.has(row)) continue
    const wrong = decideOne(statements, rehearsal, command)
    if (wrong === undefined) {
      decided.add(row)
      continue
    }
    rejected.add(row)
    run.faults.add(command.file, command.line, wrong)
    for (const touched of run.reject(command.file, command.line))
      if (touched !== stream || decided.has(row)) again.add(touched)
  }
}

/** Deals with facts that were declared for a time before the last event of their stream. */
const sortOutLate = (
  { late, learnedAt, faults, reject }: RehearsalRun,
  statements: Statements,
  commands: ReadonlyArray<StagedCommand>,
  tail: Recorded,
  again: Set<string>,
): boolean => {
  const lastKnown = knownAtOf({ recordedAt: tail.recordedAt, ...tail.metadata })
  const tooLate = commands.filter((c) => c.late === 0 && learnedAt(c.declared) < lastKnown)
  for (const { fact, file, line, declared, stream } of tooLate) {
    if (late === 'now') {
      statements.markLate.run(fact)
      for (const touched of statements.streamsOfFact.all(fact))
        if (touched !== stream) again.add(touched)
    } else {
      faults.add(file, line, lateFault(declared, stream))
      for (const touched of reject(file, line)) if (touched !== stream) again.add(touched)
    }
  }
  return tooLate.length > 0
}

const lateFault = (declared: CivilDate, stream: string): Fault => ({
  type: 'DeclaredTooLate',
  field: 'declaredOn',
  reason: `The fact was learned on ${declared}, and ${stream} already holds an event learned later.`,
})

const decideOne = (
  statements: Statements,
  rehearsal: Rehearsal,
  { fact, nth, json, silent }: StagedCommand,
): Fault | undefined => {
  // The staging file holds what this run put there.
  const answer = rehearsal.decide(JSON.parse(json) as RoomCommand)
  if (answer.kind === 'rejected') return refusalOf(answer)
  const isSilent = answer.events.length === 0 ? 1 : 0
  if (isSilent !== silent) statements.silence.run(isSilent, fact, nth)
  return undefined
}

const refusalOf = ({
  type,
  reason,
}: {
  readonly type: string
  readonly reason: string
}): Fault => ({
  type:
    type === 'ConflictingDuplicate'
      ? 'ConflictingDuplicate'
      : type.startsWith('Unknown')
        ? 'UnknownReference'
        : 'RefusedByRoom',
  field: null,
  reason,
})
