import type {
  AppendExpectedRevision,
  AppendResult,
  EventData,
  JSONType,
} from '@eventstore/db-client'
import {
  checkBatch,
  StoreFailure,
  type Appended,
  type Expected,
  type NewEvent,
  type StoreError,
} from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import { answerOf, refusalOf, type Attempt } from './append-answer.ts'
import { closedError, closedMeanwhile, kindOf, storeErrorOf } from './failure.ts'
import { lastPlace } from './log-end.ts'
import { checkOurs } from './names.ts'
import { within } from './patience.ts'
import type { Reading } from './pulled.ts'
import { LAST_REVISION } from './read-stream.ts'
import { stateOf } from './stream-state.ts'

type Answer = E.Either<StoreError, Appended>

const eventData = ({ id, type, data, metadata }: NewEvent): EventData => ({
  contentType: 'application/json',
  id,
  type,
  // The client writes whatever JSON.stringify can write; its type leaves out numbers, truth values and null.
  data: data as JSONType,
  metadata: { ...metadata },
})

const expectedRevision = (expected: Expected): AppendExpectedRevision => {
  if (expected === 'noStream') return 'no_stream'
  return expected === 'exists' ? 'stream_exists' : expected
}

const bytesOf = (batch: ReadonlyArray<NewEvent>): number =>
  batch.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0)

/** Revisions that no stream can have are not sent: the wire would make others of them. */
const isImpossible = (expected: Expected): boolean =>
  typeof expected === 'bigint' && (expected < 0n || expected > LAST_REVISION)

/** Nothing to write, or to write where nothing can be: only the stream's state is asked. */
const unsent = async (reading: Reading, { stream, expected, batch }: Attempt): Promise<Answer> => {
  const state = await stateOf(reading, stream)
  if (state === 'tombstoned' || (state === 'hidden' && expected === 'exists'))
    return E.left({ type: 'StreamDeleted', stream })
  const revision = typeof state === 'bigint' ? state : 'noStream'
  return batch.length === 0
    ? E.right({ revision, repeated: false })
    : E.left({ type: 'RevisionConflict', stream, expected, actual: revision })
}

const send = async (reading: Reading, attempt: Attempt): Promise<Answer> => {
  const { connection, deadlineMs } = reading
  const { stream, expected, batch, bytes } = attempt
  // Read before, and not beside: what stands up to here was there before this append.
  const before = await lastPlace(reading)
  const client = connection.client()
  let result: AppendResult
  try {
    const sent = client.appendToStream(stream, batch.map(eventData), {
      expectedRevision: expectedRevision(expected),
      deadline: deadlineMs,
    })
    result = await within(sent, { closing: connection, deadlineMs })
  } catch (thrown) {
    // Closed while it was under way.
    if (thrown instanceof StoreFailure) return E.left(closedMeanwhile)
    const kind = kindOf(thrown)
    if (kind === 'wrongRevision') return refusalOf(reading, attempt, thrown)
    if (kind === 'tooLarge')
      return E.left({ type: 'TooLarge', stream, bytes, limit: limitIn(thrown) ?? attempt.limit })
    // The client keeps its first answer about the server, and a failure of it, for ever.
    if (kind === 'unsent') connection.renew(client)
    return E.left(storeErrorOf(thrown, { stream, isChange: true, redact: connection.redact }))
  }
  return answerOf(reading, attempt, result, before)
}

const limitIn = (thrown: unknown): number | undefined => {
  const { maxAppendSize = undefined } =
    typeof thrown === 'object' && thrown !== null && 'maxAppendSize' in thrown ? thrown : {}
  return typeof maxAppendSize === 'number' && maxAppendSize > 0 ? maxAppendSize : undefined
}

/** One batch; what cannot be stored throws before anything is sent. */
export const append = async (
  reading: Reading & { readonly maxAppendBytes: number },
  stream: string,
  expected: Expected,
  events: ReadonlyArray<NewEvent>,
): Promise<Answer> => {
  const batch = checkBatch(stream, events)
  checkOurs(stream, batch)
  const { connection, maxAppendBytes: limit } = reading
  if (connection.isClosed()) return E.left(closedError)
  const bytes = bytesOf(batch)
  if (bytes > limit) return E.left({ type: 'TooLarge', stream, bytes, limit })
  const attempt: Attempt = { stream, expected, batch, bytes, limit }
  try {
    return batch.length === 0 || isImpossible(expected)
      ? await unsent(reading, attempt)
      : await send(reading, attempt)
  } catch (thrown) {
    if (thrown instanceof StoreFailure) return E.left(thrown.error)
    throw thrown
  }
}
