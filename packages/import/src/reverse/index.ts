import type { Instant } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { allBatches, makeBatchTables, type Batch } from '../batches/batches.ts'
import { ImportStopped, type ImportError } from '../errors.ts'
import { loadEngine, openExisting, readBeside } from '../target.ts'
import { takeBack, type Reversal } from './reverse-batch.ts'

export { type Reversal } from './reverse-batch.ts'

/** Which batch to take back, and out of which database. */
export interface ReversalRequest {
  readonly database: string
  readonly batch: string
  /** The store's clock. Default: the computer's. */
  readonly clock?: () => Instant
  readonly signal?: AbortSignal
}

const caught = async <A>(work: () => Promise<A>): Promise<E.Either<ImportError, A>> => {
  try {
    return E.right(await work())
  } catch (thrown) {
    if (thrown instanceof ImportStopped) return E.left(thrown.error)
    throw thrown
  }
}

const withStore = async <A>(
  database: string,
  clock: () => Instant,
  readOnly: boolean,
  work: (store: NonNullable<Awaited<ReturnType<typeof openExisting>>>) => Promise<A>,
): Promise<A> => {
  await loadEngine(database)
  const store = await openExisting(database, clock, readOnly)
  if (store === undefined) {
    const reason = `There is no database ${database}.`
    throw new ImportStopped({
      type: 'DatabaseUnusable',
      database,
      error: { type: 'Missing', reason },
    })
  }
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const now = (): Instant => Date.now() as Instant

/** The imports of a database that can be taken back, and those that were, oldest first. */
export const listBatches =
  (database: string): TaskEither<ImportError, ReadonlyArray<Batch>> =>
  () =>
    caught(() =>
      withStore(database, now, true, async () =>
        readBeside(await loadEngine(database), database, async (sql) => allBatches(sql)),
      ),
    )

/**
 * Takes a wrong import back, whole or not at all.
 *
 * Shape: each of its events is answered by others on the same day, learned now, so that the log of any
 * day as known from now on says what it would say without the import, and as known before says what was
 * believed. Its facts can be imported again. A batch that was taken back stays so: nothing is done twice.
 * Rejects: `UnknownBatch`; `CannotTakeBack`, with the reasons, where later facts rest on it or an event
 * has no answer; `DatabaseUnusable`, `Aborted`.
 */
export const reverseImport =
  (
    { database, batch: name, clock = now, signal }: ReversalRequest,
    onEvents: (done: number) => void = () => {},
  ): TaskEither<ImportError, Reversal> =>
  () =>
    caught(() =>
      withStore(database, clock, false, (store) =>
        store.exclusively(async (inside, sql) => {
          makeBatchTables(sql)
          const batches = allBatches(sql)
          const batch = batches.find((one) => one.batch === name)
          if (batch === undefined)
            throw new ImportStopped({
              type: 'UnknownBatch',
              batch: name,
              known: batches.map((one) => one.batch),
            })
          if (batch.reversedAt !== null)
            return {
              batch: name,
              outcome: 'alreadyTakenBack' as const,
              facts: batch.facts,
              events: 0,
              corrections: 0,
            }
          return takeBack({ inside, sql, batch, now: clock(), onEvents, ...(signal && { signal }) })
        }),
      ),
    )
