import type { Door, Instant } from '@tenure/core/shared'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Position } from './position.ts'

/** What JSON carries exactly. Stores refuse the rest loudly: `undefined`, NaN, -0, Date, bigint. */
export type Json =
  null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** What the command says about its events, beside their bodies. An absent field stays absent. */
export interface Metadata {
  readonly schemaVersion: number
  readonly commandId?: string
  readonly actor?: string
  /** For whom the actor gave the command, where that is somebody else. */
  readonly onBehalfOf?: string
  /** The way in: an app, a counter, a call. */
  readonly via?: string
  readonly correlationId?: string
  readonly causationId?: string
  readonly door?: Door
  readonly declaredAt?: Instant
}

/** An event on its way in. */
export interface NewEvent {
  /** A UUID in lower case. The same id again at the same expectation is a repeat, not a new event. */
  readonly id: string
  readonly type: string
  readonly data: Json
  readonly metadata: Metadata
}

/** An event as the store gives it back. It is the caller's to read, and changing it changes nothing stored. */
export interface Recorded extends NewEvent {
  readonly stream: string
  /** From 0, without gaps. */
  readonly revision: bigint
  readonly position: Position
  /** The store's own clock when it was appended. */
  readonly recordedAt: Instant
}

/** What the writer believes of the stream; a bigint is the revision of its last event. */
export type Expected = 'any' | 'noStream' | 'exists' | bigint

export interface Appended {
  /** The stream's revision after the append; `noStream` after an append of nothing to no stream. */
  readonly revision: bigint | 'noStream'
  /** The position of the last event of the batch; absent where nothing was ever written. */
  readonly position?: Position
  /** The same events stood there already, and nothing was written. */
  readonly repeated: boolean
}

export type StoreError =
  | {
      readonly type: 'RevisionConflict'
      readonly stream: string
      readonly expected: Expected
      readonly actual: bigint | 'noStream'
    }
  | { readonly type: 'StreamDeleted'; readonly stream: string }
  | {
      readonly type: 'TooLarge'
      readonly stream: string
      readonly bytes: number
      readonly limit: number
    }
  | {
      readonly type: 'EventUnreadable'
      readonly stream: string
      readonly revision: bigint
      readonly reason: string
    }
  | { readonly type: 'AccessDenied'; readonly reason: string }
  | {
      readonly type: 'StoreUnavailable'
      /** `unknown`: it may have been written. Send the identical list and expectation again. */
      readonly outcome: 'notDone' | 'unknown'
      readonly reason: string
    }
  | { readonly type: 'Aborted' }

/** What a store that was closed answers. */
export const closedError: StoreError = {
  type: 'StoreUnavailable',
  outcome: 'notDone',
  reason: 'The store has been closed.',
}

/** What a read throws: one class, the tagged error inside. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  readonly error: StoreError
  constructor(error: StoreError, options?: ErrorOptions) {
    super('reason' in error ? `${error.type}: ${error.reason}` : error.type, options)
    this.error = error
  }
}

export interface ReadOptions {
  /** First revision read, inclusive. Backwards: the newest one read; without it, the tail. */
  readonly from?: bigint
  /** Last revision read, inclusive. */
  readonly to?: bigint
  readonly backwards?: boolean
  /** At most so many events. */
  readonly limit?: number
  readonly signal?: AbortSignal
}

/** One stream's events, pulled. `exists` and `revision` are the stream's true state, however bounded the read. */
export interface StreamRead extends AsyncIterable<Recorded> {
  readonly exists: () => Promise<boolean>
  readonly revision: () => Promise<bigint | 'noStream'>
}

export interface ReadAllOptions {
  /** Exclusive. */
  readonly after?: Position
  /** Inclusive; reads no further, also while others append. */
  readonly upTo?: Position
  readonly limit?: number
  readonly types?: ReadonlyArray<string>
  /** The part of a stream's name before its first `-`. */
  readonly categories?: ReadonlyArray<string>
  readonly signal?: AbortSignal
}

/** What a subscription gives, in the order of the log. */
export type Delivery =
  | { readonly event: Recorded }
  /** Everything up to here was given or passed over by the filters: safe to keep as the place to go on from. */
  | { readonly position: Position }
  /** Everything there was when the store last looked has been given. It comes again after each new rush. */
  | { readonly caughtUp: true }

export interface SubscribeOptions {
  /** Exclusive; without it, from the beginning. `end`: what is appended from the first delivery on. */
  readonly after?: Position | 'end'
  readonly types?: ReadonlyArray<string>
  /** The part of a stream's name before its first `-`. */
  readonly categories?: ReadonlyArray<string>
  readonly signal?: AbortSignal
}

/** A log that can be followed. */
export interface Subscribable {
  /**
   * History first, then what is appended, by whatever process, once each and in order, until the consumer
   * stops pulling. Nothing is read ahead of the consumer beyond one page. The first delivery comes at once,
   * on an empty log too. Throws a StoreFailure: `Aborted` by the signal, `StoreUnavailable` when the store
   * is closed. `return()` ends it at any moment, also while a delivery is being waited for.
   */
  readonly subscribe: (options?: SubscribeOptions) => AsyncIterable<Delivery>
}

/** `soft`: the stream is as if it had never been, and may be begun again. `tombstone`: never again. */
export type Deletion = 'soft' | 'tombstone'

/** A log whose streams can be deleted. */
export interface Deletable {
  /**
   * Hides a stream from those who read it; the log itself keeps its events, so `readAll` and positions are
   * unchanged. After a soft deletion the stream is read as one that never was; an append begins it again,
   * at the revision after its last. An append whose events were written before the deletion answers
   * `StreamDeleted`, and writes nothing. After a tombstone every append, read and deletion of the stream
   * answers `StreamDeleted`. Rejects: `RevisionConflict`, and for a soft deletion of no stream too.
   */
  readonly delete: (
    stream: string,
    expected: Expected,
    deletion: Deletion,
  ) => TaskEither<StoreError, void>
}

/** A log of streams: what every store is. Subscribing and deleting are types of their own. */
export interface Log {
  /** All or nothing. No events: nothing is written, and the answer is the stream's current revision. */
  readonly append: (
    stream: string,
    expected: Expected,
    events: ReadonlyArray<NewEvent>,
  ) => TaskEither<StoreError, Appended>
  readonly read: (stream: string, options?: ReadOptions) => StreamRead
  readonly readAll: (options?: ReadAllOptions) => AsyncIterable<Recorded>
  /** The position of the newest event; undefined on an empty log. */
  readonly head: () => TaskEither<StoreError, Position | undefined>
  readonly close: () => Promise<void>
}
