import type { Database } from 'better-sqlite3'
import { hasTable } from '../batches/batches.ts'

/** The digest of a fact's content, by its identity; undefined where it was never imported. */
export type Registered = (identity: string) => string | undefined

const table = `
  CREATE TABLE IF NOT EXISTS importedFacts (
    identity BLOB PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, digest BLOB NOT NULL,
    batch TEXT
  ) STRICT, WITHOUT ROWID`

/** Facts that were imported before there were batches are in none. */
const addBatch = (database: Database): void => {
  const columns = database.prepare<[], { name: string }>('PRAGMA table_info(importedFacts)').all()
  if (!columns.some(({ name }) => name === 'batch'))
    database.exec('ALTER TABLE importedFacts ADD COLUMN batch TEXT')
}

/**
 * Reads the registry of imported facts, which stands in the database beside the log; undefined where
 * nothing was ever imported.
 */
export const registryReader = (database: Database | undefined): Registered | undefined => {
  if (database === undefined || !hasTable(database, 'importedFacts')) return undefined
  const select = database
    .prepare<[string], string>(
      "SELECT lower(hex(digest)) FROM importedFacts WHERE identity = unhex(?, '-')",
    )
    .pluck()
  return (identity) => select.get(identity)
}

interface StagedFact {
  readonly identity: string
  readonly kind: string
  readonly digest: string
}

/**
 * Registers all facts that were staged, within the transaction that writes their events. The identity
 * is the fact's command id. They are written in its order, which a tree of random keys takes best.
 */
export const register = (
  database: Database,
  staging: Database,
  source: string,
  batch: string,
): void => {
  database.exec(table)
  addBatch(database)
  const insert = database.prepare<[string, string, string, string, string]>(
    "INSERT INTO importedFacts (identity, source, kind, digest, batch) VALUES (unhex(?, '-'), ?, ?, unhex(?), ?)",
  )
  const next = staging.prepare<[string], StagedFact>(
    `SELECT identity, kind, digest FROM facts WHERE identity > ? ORDER BY identity LIMIT 500`,
  )
  for (let last = ''; ;) {
    const facts = next.all(last)
    for (const { identity, kind, digest } of facts)
      insert.run(identity, source, kind, digest, batch)
    const end = facts.at(-1)
    if (end === undefined) return
    last = end.identity
  }
}
