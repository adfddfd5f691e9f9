import { checkBatch, StoreFailure, type Log, type StoreError } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { closedError, codeOf, storeErrorOf } from './failure.ts'
import { makeReader } from './reader.ts'
import { begin, commit, CommitFailed, rollBack } from './transaction.ts'
import type { Writer } from './writer.ts'

interface Inside {
  readonly log: Log
  /** The first failure of the disk: part of a batch may stand in the transaction, so it must not end well. */
  readonly doom: () => StoreError | undefined
  readonly end: () => void
}

const insideOf = (database: Database, writer: Writer): Inside => {
  let doom: StoreError | undefined
  let ended = false
  const log: Log = {
    ...makeReader(database),
    append: (stream, expected, events) => async () => {
      const batch = checkBatch(stream, events)
      if (ended) throw new Error('an append inside `exclusively` after its transaction has ended')
      if (doom !== undefined) return E.left(doom)
      try {
        return writer.append(stream, expected, batch)
      } catch (thrown) {
        if (codeOf(thrown) === undefined) throw thrown
        doom = storeErrorOf(thrown, false)
        return E.left(doom)
      }
    },
    close: async () => {},
  }
  return {
    log,
    doom: () => doom,
    end: () => {
      ended = true
    },
  }
}

const failureOf = (thrown: unknown): unknown => {
  const committing = thrown instanceof CommitFailed
  const cause = committing ? thrown.cause : thrown
  if (codeOf(cause) === undefined) return thrown
  return new StoreFailure(storeErrorOf(cause, committing), { cause })
}

/** Runs the work within one writing transaction: committed when it returns, rolled back when it throws. */
export const runExclusively = async <A>(
  database: Database,
  writer: Writer,
  work: (inside: Log, database: Database) => Promise<A>,
): Promise<A> => {
  if (!database.open) throw new StoreFailure(closedError)
  const inside = insideOf(database, writer)
  try {
    await begin(database)
    writer.begun()
    const result = await work(inside.log, database)
    inside.end()
    const doom = inside.doom()
    if (doom !== undefined) throw new StoreFailure(doom)
    commit(database)
    return result
  } catch (thrown) {
    inside.end()
    writer.forget()
    rollBack(database)
    throw failureOf(thrown)
  }
}
