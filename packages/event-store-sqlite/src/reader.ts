import {
  numberOfPosition,
  positionOfNumber,
  StoreFailure,
  toldRevision,
  windowOf,
  type Log,
  type ReadAllOptions,
  type ReadOptions,
  type Recorded,
} from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { closedError, storeErrorOf } from './failure.ts'
import { whenFree } from './patience.ts'
import { COLUMNS, recordedOf, TABLES, type Row } from './row.ts'
import { streamEnds } from './stream-end.ts'

/** Rows fetched at once: a bound on memory, and on how long the process stands still. */
const PAGE = 1000

const attempt = async <A>(database: Database, query: () => A): Promise<A> => {
  if (!database.open) throw new StoreFailure(closedError)
  try {
    return await whenFree(query)
  } catch (thrown) {
    throw new StoreFailure(storeErrorOf(thrown, false), { cause: thrown })
  }
}

const checkSignal = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
}

/** Lets timers and other work run between two pages. */
const breathe = (): Promise<void> => new Promise((go) => setImmediate(go))

const statementsOf = (database: Database) => ({
  stream: database.prepare<[string], number>('SELECT stream FROM streams WHERE name = ?').pluck(),
  endOf: streamEnds(database),
  head: database.prepare<[], number | null>('SELECT max(position) FROM events').pluck(),
  forwards: database
    .prepare<Array<number>, Row>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE e.stream = ? AND e.revision BETWEEN ? AND ? ORDER BY e.revision`,
    )
    .raw(),
  backwards: database
    .prepare<Array<number>, Row>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE e.stream = ? AND e.revision BETWEEN ? AND ? ORDER BY e.revision DESC`,
    )
    .raw(),
})

type Statements = ReturnType<typeof statementsOf>

/**
 * The number of a stream. No stream has a name that is not well-formed, and SQLite would look for the
 * one whose name has the replacement character there.
 */
const streamOf = ({ stream }: Statements, name: string): number | undefined =>
  name.isWellFormed() ? stream.get(name) : undefined

async function* streamEvents(
  database: Database,
  statements: Statements,
  name: string,
  options: ReadOptions,
): AsyncGenerator<Recorded> {
  checkSignal(options.signal)
  const stream = await attempt(database, () => streamOf(statements, name))
  if (stream === undefined) return
  const streamEnd = await attempt(database, () => statements.endOf(stream))
  if (streamEnd.isTombstoned) throw new StoreFailure({ type: 'StreamDeleted', stream: name })
  const { first, count, step } = windowOf(options, streamEnd)
  const statement = step === 1 ? statements.forwards : statements.backwards
  for (let done = 0; done < count; done += PAGE) {
    const edge = first + step * done
    const end = first + step * (Math.min(count, done + PAGE) - 1)
    const [low, high] = step === 1 ? [edge, end] : [end, edge]
    if (done > 0) await breathe()
    for (const row of await attempt(database, () => statement.all(stream, low, high))) {
      checkSignal(options.signal)
      yield recordedOf(row)
    }
  }
}

const marks = (names: ReadonlyArray<string>): string => names.map(() => '?').join(', ')

/** The statement that gives the next page of the log under these filters. */
const pageStatement = (database: Database, { types, categories }: ReadAllOptions) => {
  const ofTypes =
    types === undefined
      ? ''
      : `AND e.type IN (SELECT type FROM types WHERE name IN (${marks(types)}))`
  const ofCategories =
    categories === undefined
      ? ''
      : `AND s.category IN (SELECT category FROM categories WHERE name IN (${marks(categories)}))`
  // CROSS JOIN keeps SQLite on the log's own order, whatever it thinks of the filters.
  const tables = TABLES.replaceAll('JOIN', 'CROSS JOIN')
  return database
    .prepare<Array<number | string>, Row>(
      `SELECT ${COLUMNS} FROM ${tables} WHERE e.position > ? AND e.position <= ? ${ofTypes} ${ofCategories} ORDER BY e.position LIMIT ?`,
    )
    .raw()
}

async function* logEvents(
  database: Database,
  statements: Statements,
  options: ReadAllOptions,
): AsyncGenerator<Recorded> {
  const { after, upTo, limit = Infinity, types = [], categories = [], signal } = options
  checkSignal(signal)
  // Whoever follows the log by asking again and again must not keep the writers from their turn.
  await breathe()
  const head = (await attempt(database, () => statements.head.get())) ?? 0
  const end = upTo === undefined ? head : Math.min(head, numberOfPosition(upTo))
  const statement = await attempt(database, () => pageStatement(database, options))
  let from = after === undefined ? 0 : numberOfPosition(after)
  let left = limit
  while (from < end && left > 0) {
    const size = Math.min(PAGE, left)
    const page = await attempt(database, () =>
      statement.all(from, end, ...types, ...categories, size),
    )
    for (const row of page) {
      checkSignal(signal)
      from = row[2]
      yield recordedOf(row)
    }
    if (page.length < size) return
    left -= page.length
    await breathe()
  }
}

/** The reading half of a log on one connection, page by page: no reading transaction outlives a page. */
export const makeReader = (database: Database): Pick<Log, 'read' | 'readAll' | 'head'> => {
  const statements = statementsOf(database)
  const revisionOf = async (name: string): Promise<bigint | 'noStream'> =>
    attempt(database, () => {
      const stream = streamOf(statements, name)
      return stream === undefined ? 'noStream' : toldRevision(statements.endOf(stream))
    })
  return {
    read: (name, options = {}) => ({
      [Symbol.asyncIterator]: () => streamEvents(database, statements, name, options),
      exists: async () => (await revisionOf(name)) !== 'noStream',
      revision: () => revisionOf(name),
    }),
    readAll: (options = {}) => logEvents(database, statements, options),
    head: () => async () => {
      try {
        const head = await attempt(database, () => statements.head.get())
        return E.right(head == null ? undefined : positionOfNumber(head))
      } catch (thrown) {
        if (thrown instanceof StoreFailure) return E.left(thrown.error)
        throw thrown
      }
    },
  }
}
