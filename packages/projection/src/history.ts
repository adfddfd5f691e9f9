import type { Envelope, Fact } from '@tenure/core/shared'

/** One fact of the log: what it says, and what the store and the command made of it. */
export interface Known {
  readonly body: Fact
  readonly envelope: Envelope
}

/** What a replay reads: decoded facts in the order of the log. A store's log, seen through its codecs, is one. */
export interface History {
  readonly readAll: (options: {
    readonly types: ReadonlyArray<string>
    readonly signal?: AbortSignal
  }) => AsyncIterable<Known>
}
