import { formatInstant } from '@tenure/core/shared'
import type { Json, Metadata, Recorded } from '../port.ts'
import { attributeText } from './attribute-text.ts'

/** A CloudEvent 1.0 in its JSON form. Attributes beyond these are ours or a sender's extensions. */
export interface CloudEvent {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly time?: string
  readonly datacontenttype?: string
  readonly dataschema?: string
  readonly data?: Json
  readonly [extension: string]: Json | undefined
}

export interface CloudEventNames {
  /** Names this log among all senders, a URI such as `urn:tenure:shop`: `source` is this, `/` and the stream. */
  readonly log: string
  /** Stands before the name of every event in `type`. */
  readonly prefix: string
}

export const usualNames: CloudEventNames = { log: 'urn:tenure:log', prefix: 'tenure.' }

/** Members of our metadata that are plain text, and their attribute: lower case letters, as the standard asks. */
export const textAttributes = [
  ['commandId', 'commandid'],
  ['actor', 'actor'],
  ['onBehalfOf', 'onbehalfof'],
  ['via', 'via'],
  ['correlationId', 'correlationid'],
  ['causationId', 'causationid'],
  ['door', 'door'],
] as const satisfies ReadonlyArray<readonly [keyof Metadata, string]>

/**
 * A recorded event as a CloudEvent (specification 1.0, JSON format).
 *
 * `id` is the event's own, `source` the log and the stream, so that both together are unique, as the standard
 * asks. `time` is when the store recorded it. What else the envelope says stands in extension attributes:
 * `revision` and `position` as text, `schemaversion`, `declaredat`, and the members of the metadata.
 */
export const toCloudEvent = (
  { id, type, stream, revision, position, recordedAt, data, metadata }: Recorded,
  { log, prefix }: CloudEventNames = usualNames,
): CloudEvent => {
  const texts = textAttributes.flatMap(([member, attribute]) => {
    const value = metadata[member]
    return value === undefined ? [] : [[attribute, attributeText(value)] as const]
  })
  return {
    specversion: '1.0',
    id,
    source: `${log}/${encodeURIComponent(stream)}`,
    type: `${prefix}${attributeText(type)}`,
    time: formatInstant(recordedAt),
    datacontenttype: 'application/json',
    dataschema: `urn:tenure:events#/$defs/${encodeURIComponent(type)}.v${metadata.schemaVersion}`,
    revision: String(revision),
    position,
    schemaversion: metadata.schemaVersion,
    ...(metadata.declaredAt !== undefined && { declaredat: formatInstant(metadata.declaredAt) }),
    ...Object.fromEntries(texts),
    data,
  }
}
