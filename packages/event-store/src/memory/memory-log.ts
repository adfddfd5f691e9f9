import { noStreamYet, type StreamEnd } from '../expectation.ts'
import type { Recorded } from '../port.ts'

/** One stream, and the revision of each of its ids. */
export interface MemoryStream {
  readonly events: Array<Recorded>
  readonly revisionOf: Map<string, number>
  /** Events before this revision were deleted. */
  before: number
  isTombstoned: boolean
}

export const newStream = (): MemoryStream => ({
  events: [],
  revisionOf: new Map(),
  before: 0,
  isTombstoned: false,
})

export const endOf = (stream: MemoryStream | undefined): StreamEnd =>
  stream === undefined
    ? noStreamYet
    : {
        last: stream.events.length - 1,
        before: stream.before,
        isTombstoned: stream.isTombstoned,
      }

/** The whole log, in order, and its streams by name. */
export interface MemoryLog {
  readonly all: Array<Recorded>
  readonly streams: Map<string, MemoryStream>
}
