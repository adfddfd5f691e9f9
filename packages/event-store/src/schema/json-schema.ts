import { isPersonal } from '@tenure/core/shared'
import * as t from 'io-ts'
import { constraints } from './constraints.ts'
import type { JsonSchema } from './schema.ts'

/** Gathers the named values that a schema refers to, so that each is told once. */
export interface Definitions {
  readonly named: Map<string, JsonSchema>
}

const refine = (codec: t.Any & { readonly type: t.Any }, known: Definitions): JsonSchema => {
  const { name } = codec
  if (!known.named.has(name)) {
    const base = schemaOf(codec.type, known)
    const { $ref, ...own } = base
    const inherited = $ref === undefined ? own : { allOf: [{ $ref }] }
    known.named.set(name, { title: name, ...inherited, ...constraints.get(name) })
  }
  return { $ref: `#/$defs/${name}` }
}

const object = (
  props: t.Props,
  required: ReadonlyArray<string>,
  known: Definitions,
): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(props).map(([key, codec]) => [key, schemaOf(codec, known)]),
  ),
  required,
})

/**
 * The JSON Schema of a codec's stored form.
 *
 * It says what JSON Schema can say: shapes, names, ranges, patterns. A codec may refuse more (the 30th of
 * February), never less, and members that no codec names are allowed, since decoding drops them. Personal
 * fields carry `x-personal`, the name of the field that holds the person. Throws on a kind of codec that no
 * event of this house uses.
 */
export const schemaOf = (codec: t.Mixed, known: Definitions): JsonSchema => {
  if (isPersonal(codec)) {
    const { subject } = codec.personal
    return { type: 'string', ...constraints.get(codec.name), 'x-personal': subject }
  }
  if (codec instanceof t.ExactType) return schemaOf(codec.type, known)
  if (codec instanceof t.InterfaceType) return object(codec.props, Object.keys(codec.props), known)
  if (codec instanceof t.PartialType) return object(codec.props, [], known)
  if (codec instanceof t.IntersectionType)
    return { allOf: codec.types.map((one: t.Mixed) => schemaOf(one, known)) }
  if (codec instanceof t.UnionType)
    return { anyOf: codec.types.map((one: t.Mixed) => schemaOf(one, known)) }
  if (codec instanceof t.LiteralType) return { const: codec.value }
  if (codec instanceof t.KeyofType) return { enum: Object.keys(codec.keys) }
  if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType)
    return { type: 'array', items: schemaOf(codec.type, known) }
  if (codec instanceof t.RefinementType) return refine(codec, known)
  if (codec instanceof t.StringType) return { type: 'string' }
  if (codec instanceof t.NumberType) return { type: 'number' }
  if (codec instanceof t.BooleanType) return { type: 'boolean' }
  if (codec instanceof t.NullType) return { type: 'null' }
  throw new TypeError(`the codec ${codec.name} is of a kind that has no schema here`)
}
