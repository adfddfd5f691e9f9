import type Database from 'better-sqlite3'
import type { Fault, RowFault, RowFaultType } from '../faults.ts'

/** The faults of a run, kept in the staging file so that a million of them cost no memory. */
export interface FaultBook {
  readonly add: (file: number, line: number, fault: Fault) => void
  /** How many rows have a fault. */
  readonly rows: () => number
  /** By file as given and line. */
  readonly all: () => Iterable<RowFault>
  readonly first: (count: number) => ReadonlyArray<RowFault>
}

interface FaultRow {
  readonly file: number
  readonly line: number
  readonly field: string | null
  readonly type: RowFaultType
  readonly reason: string
}

export const faultBook = (sql: Database.Database, files: ReadonlyArray<string>): FaultBook => {
  const insert = sql.prepare<[number, number, string | null, string, string]>(
    'INSERT INTO faults (file, line, field, type, reason) VALUES (?, ?, ?, ?, ?)',
  )
  const count = sql.prepare<[], { n: number }>(
    'SELECT count(*) AS n FROM (SELECT DISTINCT file, line FROM faults)',
  )
  const select = sql.prepare<[number], FaultRow>(
    'SELECT file, line, field, type, reason FROM faults ORDER BY file, line, rowid LIMIT ?',
  )
  const placed = (fault: FaultRow): RowFault => ({ ...fault, file: files[fault.file] ?? '' })
  return {
    add: (file, line, { field, type, reason }) => void insert.run(file, line, field, type, reason),
    rows: () => count.get()?.n ?? 0,
    all: function* () {
      for (const fault of select.iterate(-1)) yield placed(fault)
    },
    first: (limit) => select.all(limit).map(placed),
  }
}
