import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Instant } from '@tenure/core/shared'
import { loadSqliteEngine, openSqliteStore, type SqliteStore } from '@tenure/event-store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type Database from 'better-sqlite3'
import { ImportStopped } from './errors.ts'

/** Loads SQLite, which an older Node cannot do: asked for before anything else is. */
export const loadEngine = async (database: string): Promise<typeof Database> => {
  const engine = await loadSqliteEngine()
  if (E.isLeft(engine))
    throw new ImportStopped({ type: 'DatabaseUnusable', database, error: engine.left })
  return engine.right
}

const opened = async (
  database: string,
  options: Parameters<typeof openSqliteStore>[1],
): Promise<SqliteStore> => {
  const store = await openSqliteStore(database, options)()
  if (E.isLeft(store))
    throw new ImportStopped({ type: 'DatabaseUnusable', database, error: store.left })
  return store.right
}

/** Opens the database to write, and makes it where there is none. */
export const openTarget = (database: string, clock: () => Instant): Promise<SqliteStore> =>
  opened(database, { clock })

/**
 * Opens the database if it is there. An import makes none before it knows that it has something to write,
 * so that a file that cannot be read leaves nothing behind.
 */
export const openExisting = async (
  database: string,
  clock: () => Instant,
  readOnly: boolean,
): Promise<SqliteStore | undefined> => {
  if (existsSync(database)) return opened(database, { clock, readOnly, mustExist: true })
  if (existsSync(dirname(database))) return undefined
  const reason = `There is no folder ${dirname(database)}.`
  throw new ImportStopped({
    type: 'DatabaseUnusable',
    database,
    error: { type: 'Unavailable', reason },
  })
}

/** A second connection that reads what stands in the database beside the log. */
export const readBeside = async <A>(
  Engine: typeof Database,
  database: string,
  read: (sql: Database.Database) => Promise<A>,
): Promise<A> => {
  const sql = new Engine(database, { readonly: true })
  try {
    return await read(sql)
  } finally {
    sql.close()
  }
}
