import type { Instant } from '@tenure/core/shared'
import {
  checkBatch,
  checkName,
  follow,
  StoreFailure,
  type Deletable,
  type Log,
  type StoreError,
  type Subscribable,
} from '@tenure/event-store'
import type BetterSqlite3 from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { backUp, type BackupOptions } from './back-up.ts'
import { connect, type ConnectOptions } from './connect.ts'
import { loadSqliteEngine } from './engine.ts'
import { runExclusively } from './exclusively.ts'
import { closedError } from './failure.ts'
import { makeGroupCommit } from './group-commit.ts'
import type { SqliteOpenError } from './open-error.ts'
import { makeReader } from './reader.ts'
import { makeTurnstile } from './turnstile.ts'
import { watchFile } from './watch.ts'
import { makeWriter } from './writer.ts'
import { readZone, writeZone } from './zone.ts'

/** A log in one SQLite file. Several processes may read and write the same file at once. */
export interface SqliteStore extends Log, Subscribable, Deletable {
  /**
   * Runs the work as one transaction, alone with the file: `inside` appends to it and sees what it
   * appended, everybody else sees all of it after the work has returned, or none. When the work throws,
   * nothing was written. Work inside must use `inside`: an append to the store itself would wait for ever.
   * A `handle` made on `inside` ends with the work: after a rollback it would remember what is not there.
   */
  readonly exclusively: <A>(work: (inside: Log, database: Database) => Promise<A>) => Promise<A>
  /**
   * Copies the log to a file of another name while it is read and written; the copy is the log as it stood
   * at some moment of the copying, and appears when it is whole. It overwrites nothing.
   */
  readonly backup: (destination: string, options?: BackupOptions) => TaskEither<StoreError, void>
  /** The time zone in which this history's civil days are meant; undefined until it is set. */
  readonly zone: () => string | undefined
  readonly setZone: (zone: string) => void
}

export interface SqliteOptions {
  /** The store's own clock, which stamps `recordedAt`. */
  readonly clock?: () => Instant
  /** Nothing is written; the file must be there. */
  readonly readOnly?: boolean
  /** Without it, a missing file is made. */
  readonly mustExist?: boolean
  /** `full`: what was appended survives a power cut. `normal`: the last moments may not; a kill takes nothing. */
  readonly synchronous?: 'full' | 'normal'
}

const readOnlyError: StoreError = {
  type: 'AccessDenied',
  reason: 'The store was opened for reading only.',
}

/** What a connection can tell of the log, how it is followed, and how it is copied. */
const followed = (reading: Database) => {
  const backup: SqliteStore['backup'] =
    (destination, options = {}) =>
    async () =>
      reading.open ? backUp(reading, destination, options) : E.left(closedError)
  const reader = { ...makeReader(reading), backup }
  const bell = watchFile(reading)
  const subscribe: Subscribable['subscribe'] = (options) => follow(reader, bell, options)
  return { reader: { ...reader, subscribe }, bell }
}

const readingStore = (reading: Database): SqliteStore => {
  const { reader, bell } = followed(reading)
  return {
    ...reader,
    append: () => async () => E.left(readOnlyError),
    delete: () => async () => E.left(readOnlyError),
    exclusively: () => Promise.reject(new StoreFailure(readOnlyError)),
    zone: () => readZone(reading),
    setZone: () => {
      throw new StoreFailure(readOnlyError)
    },
    close: async () => {
      bell.close(closedError)
      reading.close()
    },
  }
}

/** Reads go through a connection of their own, so that they never see a transaction that is still open. */
const writingStore = (writing: Database, reading: Database, clock: () => Instant): SqliteStore => {
  const writer = makeWriter(writing, clock)
  const inTurn = makeTurnstile()
  const queue = makeGroupCommit(writing, writer, inTurn)
  const { reader, bell } = followed(reading)
  return {
    ...reader,
    append: (stream, expected, events) => async () => {
      const batch = checkBatch(stream, events)
      if (!writing.open) return E.left(closedError)
      const answer = await queue(stream, expected, batch)
      bell.ring()
      return answer
    },
    delete: (stream, expected, deletion) => async () => {
      checkName('the name of a stream', stream)
      const work = async () => writer.remove(stream, expected, deletion)
      try {
        return await inTurn(() => runExclusively(writing, writer, work))
      } catch (thrown) {
        if (thrown instanceof StoreFailure) return E.left(thrown.error)
        throw thrown
      }
    },
    exclusively: (work) => inTurn(() => runExclusively(writing, writer, work)).finally(bell.ring),
    zone: () => readZone(reading),
    setZone: (zone) => writeZone(writing, zone),
    close: () =>
      inTurn(async () => {
        bell.close(closedError)
        reading.close()
        writing.close()
      }),
  }
}

const openBoth = async (
  Engine: typeof BetterSqlite3,
  file: string,
  options: ConnectOptions,
  clock: () => Instant,
): Promise<E.Either<SqliteOpenError, SqliteStore>> => {
  const first = await connect(Engine, file, options)
  if (E.isLeft(first)) return first
  if (options.readOnly) return E.right(readingStore(first.right))
  const second = await connect(Engine, file, { ...options, readOnly: true })
  if (E.isLeft(second)) {
    first.right.close()
    return second
  }
  return E.right(writingStore(first.right, second.right, clock))
}

/** Opens the log in a file, or makes one there. */
export const openSqliteStore =
  (file: string, options: SqliteOptions = {}): TaskEither<SqliteOpenError, SqliteStore> =>
  async () => {
    const engine = await loadSqliteEngine()
    if (E.isLeft(engine)) return engine
    const { readOnly = false, mustExist = false, synchronous = 'full' } = options
    // Date.now gives whole milliseconds within the range of an Instant.
    const clock = options.clock ?? (() => Date.now() as Instant)
    return openBoth(
      engine.right,
      file,
      { readOnly, mustExist, mayBeCopy: readOnly, synchronous },
      clock,
    )
  }
