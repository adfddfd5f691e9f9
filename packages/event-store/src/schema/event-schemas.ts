import type { EventDefinition } from '@tenure/core/shared'
import { isJsonObject } from '../json.ts'
import { schemaOf, type Definitions } from './json-schema.ts'
import type { JsonSchema } from './schema.ts'

/** The stored bodies of a catalogue: one schema an event, and the named values they refer to. */
export interface EventSchemas {
  readonly events: ReadonlyArray<{
    readonly type: string
    readonly version: number
    /** Of `data` as it is stored: the body without its `type`. */
    readonly data: JsonSchema
  }>
  readonly values: ReadonlyMap<string, JsonSchema>
}

/** A body is stored without its type, which stands beside it. */
const withoutType = (schema: JsonSchema): JsonSchema => {
  const { properties, required, allOf } = schema
  if (Array.isArray(allOf)) return { ...schema, allOf: allOf.filter(isJsonObject).map(withoutType) }
  if (!isJsonObject(properties) || !Array.isArray(required)) return schema
  const { type: _, ...rest } = properties
  return { ...schema, properties: rest, required: required.filter((key) => key !== 'type') }
}

export const eventSchemas = (definitions: ReadonlyArray<EventDefinition>): EventSchemas => {
  const known: Definitions = { named: new Map() }
  const events = definitions.map(({ type, version, codec }) => ({
    type,
    version,
    data: withoutType(schemaOf(codec, known)),
  }))
  const values = new Map([...known.named].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return { events, values }
}

const dialect = 'https://json-schema.org/draft/2020-12/schema'

/**
 * One JSON Schema document (draft 2020-12) of all events: `$defs` holds the named values and, under
 * `Type.vN`, the stored `data` of each event; the document itself is any event with its `type`,
 * `schemaVersion` and `data`.
 */
export const jsonSchemaDocument = (
  definitions: ReadonlyArray<EventDefinition>,
  id = 'urn:tenure:events',
): JsonSchema => {
  const { events, values } = eventSchemas(definitions)
  const bodies = events.map(({ type, version, data }) => [
    `${type}.v${version}`,
    { title: type, ...data },
  ])
  return {
    $schema: dialect,
    $id: id,
    title: 'Events of the trade',
    oneOf: events.map(({ type, version }) => ({
      type: 'object',
      properties: {
        type: { const: type },
        schemaVersion: { const: version },
        data: { $ref: `#/$defs/${type}.v${version}` },
      },
      required: ['type', 'schemaVersion', 'data'],
    })),
    $defs: Object.fromEntries([...values, ...bodies]),
  }
}
