import type Database from 'better-sqlite3'
import type { Generations } from '../batches/generations.ts'
import { inGeneration } from '../batches/rename.ts'
import type { FactKind } from '../mapping/kinds.ts'
import type { RoomCommand } from '../facts/commands.ts'
import { commandsOfFact } from '../facts/commands-of-fact.ts'
import { deskFor } from '../facts/desks.ts'
import { digestOf, factIdOf } from '../facts/identity.ts'
import type { ReadLine } from '../facts/line-reader.ts'
import type { ReadFact } from '../facts/read-fact.ts'
import type { Fault } from '../faults.ts'

/** What became of the facts of one row. */
export type Shelved =
  | { readonly kind: 'shelved'; readonly repeated: ReadonlyArray<FactKind> }
  | { readonly kind: 'conflict'; readonly fault: Fault }

/** Where the facts of a run stand until all files are read. */
export interface FactShelf {
  /** All facts of a row, or none: a row is taken whole. */
  readonly put: (file: number, line: number, facts: ReadonlyArray<ReadFact>) => Shelved
  /** Marks a document of lines as not whole: a row of it has a fault. */
  readonly spoil: (file: number, line: number, identityName: string) => void
}

export const conflictFault = (kind: FactKind, where: string): Fault => ({
  type: 'ConflictingDuplicate',
  field: null,
  reason: `The ${kind} has the key of one ${where}, and says something else.`,
})

const statementsOf = (sql: Database.Database) => ({
  fact: sql.prepare<[string, string, number, number, number, string, string]>(
    `INSERT INTO facts (identity, digest, file, line, rule, kind, declared)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING`,
  ),
  known: sql.prepare<[string], { fact: number; digest: string; file: number; line: number }>(
    'SELECT fact, digest, file, line FROM facts WHERE identity = ?',
  ),
  command: sql.prepare<[number | bigint, number, string, string, string]>(
    'INSERT INTO commands (fact, nth, room, stream, json) VALUES (?, ?, ?, ?, ?)',
  ),
  forget: sql.prepare<[number | bigint]>('DELETE FROM facts WHERE fact = ?'),
  forgetCommands: sql.prepare<[number | bigint]>('DELETE FROM commands WHERE fact = ?'),
  line: sql.prepare<[number | bigint, number, number, string | null, string]>(
    'INSERT INTO lines (fact, file, line, lineId, json) VALUES (?, ?, ?, ?, ?)',
  ),
  forgetLine: sql.prepare<[number, number]>('DELETE FROM lines WHERE file = ? AND line = ?'),
  spoil: sql.prepare<[string, number, number]>(
    'INSERT INTO spoilt (identity, file, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  ordinal: sql.prepare<[number, string], { count: number }>(
    `INSERT INTO ordinals (file, base, count) VALUES (?, ?, 1)
     ON CONFLICT (file, base) DO UPDATE SET count = count + 1 RETURNING count`,
  ),
})

export const factShelf = (
  sql: Database.Database,
  files: ReadonlyArray<string>,
  generations: Generations,
): FactShelf => {
  const statements = statementsOf(sql)
  const idOf = (fact: ReadFact, file: number): string => {
    if (!fact.byOrdinal) return generations.fact(factIdOf(fact.identityName))
    const base = digestOf(fact.identityName)
    const ordinal = statements.ordinal.get(file, base)?.count ?? 1
    return generations.fact(factIdOf(fact.identityName, ordinal))
  }
  const putCommands = (fact: number | bigint, commands: ReadonlyArray<RoomCommand>): void =>
    commands.forEach((command, nth) => {
      const stream = deskFor(command.room).streamOf(command)
      statements.command.run(fact, nth, command.room, stream, JSON.stringify(command))
    })
  const putLine = (fact: number | bigint, file: number, line: number, read: ReadLine): void =>
    void statements.line.run(fact, file, line, read.lineId, JSON.stringify(read.line))
  const spoil = (file: number, line: number, identityName: string): void =>
    void statements.spoil.run(generations.fact(factIdOf(identityName)), file, line)
  return {
    spoil,
    put: (file, line, facts) => {
      const taken: Array<number | bigint> = []
      const repeated: Array<FactKind> = []
      for (const fact of facts) {
        const identity = idOf(fact, file)
        const digest = digestOf(fact.content)
        const { kind, rule, declaredOn } = fact
        const put = statements.fact.run(identity, digest, file, line, rule, kind, declaredOn)
        if (put.changes === 1) {
          taken.push(put.lastInsertRowid)
          putCommands(
            put.lastInsertRowid,
            commandsOfFact(inGeneration(fact, generations), identity),
          )
          if (fact.line !== undefined) putLine(put.lastInsertRowid, file, line, fact.line)
          continue
        }
        const known = statements.known.get(identity)
        if (known?.digest === digest) {
          if (fact.line === undefined) repeated.push(kind)
          else putLine(known.fact, file, line, fact.line)
          continue
        }
        for (const row of taken) {
          statements.forget.run(row)
          statements.forgetCommands.run(row)
        }
        const documents = facts.filter((one) => one.line !== undefined)
        if (documents.length > 0) statements.forgetLine.run(file, line)
        for (const { identityName } of documents) spoil(file, line, identityName)
        const where = `on line ${known?.line ?? 0} of ${files[known?.file ?? 0] ?? ''}`
        return { kind: 'conflict', fault: conflictFault(kind, where) }
      }
      return { kind: 'shelved', repeated }
    },
  }
}
