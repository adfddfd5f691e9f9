import { knownAtOf, type CivilDate, type Instant } from '@tenure/core/shared'
import type { Log, Recorded } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import type { RoomCommand, RoomName } from '../facts/commands.ts'
import { deskFor, type Rehearsal } from '../facts/desks.ts'
import type { Fault } from '../faults.ts'
import type { FaultBook } from './fault-book.ts'
import { newReferences, type References } from './references.ts'
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

const statementsOf = (sql: Database.Database) => ({
  streams: sql
    .prepare<[string], string>(
      'SELECT DISTINCT stream FROM commands WHERE stream > ? ORDER BY stream LIMIT 500',
    )
    .pluck(),
  commands: sql.prepare<[string], StagedCommand>(
    `SELECT c.fact, c.nth, c.room, c.json, c.silent, f.file, f.line, f.declared, f.late
     FROM commands c JOIN facts f ON f.fact = c.fact WHERE c.stream = ?
     ORDER BY f.late, f.declared, f.file, f.line, f.rule, c.nth`,
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

/**
 * Rehearses every staged command on the state that it will meet, stream by stream, in the order in which
 * they will be applied, and rejects the rows whose facts the rooms would turn down.
 *
 * A decision depends on its own stream alone, so what passes here is accepted when it is applied. A
 * rejected row takes its other facts along; the streams that they touch are rehearsed again without them.
 */
export const rehearse = async (run: RehearsalRun): Promise<void> => {
  const { sql } = run
  sql.exec('CREATE INDEX commandsByStream ON commands (stream)')
  const statements = statementsOf(sql)
  const again = new Set<string>()
  for (let last = ''; ;) {
    const streams = statements.streams.all(last)
    for (const stream of streams) await rehearseStream(run, statements, stream, again)
    if (streams.length === 0) break
    last = streams.at(-1) ?? last
  }
  // Rows only leave and facts only become late, so this comes to an end.
  for (const stream of again) {
    again.delete(stream)
    await rehearseStream(run, statements, stream, again)
  }
}

const rehearseStream = async (
  run: RehearsalRun,
  statements: Statements,
  stream: string,
  again: Set<string>,
): Promise<void> => {
  let commands = statements.commands.all(stream)
  const room = commands[0]?.room
  if (room === undefined) return
  const stage: Stage = { rehearsal: deskFor(room).rehearse(), references: newReferences() }
  const tail = run.log === undefined ? undefined : await meetPast(run.log, stream, stage)
  if (tail !== undefined && sortOutLate(run, statements, commands, tail, again))
    commands = statements.commands.all(stream)
  decideAll(run, statements, stage, commands, stream, again)
}

/**
 * A rejected row's facts later in the stream are passed over. Where one of its facts was decided already,
 * what came after it rests on a state that will not be: then the stream is rehearsed again.
 */
const decideAll = (
  run: RehearsalRun,
  statements: Statements,
  stage: Stage,
  commands: ReadonlyArray<StagedCommand>,
  stream: string,
  again: Set<string>,
): void => {
  again.delete(stream)
  const decided = new Set<string>()
  const rejected = new Set<string>()
  for (const command of commands) {
    const row = `${command.file}:${command.line}`
    if (rejected.has(row)) continue
    const wrong = decideOne(statements, stage, command)
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

interface Stage {
  readonly rehearsal: Rehearsal
  readonly references: References
}

const meetPast = async (log: Log, stream: string, stage: Stage): Promise<Recorded | undefined> => {
  let tail: Recorded | undefined
  for await (const recorded of log.read(stream)) {
    stage.references.meet(stage.rehearsal.meet(recorded))
    tail = recorded
  }
  return tail
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
  for (const { fact, file, line, declared } of tooLate) {
    if (late === 'now') {
      statements.markLate.run(fact)
      for (const touched of statements.streamsOfFact.all(fact)) again.add(touched)
    } else {
      faults.add(file, line, lateFault(declared, tail.stream))
      for (const touched of reject(file, line)) again.add(touched)
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
  { rehearsal, references }: Stage,
  { fact, nth, json, silent }: StagedCommand,
): Fault | undefined => {
  // The staging file holds what this run put there.
  const command = JSON.parse(json) as RoomCommand
  const answer = rehearsal.decide(command)
  if (answer.kind === 'rejected') return refusalOf(answer)
  answer.events.forEach(references.meet)
  const isSilent = answer.events.length === 0 ? 1 : 0
  if (isSilent === 1) {
    const missing = references.unknown(command)
    if (missing !== undefined)
      return {
        type: 'UnknownReference',
        field: missing.field,
        reason: `The fact refers to ${missing.what}, which is not known by then.`,
      }
  }
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
  type: type === 'ConflictingDuplicate' ? 'ConflictingDuplicate' : 'RefusedByRoom',
  field: null,
  reason,
})
