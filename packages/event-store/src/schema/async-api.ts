import type { EventDefinition } from '@tenure/core/shared'
import { eventSchemas } from './event-schemas.ts'
import type { JsonSchema } from './schema.ts'

/** The events that live in one category of streams. */
export interface Channel {
  readonly category: string
  readonly events: ReadonlyArray<EventDefinition>
}

const headers: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    stream: { type: 'string', minLength: 1 },
    revision: { type: 'string', pattern: String.raw`^\d+$` },
    schemaVersion: { type: 'integer', minimum: 1 },
    recordedAt: { type: 'string', format: 'date-time' },
    declaredAt: { type: 'string', format: 'date-time' },
    commandId: { type: 'string', format: 'uuid' },
    correlationId: { type: 'string' },
    causationId: { type: 'string' },
    actor: { type: 'string' },
    onBehalfOf: { type: 'string' },
    via: { type: 'string' },
    door: { enum: ['ask', 'record'] },
  },
  required: ['id', 'stream', 'revision', 'schemaVersion', 'recordedAt'],
}

const rebased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rebased)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]: [string, unknown]) => [
      key,
      key === '$ref' && typeof member === 'string'
        ? member.replace('#/$defs/', '#/components/schemas/')
        : rebased(member),
    ]),
  )
}

/**
 * An AsyncAPI 3.0 document of the log: a channel a category of streams, a message an event, its payload the
 * stored `data`, its headers the envelope.
 */
export const asyncApiDocument = (
  channels: ReadonlyArray<Channel>,
  info: { readonly title: string; readonly version: string },
): JsonSchema => {
  const { events, values } = eventSchemas(channels.flatMap((channel) => channel.events))
  const messages = events.map(({ type, version, data }) => [
    type,
    {
      name: type,
      contentType: 'application/json',
      headers: { $ref: '#/components/schemas/Envelope' },
      payload: rebased(data),
      'x-schema-version': version,
    },
  ])
  const channelOf = ({ category, events: own }: Channel) => ({
    address: `${category}-{id}`,
    parameters: { id: { description: 'What the stream is about.' } },
    messages: Object.fromEntries(
      own.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
  })
  return {
    asyncapi: '3.0.0',
    info,
    defaultContentType: 'application/json',
    channels: Object.fromEntries(channels.map((one) => [one.category, channelOf(one)])),
    operations: Object.fromEntries(
      channels.map(({ category }) => [
        `record-${category}`,
        { action: 'send', channel: { $ref: `#/channels/${category}` } },
      ]),
    ),
    components: {
      messages: Object.fromEntries(messages),
      schemas: {
        Envelope: headers,
        ...Object.fromEntries([...values].map(([name, schema]) => [name, rebased(schema)])),
      },
    },
  }
}
