import type { Door } from './room.ts'
import type { Instant } from './instant.ts'

/** What the store and the command made of a fact. Nothing of the body stands here again. */
export interface Envelope {
  /** A UUID. */
  readonly id: string
  readonly stream: string
  /** The event's place in its stream, from 0. */
  readonly revision: bigint
  /** The event's place in the whole log: opaque, comparable with `<`, made only by a store. */
  readonly position: string
  /** When the log learned it, by the store's own clock. */
  readonly recordedAt: Instant
  /** When the source says it was learned, where that was before it was imported. */
  readonly declaredAt?: Instant
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
}

/** When a fact was known: as declared by its source, else when the log recorded it. */
export const knownAtOf = (envelope: Pick<Envelope, 'declaredAt' | 'recordedAt'>): Instant =>
  envelope.declaredAt ?? envelope.recordedAt
