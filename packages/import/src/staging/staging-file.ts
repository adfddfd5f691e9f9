import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'

const schema = `
  CREATE TABLE facts (
    fact INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, rule INTEGER NOT NULL, kind TEXT NOT NULL,
    declared TEXT NOT NULL, late INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE commands (
    fact INTEGER NOT NULL, nth INTEGER NOT NULL, room TEXT NOT NULL, stream TEXT NOT NULL,
    json TEXT NOT NULL, silent INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (fact, nth)) WITHOUT ROWID;
  CREATE TABLE passed (
    fact INTEGER NOT NULL, nth INTEGER NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL,
    events TEXT NOT NULL);
  CREATE TABLE ordinals (
    file INTEGER NOT NULL, base TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (file, base)) WITHOUT ROWID;
  CREATE TABLE lines (
    fact INTEGER NOT NULL, file INTEGER NOT NULL, line INTEGER NOT NULL, lineId TEXT,
    json TEXT NOT NULL);
  CREATE TABLE spoilt (
    identity TEXT PRIMARY KEY, file INTEGER NOT NULL, line INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE remembered (
    name TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (name, key)) WITHOUT ROWID;
  CREATE TABLE faults (
    file INTEGER NOT NULL, line INTEGER NOT NULL, field TEXT, type TEXT NOT NULL,
    reason TEXT NOT NULL);
  CREATE TABLE events (
    event INTEGER PRIMARY KEY, file INTEGER NOT NULL, line INTEGER NOT NULL, id TEXT NOT NULL,
    stream TEXT NOT NULL, revision INTEGER NOT NULL, type TEXT NOT NULL, json TEXT NOT NULL,
    present INTEGER NOT NULL DEFAULT 0);
`

const pattern = (database: string): RegExp =>
  new RegExp(
    `^${basename(database).replaceAll(/[^\w]/g, '\\$&')}\\.staging-(\\d+)-\\d+(-journal)?$`,
  )

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM'
  }
}

const inUse = new Set<string>()

/** Removes what imports that were killed have left beside the database. */
export const removeStaleStaging = (database: string): void => {
  const folder = dirname(database)
  for (const name of readdirSync(folder)) {
    const pid = pattern(database).exec(name)?.[1]
    const path = join(folder, name)
    if (pid === undefined || inUse.has(path.replace(/-journal$/, ''))) continue
    if (Number(pid) === process.pid || !isAlive(Number(pid))) rmSync(path, { force: true })
  }
}

export interface StagingFile {
  readonly sql: Database.Database
  /** Closes the file and removes it. */
  readonly discard: () => void
}

let opened = 0

/** A temporary SQLite file beside the database. It is worth nothing after a crash, so nothing is synced. */
export const openStagingFile = (Engine: typeof Database, database: string): StagingFile => {
  opened += 1
  const path = join(dirname(database), `${basename(database)}.staging-${process.pid}-${opened}`)
  inUse.add(path)
  rmSync(path, { force: true })
  const sql = new Engine(path)
  sql.pragma('journal_mode = OFF')
  sql.pragma('synchronous = OFF')
  sql.pragma('locking_mode = EXCLUSIVE')
  sql.pragma('temp_store = FILE')
  sql.pragma('cache_size = -16000')
  sql.exec(schema)
  return {
    sql,
    discard: () => {
      sql.close()
      rmSync(path, { force: true })
      inUse.delete(path)
    },
  }
}
