import { readFileSync, statSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { codeOf } from './failure.ts'

/** Where the file's header says how it is written: 1 plainly, 2 through a log beside it. */
const JOURNAL_BYTES = [18, 19]

/** Reading a log that lies in a folder where nothing may be written: SQLite cannot put its own files there. */
export const isUnwritableFolder = (thrown: unknown): boolean =>
  /^SQLITE_(READONLY|CANTOPEN)/.test(codeOf(thrown) ?? '')

/**
 * The database as it stands in the file, read whole into memory; it may be as large as the memory allows.
 * Undefined where writes wait beside the file that are not in it yet.
 */
export const inMemoryCopy = (Engine: typeof BetterSqlite3, file: string): Database | undefined => {
  const waiting = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (waiting !== undefined && waiting.size > 0) return undefined
  const bytes = readFileSync(file)
  // In memory there is nothing beside the database, so it has to be a plain one.
  for (const at of JOURNAL_BYTES) bytes[at] = 1
  return new Engine(bytes, { readonly: true })
}
