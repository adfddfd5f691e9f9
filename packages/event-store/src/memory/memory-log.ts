import type { Recorded } from '../port.ts'

/** One stream, and the revision of each of its ids. */
export interface MemoryStream {
  readonly events: Array<Recorded>
  readonly revisionOf: Map<string, number>
}

/** The whole log, in order, and its streams by name. */
export interface MemoryLog {
  readonly all: Array<Recorded>
  readonly streams: Map<string, MemoryStream>
}
