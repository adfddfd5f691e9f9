import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { SqliteOpenError } from './open-error.ts'

/** Marks a file as a log of ours, as SQLite's application_id: the letters "Tnur". */
const APPLICATION_ID = 0x546e7572
/** The version of the tables below. Raised when a program of today could not read tomorrow's file. */
export const FORMAT_VERSION = 2

/** Since version 2. Events before a revision are hidden from readers of the stream, or the stream is gone. */
const DELETIONS =
  'CREATE TABLE deletions (stream INTEGER PRIMARY KEY, before INTEGER NOT NULL, tombstone INTEGER NOT NULL) STRICT;'

// Names are said once and numbered: an event costs a few bytes beside its body and its id.
const TABLES = `
  CREATE TABLE categories (category INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE types (type INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE streams (
    stream INTEGER PRIMARY KEY,
    category INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type INTEGER NOT NULL,
    schemaVersion INTEGER NOT NULL,
    recordedAt INTEGER NOT NULL,
    declaredAt INTEGER,
    id BLOB NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX eventsOfStream ON events (stream, revision);
  CREATE UNIQUE INDEX idsOfStream ON events (stream, id);
  ${DELETIONS}
  CREATE TABLE about (word TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FORMAT_VERSION};
`

const isEmpty = (database: Database): boolean =>
  database.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0

/** Whether the opened file is a log of ours; `new` where it holds nothing yet, `older` of an older format. */
export const checkFormat = (
  database: Database,
  file: string,
): E.Either<SqliteOpenError, 'ours' | 'new' | 'older'> => {
  const application = database.pragma('application_id', { simple: true })
  const version = Number(database.pragma('user_version', { simple: true }))
  if (application !== APPLICATION_ID)
    return application === 0 && version === 0 && isEmpty(database)
      ? E.right('new')
      : E.left({
          type: 'ForeignDatabase',
          reason: `${file} is an SQLite database of another program.`,
        })
  if (version > FORMAT_VERSION)
    return E.left({
      type: 'NewerVersion',
      reason: `${file} has format version ${version}, and this program knows versions up to ${FORMAT_VERSION}: use a newer one.`,
    })
  return E.right(version < FORMAT_VERSION ? 'older' : 'ours')
}

/** Brings a file of an older format to today's. To be called within a transaction. */
export const migrate = (database: Database): void => {
  database.exec(`${DELETIONS} PRAGMA user_version = ${FORMAT_VERSION};`)
}

/** Lets a connection that may not write read a file of an older format: what is missing is empty, and its own. */
export const standIn = (database: Database): void => {
  database.exec(DELETIONS.replace('CREATE TABLE', 'CREATE TEMP TABLE'))
}

/** Makes the tables. To be called within a transaction, on a file that is still new. */
export const createTables = (database: Database): void => {
  database.exec(TABLES)
}
