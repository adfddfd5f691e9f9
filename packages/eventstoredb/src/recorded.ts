import type { AllStreamRecordedEvent, RecordedEvent } from '@eventstore/db-client'
import type { Instant } from '@tenure/core/shared'
import { StoreFailure, type Json, type Metadata, type Recorded } from '@tenure/event-store'
import { tokenOf } from './position.ts'

/** What the server itself writes: metadata, deletions, links, statistics. */
export const isSystem = ({
  streamId,
  type,
}: {
  readonly streamId: string
  readonly type: string
}): boolean => type.startsWith('$') || streamId.startsWith('$')

const isMetadata = (value: unknown): value is Metadata =>
  typeof value === 'object' &&
  value !== null &&
  'schemaVersion' in value &&
  Number.isSafeInteger(value.schemaVersion)

/** An event of the server as the port words it. Another program may have written anything. */
export const recordedOf = (event: RecordedEvent | AllStreamRecordedEvent): Recorded => {
  const { id, type, streamId, revision, isJson, metadata, position } = event
  const unreadable = (reason: string): StoreFailure =>
    new StoreFailure({ type: 'EventUnreadable', stream: streamId, revision, reason })
  if (!isJson) throw unreadable('its body is no JSON')
  if (!isMetadata(metadata)) throw unreadable('its metadata is not of this house')
  if (position === undefined) throw unreadable('the server told no position: it is older than 22.6')
  return {
    id,
    type,
    stream: streamId,
    revision,
    // It was parsed from JSON.
    data: event.data as Json,
    metadata,
    position: tokenOf(position),
    // The server stamps whole milliseconds; a Date holds nothing else.
    recordedAt: event.created.getTime() as Instant,
  }
}
