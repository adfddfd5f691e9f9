import type { Encoded, Recorded } from '@tenure/event-store'
import type { RoomCommand } from '../facts/commands.ts'
import { deskFor, type Rehearsal } from '../facts/desks.ts'
import { sortOutLate } from './late.ts'
import { byStream, lineUp, statementsOf, type StagedCommand, type Statements } from './line-up.ts'
import { refusalOf } from './refusal.ts'
import type { RehearsalRun } from './rehearsal-run.ts'

/**
 * Rehearses every staged command on the state that it will meet, stream by stream, in the order in which
 * they will be applied, and rejects the rows whose facts the rooms would turn down.
 *
 * A decision depends on its own stream alone, and nobody writes to the log before it is applied: so the
 * events that are decided here are the events that are appended, and memory holds one stream's state at a
 * time. A rejected row takes its other facts along; the streams that they touch are rehearsed again.
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
  sql.exec(`CREATE INDEX commandsByStream ON commands (stream);
    CREATE INDEX passedByStream ON passed (stream)`)
  // Rows only leave and facts only become late, so this comes to an end.
  for (const stream of again) {
    again.delete(stream)
    statements.takeBack.run(stream)
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
  decideAll(run, statements, rehearsal, commands, 0, again)
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
  let revision = 0
  for await (const recorded of run.log?.read(stream) ?? []) {
    rehearsal.meet(recorded)
    tail = recorded
    revision += 1
  }
  const sorted =
    tail !== undefined && sortOutLate(run, statements, commands, tail, again)
      ? statements.commands.all(stream)
      : commands
  decideAll(run, statements, rehearsal, sorted, revision, again)
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
  firstRevision: number,
  again: Set<string>,
): void => {
  const decided = new Set<string>()
  const rejected = new Set<string>()
  let revision = firstRevision
  for (const command of commands) {
    const { file, line, stream } = command
    const row = `${file}:${line}`
    if (rejected.has(row)) continue
    // The staging file holds what this run put there.
    const answer = rehearsal.decide(JSON.parse(command.json) as RoomCommand)
    if (answer.kind === 'events') {
      decided.add(row)
      pass(statements, command, revision, answer.events)
      revision += answer.events.length
      continue
    }
    rejected.add(row)
    run.faults.add(file, line, refusalOf(answer))
    for (const touched of run.reject(file, line))
      if (touched !== stream || decided.has(row)) again.add(touched)
  }
}

/** Puts down what a command will append, and where. */
const pass = (
  statements: Statements,
  { fact, nth, stream, silent }: StagedCommand,
  revision: number,
  events: ReadonlyArray<Encoded>,
): void => {
  const isSilent = events.length === 0 ? 1 : 0
  if (isSilent !== silent) statements.silence.run(isSilent, fact, nth)
  if (events.length > 0) statements.pass.run(fact, nth, stream, revision, JSON.stringify(events))
}
