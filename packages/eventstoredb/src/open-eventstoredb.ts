import type { Deletable, Log, Subscribable, SubscribeOptions } from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import { StoreFailure } from '@tenure/event-store'
import { append } from './append.ts'
import { connect } from './connection.ts'
import { logEnd } from './log-end.ts'
import type { Reading } from './pulled.ts'
import { readAllOf } from './read-log.ts'
import { readOf } from './read-stream.ts'
import { remove } from './remove.ts'
import { subscribe, type Followed } from './subscribe.ts'

export interface EventStoreDbOptions {
  /** How long an answer is waited for; after that an append may have been written. Without it, 10,000. */
  readonly deadlineMs?: number
  /** The largest batch that is sent, by the bytes of its bodies: what the server takes. Without it, 1 MiB. */
  readonly maxAppendBytes?: number
}

/** A log on an EventStoreDB server. */
export interface EventStoreDb extends Log, Subscribable, Deletable {
  readonly subscribe: (options?: SubscribeOptions) => Followed
}

const DEADLINE_MS = 10_000
const MAX_APPEND_BYTES = 1_048_576

/**
 * The store behind a connection string, such as `esdb://127.0.0.1:2113?tls=false`. Nothing is sent before the
 * first call. A text that is no connection string throws a TypeError.
 */
export const openEventStoreDb = (
  connectionString: string,
  options: EventStoreDbOptions = {},
): EventStoreDb => {
  const { deadlineMs = DEADLINE_MS, maxAppendBytes = MAX_APPEND_BYTES } = options
  const connection = connect(connectionString)
  const reading: Reading = { connection, deadlineMs }
  return {
    append: (stream, expected, events) => async () =>
      append({ ...reading, maxAppendBytes }, stream, expected, events),
    read: (stream, bounds = {}) => readOf(reading, stream, bounds),
    readAll: (bounds = {}) => readAllOf({ ...reading, signal: bounds.signal }, bounds),
    head: () => async () => {
      try {
        return E.right((await logEnd(reading)).head)
      } catch (thrown) {
        if (thrown instanceof StoreFailure) return E.left(thrown.error)
        throw thrown
      }
    },
    subscribe: (wanted) => subscribe(reading, wanted),
    delete: (stream, expected, deletion) => () => remove(reading, stream, expected, deletion),
    close: connection.close,
  }
}
