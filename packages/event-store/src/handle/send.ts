import * as E from 'fp-ts/lib/Either.js'
import type { Appended, Log, NewEvent, StoreError } from '../port.ts'

export interface Sent {
  readonly result: E.Either<StoreError, Appended>
  /** An outcome was unknown on the way: what stands in the stream may be an earlier try's. */
  readonly doubtful: boolean
}

const isUnknown = (error: StoreError): boolean =>
  error.type === 'StoreUnavailable' && error.outcome === 'unknown'

/** Appends, and sends the identical list and expectation again while the outcome is unknown. */
export const send = async (
  store: Log,
  stream: string,
  expected: bigint | 'noStream',
  events: ReadonlyArray<NewEvent>,
  resends: number,
): Promise<Sent> => {
  const append = store.append(stream, expected, events)
  let result = await append()
  let tries = 0
  while (E.isLeft(result) && isUnknown(result.left) && tries < resends) {
    tries += 1
    result = await append()
  }
  return { result, doubtful: tries > 0 }
}
