import type { Instant } from '@tenure/core/shared'
import type { Database } from 'better-sqlite3'

/** One run of an import: what it brought can be taken back together. */
export interface Batch {
  /** The source, and which import of it: `bank-3`. */
  readonly batch: string
  readonly source: string
  readonly importedAt: Instant
  readonly facts: number
  /** When it was taken back; null while it stands. */
  readonly reversedAt: Instant | null
}

const tables = `
  CREATE TABLE IF NOT EXISTS importBatches (
    batch TEXT PRIMARY KEY, source TEXT NOT NULL, importedAt INTEGER NOT NULL, facts INTEGER NOT NULL,
    reversedAt INTEGER) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS importTakenBack (
    thing TEXT NOT NULL, scope TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (thing, scope, id)) STRICT, WITHOUT ROWID;`

export const hasTable = (database: Database, name: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !==
  undefined

export const makeBatchTables = (database: Database): void => void database.exec(tables)

const columns = 'batch, source, importedAt, facts, reversedAt'

/** All batches, oldest first. */
export const allBatches = (database: Database): ReadonlyArray<Batch> =>
  hasTable(database, 'importBatches')
    ? database
        .prepare<[], Batch>(`SELECT ${columns} FROM importBatches ORDER BY importedAt, batch`)
        .all()
    : []

export const batchesOf = (database: Database, source: string): ReadonlyArray<Batch> =>
  allBatches(database).filter((batch) => batch.source === source)

/** Opens the next batch of a source. Its name follows from the log alone, so that a repeat names it the same. */
export const openBatch = (
  database: Database,
  source: string,
  facts: number,
  importedAt: Instant,
): string => {
  makeBatchTables(database)
  const batch = `${source}-${batchesOf(database, source).length + 1}`
  database
    .prepare<[string, string, number, number]>(
      'INSERT INTO importBatches (batch, source, importedAt, facts) VALUES (?, ?, ?, ?)',
    )
    .run(batch, source, importedAt, facts)
  return batch
}

export const closeBatch = (database: Database, batch: string, reversedAt: Instant): void =>
  void database
    .prepare<[number, string]>('UPDATE importBatches SET reversedAt = ? WHERE batch = ?')
    .run(reversedAt, batch)
