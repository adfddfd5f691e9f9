import type { Instant } from '@tenure/core/shared'
import type { Deletable, Log, Subscribable } from '../port.ts'

/** What a case needs beyond one store; a case whose needs are not met cannot be run. */
export type Need =
  /** `reopen` gives a second, independent instance on the same storage. */
  | 'secondInstance'
  /** The store stamps events by the clock that it is given. */
  | 'clock'
  /** The store can be followed. */
  | 'subscribing'
  /** Its streams can be deleted. */
  | 'deleting'
  /** An event id that stands anywhere in the stream is refused, and not only where the batch would stand. */
  | 'uniqueIds'
  /** A subscription that waits is told at once how far the log has grown, also where its filters let nothing through. */
  | 'livePositions'

/** A new, empty store, and what can be done with its storage. */
export interface MadeStore {
  readonly store: Log & Partial<Subscribable & Deletable>
  readonly reopen?: () => Promise<Log & Partial<Subscribable & Deletable>>
}

export type MakeStore = (options?: { readonly clock?: () => Instant }) => Promise<MadeStore>

/** One thing that every store owes. `run` throws a ConformanceFailure where the store does not hold it. */
export interface ConformanceCase {
  /** Its number in our list, kept for good. */
  readonly id: string
  readonly title: string
  readonly needs: ReadonlyArray<Need>
  readonly run: (makeStore: MakeStore) => Promise<void>
}
