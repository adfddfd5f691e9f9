import type { OrderLine } from '@tenure/core/order'
import { MinorUnits, Text } from '@tenure/core/shared'
import type Database from 'better-sqlite3'
import type { RoomCommand } from '../facts/commands.ts'
import { digestOf } from '../facts/identity.ts'
import type { FaultBook } from './fault-book.ts'

interface Document {
  readonly fact: number
  readonly digest: string
  readonly kind: string
  readonly json: string
}

interface StagedLine {
  readonly file: number
  readonly line: number
  readonly lineId: string | null
  readonly json: string
}

/**
 * Puts the documents together from their lines, once all files are read: a document may stand in several
 * places of its file. Equal lines of one file are told apart by counting them, so that a file which comes
 * twice adds no line twice.
 *
 * A document with a row that has a fault is turned down whole, and so is one that comes to what its kind
 * may not: each of its rows is named.
 */
export const assemble = (sql: Database.Database, faults: FaultBook): void => {
  if (sql.prepare('SELECT 1 FROM lines LIMIT 1').get() === undefined) return
  sql.exec('CREATE INDEX linesByFact ON lines (fact, file, line)')
  const documents = sql.prepare<[number], Document>(
    `SELECT f.fact, f.digest, f.kind, c.json FROM facts f JOIN commands c USING (fact)
     WHERE f.fact IN (SELECT DISTINCT fact FROM lines WHERE fact > ? ORDER BY fact LIMIT 100)
     ORDER BY f.fact`,
  )
  const lines = sql.prepare<[number], StagedLine>(
    'SELECT file, line, lineId, json FROM lines WHERE fact = ? ORDER BY file, line',
  )
  const complete = sql.prepare<[string, number]>('UPDATE commands SET json = ? WHERE fact = ?')
  const digest = sql.prepare<[string, number]>('UPDATE facts SET digest = ? WHERE fact = ?')
  dropSpoilt(sql, faults)
  for (let last = 0; ;) {
    const batch = documents.all(last)
    for (const document of batch) {
      last = document.fact
      const rows = lines.all(document.fact)
      const whole = put(document, rows)
      if (typeof whole === 'string') {
        reject(sql, faults, document.fact, rows, whole)
        continue
      }
      complete.run(JSON.stringify(whole.command), document.fact)
      digest.run(whole.digest, document.fact)
    }
    if (batch.length === 0) break
  }
  sql.exec('DROP TABLE lines')
}

/** The lines that count, each with its name. */
const distinct = (rows: ReadonlyArray<StagedLine>): ReadonlyArray<OrderLine> => {
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  return rows.flatMap(({ file, line, lineId, json }) => {
    const name = lineId ?? String(line)
    const same = `${file} ${json}`
    const ordinal = (counts.get(same) ?? 0) + 1
    counts.set(same, ordinal)
    const once = `${ordinal} ${json}`
    if (seen.has(once)) return []
    seen.add(once)
    // The staging file holds what this run put there.
    return Text.is(name)
      ? [{ lineId: name, ...(JSON.parse(json) as Omit<OrderLine, 'lineId'>) }]
      : []
  })
}

interface Whole {
  readonly command: RoomCommand
  readonly digest: string
}

const contentOf = (lines: ReadonlyArray<OrderLine>): string =>
  // The place in a file is no content: a longer file may begin with other rows.
  JSON.stringify(lines.map(({ lineId: _, ...line }) => line))

/** The command with all of its lines, or why it cannot be. */
const put = (document: Document, rows: ReadonlyArray<StagedLine>): Whole | string => {
  const lines = distinct(rows)
  const sum = lines.reduce((total, { netMinor }) => total + netMinor, 0)
  const credit = document.kind === 'saleCredit'
  const totalMinor = credit ? 0 - sum : sum
  if (!MinorUnits.is(totalMinor)) return whyNot(credit, sum)
  const { room, command } = JSON.parse(document.json) as RoomCommand
  const total = credit ? { creditedMinor: totalMinor } : { netMinor: totalMinor }
  return {
    command: { room, command: { ...command, ...total, lines } } as RoomCommand,
    digest: digestOf(`${document.digest} ${contentOf(lines)}`),
  }
}

const whyNot = (credit: boolean, sum: number): string => {
  if (!Number.isSafeInteger(sum)) return 'comes to more than can be kept to the last unit'
  return credit
    ? `adds ${sum} minor units to the sales, and a saleCredit takes money off them`
    : `comes to ${sum} minor units, and a sale below nothing is a saleCredit`
}

const reject = (
  sql: Database.Database,
  faults: FaultBook,
  fact: number,
  rows: ReadonlyArray<{ readonly file: number; readonly line: number }>,
  why: string,
): void => {
  const reason = `The row is part of a document that ${why}.`
  for (const { file, line } of rows)
    faults.add(file, line, { type: 'DocumentRejected', field: null, reason })
  sql.prepare('DELETE FROM commands WHERE fact = ?').run(fact)
  sql.prepare('DELETE FROM lines WHERE fact = ?').run(fact)
  sql.prepare('DELETE FROM facts WHERE fact = ?').run(fact)
}

const dropSpoilt = (sql: Database.Database, faults: FaultBook): void => {
  const spoilt = sql
    .prepare<[], { fact: number; line: number }>(
      'SELECT f.fact, s.line FROM spoilt s JOIN facts f USING (identity)',
    )
    .all()
  const rows = sql.prepare<[number], { file: number; line: number }>(
    'SELECT file, line FROM lines WHERE fact = ? ORDER BY file, line',
  )
  for (const { fact, line } of spoilt)
    reject(sql, faults, fact, rows.all(fact), `is not whole: line ${line} of it has a fault`)
}
