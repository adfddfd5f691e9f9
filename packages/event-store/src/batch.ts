import { Instant } from '@tenure/core/shared'
import { exactJson } from './json.ts'
import type { Metadata, NewEvent } from './port.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An event's id: a UUID in lower case. */
export const isEventId = (id: string): boolean => UUID.test(id)

/** The same event id twice where one event is meant: a bug of the writer, and nothing was written. */
export class DuplicateEventId extends Error {
  override readonly name = 'DuplicateEventId'
  readonly stream: string
  readonly id: string
  constructor(stream: string, id: string) {
    super(
      `the event id ${id} stands in stream ${JSON.stringify(stream)} already, or twice in the batch`,
    )
    this.stream = stream
    this.id = id
  }
}

/** Names of streams and types are text that every store can keep; anything else is a bug of the caller. */
export const checkName = (what: string, name: string): void => {
  if (typeof name !== 'string' || name === '' || !name.isWellFormed())
    throw new TypeError(
      `${what} is text that is not empty and well-formed: ${JSON.stringify(name)}`,
    )
}

/** What stores keep in columns of their own: another type there would fail in the middle of a batch. */
const checkMetadata = ({ schemaVersion, declaredAt }: Metadata): void => {
  if (!Number.isSafeInteger(schemaVersion))
    throw new TypeError(`a schema version is a whole number: ${String(schemaVersion)}`)
  if (declaredAt !== undefined && !Instant.is(declaredAt))
    throw new TypeError(`a day of learning is an instant, and this is none: ${String(declaredAt)}`)
}

/**
 * For stores: a batch made safe to keep. Every event is copied and frozen, so that nothing its writer
 * changes later reaches the log; what cannot be stored exactly throws, before anything is written.
 */
export const checkBatch = (
  stream: string,
  events: ReadonlyArray<NewEvent>,
): ReadonlyArray<NewEvent> => {
  checkName('the name of a stream', stream)
  const seen = new Set<string>()
  return events.map(({ id, type, data, metadata }) => {
    checkName('the type of an event', type)
    if (!isEventId(id)) throw new TypeError(`an event id is a UUID in lower case: ${id}`)
    if (seen.has(id)) throw new DuplicateEventId(stream, id)
    seen.add(id)
    checkMetadata(metadata)
    // The copy has the fields of what was copied.
    const kept = exactJson(metadata) as unknown as Metadata
    return Object.freeze({ id, type, data: exactJson(data), metadata: kept })
  })
}
