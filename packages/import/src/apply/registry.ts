import type { Database } from 'better-sqlite3'

/** The digest of a fact's content, by its identity; undefined where it was never imported. */
export type Registered = (identity: Buffer) => Buffer | undefined

const table = `
  CREATE TABLE IF NOT EXISTS importedFacts (
    identity BLOB PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, digest BLOB NOT NULL
  ) STRICT, WITHOUT ROWID`

const hasTable = (database: Database): boolean =>
  database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'importedFacts'")
    .get() !== undefined

/** Reads the registry of imported facts, which stands in the database beside the log. */
export const registryReader = (database: Database | undefined): Registered => {
  if (database === undefined || !hasTable(database)) return () => undefined
  const select = database
    .prepare<[Buffer], Buffer>('SELECT digest FROM importedFacts WHERE identity = ?')
    .pluck()
  return (identity) => select.get(identity)
}

export type Register = (identity: Buffer, source: string, kind: string, digest: Buffer) => void

/** Writes the registry, within the transaction that writes the events. `identity` is the command id. */
export const registryWriter = (database: Database): Register => {
  database.exec(table)
  const insert = database.prepare<[Buffer, string, string, Buffer]>(
    'INSERT INTO importedFacts (identity, source, kind, digest) VALUES (?, ?, ?, ?)',
  )
  return (identity, source, kind, digest) => void insert.run(identity, source, kind, digest)
}
