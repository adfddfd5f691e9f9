import { parseInstant, Text, type Instant } from '@tenure/core/shared'
import type { Json, NewEvent } from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** Our own envelope as a line of NDJSON states it. */
export interface ExportedEvent {
  readonly stream: string
  readonly revision: number
  readonly event: NewEvent
  readonly knownAt: Instant
}

const InstantText = new t.Type<Instant, string>(
  'an ISO instant such as 2026-03-01T12:00:00.000Z',
  t.number.is as (u: unknown) => u is Instant,
  (value, context) => {
    const instant = typeof value === 'string' ? parseInstant(value) : undefined
    return instant === undefined ? t.failure(value, context) : t.success(instant)
  },
  String,
)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const Uuid = t.refinement(t.string, (s) => uuid.test(s), 'a UUID in lower case')
const Whole = t.refinement(
  t.number,
  (n) => Number.isSafeInteger(n) && n >= 0,
  'a whole number from 0',
)

const Line = t.intersection([
  t.type({
    id: Uuid,
    stream: Text,
    revision: Whole,
    type: Text,
    schemaVersion: Whole,
    recordedAt: InstantText,
    data: t.UnknownRecord,
  }),
  t.partial({
    declaredAt: InstantText,
    commandId: t.string,
    actor: t.string,
    onBehalfOf: t.string,
    via: t.string,
    correlationId: t.string,
    causationId: t.string,
    door: t.keyof({ ask: null, record: null }),
  }),
])

const whyNot = (errors: t.Errors): string => {
  const first = errors[0]
  const field = first?.context.findLast(({ key }) => key !== '' && !/^\d+$/.test(key))?.key
  const last = first?.context.at(-1)?.type.name ?? 'something else'
  return field === undefined ? 'it is no object' : `${field} must be ${last}`
}

/** Reads one line; a Left is why it is no event. */
export const readLine = (text: string): E.Either<string, ExportedEvent> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return E.left('it is no JSON')
  }
  const decoded = Line.decode(json)
  if (E.isLeft(decoded)) return E.left(whyNot(decoded.left))
  const { id, stream, revision, type, data, recordedAt, declaredAt, ...rest } = decoded.right
  const { schemaVersion, commandId, actor, onBehalfOf, via, correlationId, causationId, door } =
    rest
  const knownAt = declaredAt ?? recordedAt
  return E.right({
    stream,
    revision,
    knownAt,
    event: {
      id,
      type,
      // What JSON.parse made is JSON.
      data: data as Json,
      metadata: {
        schemaVersion,
        ...(commandId !== undefined && { commandId }),
        ...(actor !== undefined && { actor }),
        ...(onBehalfOf !== undefined && { onBehalfOf }),
        ...(via !== undefined && { via }),
        ...(correlationId !== undefined && { correlationId }),
        ...(causationId !== undefined && { causationId }),
        ...(door !== undefined && { door }),
        declaredAt: knownAt,
      },
    },
  })
}
