import { parseInstant, type Door, type Instant } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import { isEventId } from '../batch.ts'
import { exactJson } from '../json.ts'
import type { Metadata, NewEvent } from '../port.ts'
import { textOfAttribute } from './attribute-text.ts'
import { textAttributes, usualNames, type CloudEventNames } from './to-cloud-event.ts'

/** Why a CloudEvent is none of ours: the attribute, and one clause that goes on from it. */
export interface CloudEventFault {
  readonly attribute: string
  readonly reason: string
}

/** What a CloudEvent says: the event, ready to be appended, and where and when it was recorded. */
export interface FromCloudEvent {
  readonly stream: string
  readonly event: NewEvent
  /** As the sender's store had it; undefined where it does not say. */
  readonly revision?: bigint
  readonly recordedAt?: Instant
}

type Read<A> = E.Either<CloudEventFault, A>

const fault = (attribute: string, reason: string): E.Either<CloudEventFault, never> =>
  E.left({ attribute, reason })

type Attributes = ReadonlyMap<string, unknown>

const textIn = (attributes: Attributes, name: string): Read<string | undefined> => {
  const value = attributes.get(name)
  if (value === undefined) return E.right(undefined)
  const text = typeof value === 'string' ? textOfAttribute(value) : undefined
  return text === undefined
    ? fault(name, 'is no text, or has an escape that is none')
    : E.right(text)
}

const required = (attributes: Attributes, name: string): Read<string> => {
  const value = attributes.get(name)
  return typeof value === 'string' && value !== ''
    ? E.right(value)
    : fault(name, 'is missing, or is no text')
}

const instantIn = (attributes: Attributes, name: string): Read<Instant | undefined> => {
  const value = attributes.get(name)
  if (value === undefined) return E.right(undefined)
  const instant = typeof value === 'string' ? parseInstant(value) : undefined
  return instant === undefined
    ? fault(name, 'is no time in the form of RFC 3339')
    : E.right(instant)
}

const streamIn = (source: string, log: string): Read<string> => {
  const stream = source.startsWith(`${log}/`)
    ? textOfAttribute(source.slice(log.length + 1))
    : undefined
  return stream === undefined || stream === ''
    ? fault('source', `does not name a stream of ${log}`)
    : E.right(stream)
}

const typeIn = (attribute: string, prefix: string): Read<string> => {
  const type = attribute.startsWith(prefix)
    ? textOfAttribute(attribute.slice(prefix.length))
    : undefined
  return type === undefined || type === ''
    ? fault('type', `does not begin with ${JSON.stringify(prefix)}, or names no event`)
    : E.right(type)
}

const metadataIn = (attributes: Attributes): Read<Metadata> => {
  const schemaVersion = attributes.get('schemaversion')
  if (typeof schemaVersion !== 'number' || !Number.isSafeInteger(schemaVersion))
    return fault('schemaversion', 'is missing, or is no whole number')
  const declaredAt = instantIn(attributes, 'declaredat')
  if (E.isLeft(declaredAt)) return declaredAt
  const texts: Record<string, string> = {}
  for (const [member, attribute] of textAttributes) {
    const text = textIn(attributes, attribute)
    if (E.isLeft(text)) return text
    if (text.right !== undefined) texts[member] = text.right
  }
  const { door, ...rest } = texts
  const isDoor = (text: string): text is Door => text === 'ask' || text === 'record'
  if (door !== undefined && !isDoor(door)) return fault('door', 'is neither "ask" nor "record"')
  return E.right({
    schemaVersion,
    ...rest,
    ...(door !== undefined && { door }),
    ...(declaredAt.right !== undefined && { declaredAt: declaredAt.right }),
  })
}

const contentIn = (attributes: Attributes, id: string, type: string): Read<NewEvent> => {
  const metadata = metadataIn(attributes)
  if (E.isLeft(metadata)) return metadata
  if (!attributes.has('data')) return fault('data', 'is missing; binary data is not for this log')
  try {
    return E.right({ id, type, data: exactJson(attributes.get('data')), metadata: metadata.right })
  } catch (thrown) {
    return fault('data', thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/**
 * Reads a CloudEvent that came as JSON: the way back of `toCloudEvent`, under the same names.
 *
 * Shape: the event, ready to be appended, with the stream it was in; extension attributes that are not ours
 * are left out. Rejects, with the attribute at fault: another version of the standard, an id that is no UUID in lower
 * case, a source or a type of others, a missing `schemaversion`, a time that is none, data that is missing or no exact JSON.
 */
export const fromCloudEvent = (
  json: unknown,
  { log, prefix }: CloudEventNames = usualNames,
): Read<FromCloudEvent> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return fault('the event', 'is no JSON object')
  const attributes: Attributes = new Map(Object.entries(json))
  if (attributes.get('specversion') !== '1.0') return fault('specversion', 'is not "1.0"')
  const id = required(attributes, 'id')
  if (E.isLeft(id)) return id
  if (!isEventId(id.right)) return fault('id', 'is no UUID in lower case')
  const source = required(attributes, 'source')
  if (E.isLeft(source)) return source
  const stream = streamIn(source.right, log)
  if (E.isLeft(stream)) return stream
  const typed = required(attributes, 'type')
  if (E.isLeft(typed)) return typed
  const type = typeIn(typed.right, prefix)
  if (E.isLeft(type)) return type
  const event = contentIn(attributes, id.right, type.right)
  if (E.isLeft(event)) return event
  const recordedAt = instantIn(attributes, 'time')
  if (E.isLeft(recordedAt)) return recordedAt
  const revision = attributes.get('revision')
  if (revision !== undefined && !(typeof revision === 'string' && /^\d+$/.test(revision)))
    return fault('revision', 'is no whole number written as text')
  return E.right({
    stream: stream.right,
    event: event.right,
    ...(typeof revision === 'string' && { revision: BigInt(revision) }),
    ...(recordedAt.right !== undefined && { recordedAt: recordedAt.right }),
  })
}
