import type { Recorded } from '@tenure/event-store'
import type { RoomCommand } from '../facts/commands.ts'
import { deskFor, type Rehearsal } from '../facts/desks.ts'
import type { Fault } from '../faults.ts'
import { sortOutLate } from './late.ts'
import { byStream, lineUp, statementsOf, type StagedCommand, type Statements } from './line-up.ts'
import { refusalOf } from './refusal.ts'
import type { RehearsalRun } from './rehearsal-run.ts'

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
