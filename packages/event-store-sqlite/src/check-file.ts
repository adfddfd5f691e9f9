import { setImmediate as breathe } from 'node:timers/promises'
import { StoreFailure } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { checkEvents, rawRows, type Damage, type EventsCheck } from './check-events.ts'
import { connect } from './connect.ts'
import { loadSqliteEngine } from './engine.ts'
import type { SqliteOpenError } from './open-error.ts'
import { whenFree } from './patience.ts'

/** What a file holds, and what is wrong with it. */
export interface FileCheck {
  readonly formatVersion: number
  readonly events: number
  readonly streams: number
  /** How many streams were deleted, softly or for good. */
  readonly deletions: number
  /** SHA-256 of all events in the order of the log, in hex: equal for a file and its backup. */
  readonly digest: string
  /** The first hundred; none: the file is whole. */
  readonly damages: ReadonlyArray<Damage>
  readonly damageCount: number
}

export interface CheckOptions {
  readonly onEvents?: (done: number) => void
  readonly signal?: AbortSignal
}

const PAGE = 1000
const TOLD = 100

/** SQLite's own look at pages and indexes. */
const pageDamages = (database: Database): ReadonlyArray<Damage> =>
  (database.pragma('integrity_check') as ReadonlyArray<{ readonly integrity_check: string }>)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
    .map((reason) => ({ place: 'the file', reason }))

const numberOf = (database: Database, sql: string): number =>
  database.prepare<[], number>(sql).pluck().get() ?? 0

/** Names and deletions that fit no events. */
const streamDamages = (database: Database, { lasts }: EventsCheck): ReadonlyArray<Damage> => {
  const nameless = database
    .prepare<[], string>(
      'SELECT s.name FROM streams s LEFT JOIN categories c ON c.category = s.category WHERE c.name IS NULL',
    )
    .pluck()
    .all()
    .map((name) => ({ place: `the stream ${JSON.stringify(name)}`, reason: 'has no category' }))
  const beyond = database
    .prepare<[], readonly [number, number, string | null]>(
      'SELECT d.stream, d.before, s.name FROM deletions d LEFT JOIN streams s ON s.stream = d.stream',
    )
    .raw()
    .all()
    .filter(([stream, before, name]) => name === null || before > (lasts.get(stream) ?? -1) + 1)
    .map(([stream, before, name]) => ({
      place: `the stream ${name === null ? stream : JSON.stringify(name)}`,
      reason: `is deleted up to revision ${before}, which it never had`,
    }))
  return [...nameless, ...beyond]
}

const checkOpened = async (
  database: Database,
  { onEvents = () => {}, signal }: CheckOptions,
): Promise<FileCheck> => {
  const damages: Array<Damage> = []
  let damageCount = 0
  const tell = (found: ReadonlyArray<Damage>): void => {
    damageCount += found.length
    damages.push(...found.slice(0, TOLD - damages.length))
  }
  tell(await whenFree(() => pageDamages(database)))
  // One snapshot for all pages: what is appended meanwhile is left to the next check.
  database.exec('BEGIN')
  const check = checkEvents()
  const pages = rawRows(database)
  // A position below 1 is damage too, and must be seen.
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    if (signal?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
    const page = pages(after, PAGE)
    for (const row of page) tell(check.row(row))
    onEvents(check.count())
    const last = page.at(-1)
    if (last === undefined) break
    after = last[0]
    await breathe()
  }
  tell(streamDamages(database, check))
  return {
    formatVersion: Number(database.pragma('user_version', { simple: true })),
    events: check.count(),
    streams: numberOf(database, 'SELECT count(*) FROM streams'),
    deletions: numberOf(database, 'SELECT count(*) FROM deletions'),
    digest: check.digest(),
    damages,
    damageCount,
  }
}

/** A file too damaged to be read on is damaged there; everything else that is thrown is not ours to judge. */
const asDamage = (thrown: unknown): string | undefined =>
  thrown instanceof Error &&
  'code' in thrown &&
  /^SQLITE_(CORRUPT|NOTADB)/.test(String(thrown.code))
    ? thrown.message
    : undefined

const unreadable = (reason: string): FileCheck => ({
  formatVersion: 0,
  events: 0,
  streams: 0,
  deletions: 0,
  digest: '',
  damages: [{ place: 'the file', reason }],
  damageCount: 1,
})

/**
 * Verifies a log's file without changing a byte of it: SQLite's pages and indexes, positions and revisions
 * without gaps, rows that can be read, names and deletions that fit. Others may write it meanwhile.
 * Shape: what is wrong is data, in `damages`. Rejects: what opening a file for reading rejects.
 * Throws a StoreFailure, `Aborted`, by the signal. Events are not decoded: that is for whoever has their codecs.
 */
export const checkFile =
  (file: string, options: CheckOptions = {}): TaskEither<SqliteOpenError, FileCheck> =>
  async () => {
    const engine = await loadSqliteEngine()
    if (E.isLeft(engine)) return engine
    const wanted = {
      readOnly: true,
      mustExist: true,
      mayBeCopy: true,
      synchronous: 'full',
    } as const
    const opened = await connect(engine.right, file, wanted)
    if (E.isLeft(opened)) return opened
    try {
      return E.right(await checkOpened(opened.right, options))
    } catch (thrown) {
      const reason = asDamage(thrown)
      if (reason === undefined) throw thrown
      return E.right(unreadable(reason))
    } finally {
      opened.right.close()
    }
  }
