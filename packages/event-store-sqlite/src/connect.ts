import { statSync, type Stats } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { codeOf } from './failure.ts'
import { checkFormat, createTables, migrate, standIn } from './format.ts'
import { inMemoryCopy, isUnwritableFolder } from './in-memory-copy.ts'
import type { SqliteOpenError } from './open-error.ts'
import { STANDSTILL_MS, whenFree } from './patience.ts'

export interface ConnectOptions {
  readonly readOnly: boolean
  readonly mustExist: boolean
  /** A copy of the file as it stands will do, where the file itself cannot be followed. */
  readonly mayBeCopy: boolean
  readonly synchronous: 'full' | 'normal'
}

const fail = (type: SqliteOpenError['type'], reason: string): E.Either<SqliteOpenError, never> =>
  E.left({ type, reason })

const statsOf = (file: string): Stats | undefined => statSync(file, { throwIfNoEntry: false })

/** What can be said of a file before it is opened. */
const checkFile = (
  file: string,
  { readOnly, mustExist }: ConnectOptions,
): E.Either<SqliteOpenError, void> => {
  const stats = statsOf(file)
  if (stats === undefined)
    return readOnly || mustExist ? fail('Missing', `There is no file ${file}.`) : E.right(undefined)
  if (stats.isDirectory()) return fail('NotADatabase', `${file} is a directory, not a database.`)
  // Nobody may write it: that holds for an administrator too, whom the system would let through.
  if (!readOnly && (stats.mode & 0o222) === 0)
    return fail('ReadOnly', `${file} is marked read-only, and writing to it was asked for.`)
  return E.right(undefined)
}

const openErrorOf = (thrown: unknown, file: string): SqliteOpenError => {
  const code = codeOf(thrown) ?? ''
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (code.startsWith('SQLITE_NOTADB'))
    return { type: 'NotADatabase', reason: `${file} is not an SQLite database.` }
  if (code.startsWith('SQLITE_READONLY'))
    return { type: 'ReadOnly', reason: `${file} cannot be written: ${message}.` }
  if (code.startsWith('SQLITE_BUSY'))
    return { type: 'Unavailable', reason: `${file} is held by another process.` }
  return { type: 'Unavailable', reason: `${file} cannot be opened: ${message}.` }
}

const makeReady = async (
  database: Database,
  file: string,
  { readOnly, synchronous }: ConnectOptions,
): Promise<E.Either<SqliteOpenError, Database>> => {
  const format = await whenFree(() => checkFormat(database, file))
  if (E.isLeft(format)) return format
  if (readOnly) {
    if (format.right === 'new')
      return fail('NotADatabase', `${file} is empty: no log was ever written to it.`)
    if (format.right === 'older') standIn(database)
    return E.right(database)
  }
  await whenFree(() => database.pragma('journal_mode = WAL'))
  // 32 MB: a long import comes back to the pages of many streams.
  database.pragma('cache_size = -32768')
  database.pragma(`synchronous = ${synchronous}`)
  // Another process may have made the tables since: looked at again with the file in hand.
  const made = await whenFree(() =>
    database
      .transaction(() => {
        const now = checkFormat(database, file)
        if (E.isRight(now) && now.right === 'new') createTables(database)
        if (E.isRight(now) && now.right === 'older') migrate(database)
        return now
      })
      .immediate(),
  )
  return E.isLeft(made) ? made : E.right(database)
}

/** The opened database, or a copy of it where it lies in a folder that does not let SQLite read it. */
const readable = async (
  Engine: typeof BetterSqlite3,
  database: Database,
  file: string,
): Promise<Database> => {
  try {
    await whenFree(() => database.pragma('user_version'))
    return database
  } catch (thrown) {
    const copy = isUnwritableFolder(thrown) ? inMemoryCopy(Engine, file) : undefined
    if (copy === undefined) throw thrown
    database.close()
    return copy
  }
}

/** Opens one connection to the file, making its tables where it is new. */
export const connect = async (
  Engine: typeof BetterSqlite3,
  file: string,
  options: ConnectOptions,
): Promise<E.Either<SqliteOpenError, Database>> => {
  let database: Database | undefined
  try {
    const checked = checkFile(file, options)
    if (E.isLeft(checked)) return checked
    database = new Engine(file, { readonly: options.readOnly, timeout: STANDSTILL_MS })
    if (options.mayBeCopy) database = await readable(Engine, database, file)
    const ready = await makeReady(database, file, options)
    if (E.isLeft(ready)) database.close()
    return ready
  } catch (thrown) {
    database?.close()
    return E.left(openErrorOf(thrown, file))
  }
}
