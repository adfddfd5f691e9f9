import type { StreamingRead } from '@eventstore/db-client'
import { StoreFailure } from '@tenure/event-store'
import type { Connection } from './connection.ts'
import { kindOf, mayPass, storeErrorOf } from './failure.ts'
import { checkWanted, pause, pauseMs, within } from './patience.ts'

/** What every read is made with. */
export interface Reading {
  readonly connection: Connection
  readonly deadlineMs: number
  readonly signal?: AbortSignal | undefined
}

/** So often is a read taken up again that gave nothing in between. */
const TRIES = 6

/** As much of a stream of the client as is needed to be done with it. */
interface Leavable {
  readonly removeAllListeners: (event: string) => unknown
  readonly resume: () => unknown
}

/**
 * Leaves a call for good. What the server has sent already is let through and dropped: a call that has ended at
 * the server, and is not read to its end, stays with the client for ever.
 */
export const leave = (stream: Leavable, cancel: () => Promise<void>): void => {
  stream.removeAllListeners('readable')
  stream.resume()
  cancel().catch(() => {})
}

/**
 * What a read of the client gives, one by one. The call is cancelled however the consumer leaves: the client
 * would keep it open, and a hundred open calls are all that one connection has.
 */
export async function* pulled<A>(
  stream: StreamingRead<A>,
  { connection, deadlineMs, signal }: Reading,
): AsyncGenerator<A> {
  // A failure may still be told after the consumer has left, and nobody listening would end the process.
  stream.on('error', () => {})
  const iterator = stream[Symbol.asyncIterator]()
  const patience = { closing: connection, deadlineMs, signal }
  try {
    for (;;) {
      checkWanted(patience)
      const { done, value } = await within(iterator.next(), patience)
      if (done === true) return
      yield value
    }
  } finally {
    leave(stream, () => stream.cancel())
  }
}

/** A read that is taken up again where the connection was lost, from wherever `attempt` has got to. */
export async function* resuming<A>(
  reading: Reading & { readonly stream?: string; readonly tries?: number },
  attempt: () => AsyncIterable<A>,
): AsyncGenerator<A> {
  const { connection, signal, stream, tries = TRIES } = reading
  for (let failures = 0; ; failures += 1) {
    try {
      checkWanted({ closing: connection, signal })
      for await (const item of attempt()) {
        failures = 0
        yield item
      }
      return
    } catch (thrown) {
      if (thrown instanceof StoreFailure) throw thrown
      if (kindOf(thrown) === 'notFound') return
      if (!mayPass(kindOf(thrown)) || failures >= tries) {
        const asked = {
          isChange: false,
          redact: connection.redact,
          ...(stream !== undefined && { stream }),
        }
        throw new StoreFailure(storeErrorOf(thrown, asked))
      }
      await pause(pauseMs(failures + 1), { closing: connection, signal })
    }
  }
}
