import {
  checkName,
  StoreFailure,
  type Deletion,
  type Expected,
  type StoreError,
} from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import { actualIn } from './append-answer.ts'
import { closedError, closedMeanwhile, kindOf, storeErrorOf } from './failure.ts'
import { checkOurs } from './names.ts'
import { within } from './patience.ts'
import type { Reading } from './pulled.ts'
import { LAST_REVISION } from './read-stream.ts'
import { stateOf, type StreamState } from './stream-state.ts'

type Answer = E.Either<StoreError, void>
const done: Answer = E.right(undefined)

interface Wanted {
  readonly stream: string
  readonly expected: Expected
  readonly deletion: Deletion
}

const conflict = ({ stream, expected }: Wanted, state: StreamState): Answer => {
  const actual = typeof state === 'bigint' ? state : 'noStream'
  return E.left({ type: 'RevisionConflict', stream, expected, actual })
}

/** Sends it; gives `wrong` where the server found another revision. */
const send = async (
  { connection, deadlineMs }: Reading,
  { stream, deletion }: Wanted,
  expected: 'any' | 'no_stream' | bigint,
): Promise<Answer | { readonly wrong: bigint | 'noStream' }> => {
  const client = connection.client()
  const options = { expectedRevision: expected, deadline: deadlineMs }
  try {
    const sent =
      deletion === 'soft'
        ? client.deleteStream(stream, options)
        : client.tombstoneStream(stream, options)
    await within(sent, { closing: connection, deadlineMs })
    return done
  } catch (thrown) {
    if (thrown instanceof StoreFailure) return E.left(closedMeanwhile)
    if (kindOf(thrown) === 'wrongRevision') return { wrong: actualIn(thrown) }
    return E.left(storeErrorOf(thrown, { stream, isChange: true, redact: connection.redact }))
  }
}

const isRevision = (expected: Expected): expected is bigint =>
  typeof expected === 'bigint' && expected >= 0n && expected <= LAST_REVISION

/** What can be answered from the stream's state alone; else the expectation to send. */
const judged = (wanted: Wanted, state: StreamState): Answer | 'any' | 'no_stream' | bigint => {
  const { stream, expected, deletion } = wanted
  if (state === 'tombstoned') return E.left({ type: 'StreamDeleted', stream })
  if (expected === 'exists') {
    if (state === 'hidden') return E.left({ type: 'StreamDeleted', stream })
    return typeof state === 'bigint' ? state : conflict(wanted, state)
  }
  // A revision that no stream can have.
  if (expected !== 'noStream') return conflict(wanted, state)
  if (typeof state === 'bigint' || (deletion === 'soft' && state === 'none'))
    return conflict(wanted, state)
  if (deletion === 'soft') return done
  return state === 'hidden' ? 'any' : 'no_stream'
}

/** The server has no such expectation for deletions: the stream is read, and deleted as it was read. */
const ATTEMPTS = 8

export const remove = async (
  reading: Reading,
  stream: string,
  expected: Expected,
  deletion: Deletion,
): Promise<Answer> => {
  checkName('the name of a stream', stream)
  checkOurs(stream, [])
  const wanted: Wanted = { stream, expected, deletion }
  if (reading.connection.isClosed()) return E.left(closedError)
  try {
    for (let attempt = 1; ; attempt += 1) {
      const isSendable = expected === 'any' || isRevision(expected)
      const verdict = isSendable ? expected : judged(wanted, await stateOf(reading, stream))
      if (typeof verdict === 'object') return verdict
      const answer = await send(reading, wanted, verdict)
      if (!('wrong' in answer)) return answer
      // Somebody appended between the reading and the deletion.
      if (expected === 'exists' && attempt < ATTEMPTS) continue
      return conflict(wanted, await stateOf(reading, stream))
    }
  } catch (thrown) {
    if (thrown instanceof StoreFailure) return E.left(thrown.error)
    throw thrown
  }
}
