import * as t from 'io-ts'

export type Props = Readonly<Record<string, t.Mixed>>

/** A codec without the wrappers that add nothing to its structure. */
export const innerOf = (codec: t.Mixed): t.Mixed =>
  codec instanceof t.ExactType || codec instanceof t.ReadonlyType ? innerOf(codec.type) : codec

/** The named values of an object codec; undefined where the codec is of another kind. */
export const propsOf = (codec: t.Mixed): Props | undefined => {
  const inner = innerOf(codec)
  if (inner instanceof t.InterfaceType || inner instanceof t.PartialType) return inner.props
  if (inner instanceof t.RefinementType) return propsOf(inner.type)
  if (!(inner instanceof t.IntersectionType)) return undefined
  const all: ReadonlyArray<t.Mixed> = inner.types
  return all.map(propsOf).reduce((a, b) => (a && b ? { ...a, ...b } : undefined))
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The literals by which the members of a union are told apart, under their one key. */
export interface Tag {
  readonly key: string
  readonly members: ReadonlyMap<unknown, t.Mixed>
}

/** The tag of a union of objects: the first key under which every object has a literal of its own. */
export const tagOf = (members: ReadonlyArray<t.Mixed>): Tag | undefined => {
  const objects = members.filter((member) => propsOf(member) !== undefined)
  for (const key of Object.keys(objects[0] === undefined ? {} : (propsOf(objects[0]) ?? {}))) {
    const tagged = new Map<unknown, t.Mixed>()
    for (const member of objects) {
      const literal = propsOf(member)?.[key]
      if (literal instanceof t.LiteralType) tagged.set(literal.value, member)
    }
    if (tagged.size === objects.length) return { key, members: tagged }
  }
  return undefined
}
