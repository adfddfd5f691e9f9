import type BetterSqlite3 from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { checkNode } from './node-version.ts'
import type { SqliteOpenError } from './open-error.ts'

/**
 * The SQLite engine, for whoever keeps other tables in the file of a log or in files of their own.
 * It is loaded only when it is asked for: an older Node would end the process without a word.
 *
 * Rejects: `NodeTooOld`.
 */
export const loadSqliteEngine: TaskEither<SqliteOpenError, typeof BetterSqlite3> = async () => {
  const node = checkNode(process.versions.node)
  if (E.isLeft(node)) return node
  const { default: Engine } = await import('better-sqlite3')
  return E.right(Engine)
}
