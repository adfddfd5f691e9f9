import type { Appended, Expected, NewEvent, StoreError } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { closedError, codeOf, storeErrorOf } from './failure.ts'
import { begin, commit, CommitFailed, rollBack } from './transaction.ts'
import type { Turnstile } from './turnstile.ts'
import type { Writer } from './writer.ts'

type Result = E.Either<StoreError, Appended>

interface Waiting {
  readonly stream: string
  readonly expected: Expected
  readonly batch: ReadonlyArray<NewEvent>
  readonly resolve: (result: Result) => void
  readonly reject: (thrown: unknown) => void
}

export type QueueAppend = (
  stream: string,
  expected: Expected,
  batch: ReadonlyArray<NewEvent>,
) => Promise<Result>

/** Appends in one transaction; what each of them answers once it is committed. */
const appendAll = (writer: Writer, group: ReadonlyArray<Waiting>): ReadonlyArray<() => void> =>
  group.map(({ stream, expected, batch, resolve, reject }) => {
    try {
      const result = writer.append(stream, expected, batch)
      return () => resolve(result)
    } catch (thrown) {
      // A failure of the disk ends the transaction for all; a bug of one writer is its own.
      if (codeOf(thrown) !== undefined) throw thrown
      return () => reject(thrown)
    }
  })

const writeGroup = async (
  database: Database,
  writer: Writer,
  group: ReadonlyArray<Waiting>,
): Promise<void> => {
  // Closed while they waited for their turn.
  if (!database.open) return group.forEach(({ resolve }) => resolve(E.left(closedError)))
  try {
    await begin(database)
    writer.begun()
    const answers = appendAll(writer, group)
    commit(database)
    for (const answer of answers) answer()
  } catch (thrown) {
    const committing = thrown instanceof CommitFailed
    writer.forget()
    try {
      rollBack(database)
      const error = storeErrorOf(committing ? thrown.cause : thrown, committing)
      for (const { resolve } of group) resolve(E.left(error))
    } catch (bug) {
      for (const { reject } of group) reject(bug)
    }
  }
}

/**
 * Appends that are asked for at the same time share one transaction, and so one wait for the disk.
 * Each is still judged on its own, in the order asked; none is answered before the commit.
 */
export const makeGroupCommit = (
  database: Database,
  writer: Writer,
  inTurn: Turnstile,
): QueueAppend => {
  let waiting: Array<Waiting> = []
  return (stream, expected, batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ stream, expected, batch, resolve, reject })
      if (waiting.length > 1) return
      void inTurn(async () => {
        await new Promise((go) => setImmediate(go))
        const group = waiting
        waiting = []
        await writeGroup(database, writer, group)
      })
    })
}
