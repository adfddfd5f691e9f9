import type { Instant } from '@tenure/core/shared'
import type { StoreError } from '../port.ts'
import type { Position } from '../position.ts'
import type { Registry } from '../registry.ts'

/** What stands beside a command: who, why, and, where it is history from elsewhere, when it was learned. */
export interface CommandContext {
  /** A UUID, for one stream. The same command sent again carries the same one; without it, a new one. */
  readonly commandId?: string
  readonly actor?: string
  /** For whom the actor gave the command, where that is somebody else. */
  readonly onBehalfOf?: string
  /** The way in: an app, a counter, a call. */
  readonly via?: string
  readonly correlationId?: string
  readonly causationId?: string
  readonly declaredAt?: Instant
}

export type HandleFailure<Rejection> =
  | { readonly type: 'Rejected'; readonly rejection: Rejection }
  | { readonly type: 'StoreFailed'; readonly error: StoreError }
  /** Others wrote to the stream each time; `last` is the last conflict. Nothing was written. */
  | { readonly type: 'AttemptsExhausted'; readonly attempts: number; readonly last: StoreError }

/** A command carried out. No `events`: it was so already. */
export interface Handled<State, Event> {
  readonly stream: string
  readonly events: ReadonlyArray<Event>
  /** The state after the command, frozen. Made when it is first asked for. */
  readonly state: State
  readonly revision: bigint | 'noStream'
  /** Where the last of the events stands; absent without events. */
  readonly position?: Position
  /** The same events stood there already: an earlier try had written them. */
  readonly repeated: boolean
}

export interface HandleOptions {
  /** Without it, the room's own events in their current versions. */
  readonly registry?: Registry
  /** How many streams' states are kept. */
  readonly cacheSize?: number
  /** How often a command is decided anew because others wrote first. */
  readonly attempts?: number
  /** How often an append of unknown outcome is sent again. */
  readonly resends?: number
  /** A fresh UUID for a command that carries none. */
  readonly newCommandId?: () => string
}
