import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { innerOf, isRecord, propsOf, tagOf, type Props } from './codec-structure.ts'

/** One thing that is wrong in loaded data: where, and why. */
export interface LoadFault {
  /** Keys and positions from the root, joined by dots: `parts.0.share.kind`; empty for the whole. */
  readonly path: string
  readonly reason: string
}

type Faults = ReadonlyArray<LoadFault>

const within = (path: string, key: string | number): string =>
  path === '' ? String(key) : `${path}.${key}`

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

const faultsOfObject = (props: Props, value: unknown, path: string): Faults => {
  if (!isRecord(value)) return [{ path, reason: `${shown(value)} is no set of named values` }]
  const known = new Set(Object.keys(props))
  const unread = Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: within(path, key), reason: 'no rule reads this key' }))
  const wrong = Object.entries(props).flatMap(([key, codec]) =>
    Object.hasOwn(value, key)
      ? faultsOf(codec, value[key], within(path, key))
      : [{ path: within(path, key), reason: 'it is missing' }],
  )
  return [...unread, ...wrong]
}

/** The faults under the member of a union that a value means; undefined where it means none. */
const faultsOfUnion = (
  members: ReadonlyArray<t.Mixed>,
  value: unknown,
  path: string,
): Faults | undefined => {
  if (!isRecord(value)) return undefined
  const tag = tagOf(members)
  if (tag === undefined) {
    const fits = members.find((member) => member.is(value))
    return fits === undefined ? undefined : faultsOf(fits, value, path)
  }
  const [only] = tag.members.size === 1 ? tag.members.values() : []
  const meant = only ?? tag.members.get(value[tag.key])
  if (meant !== undefined) return faultsOf(meant, value, path)
  const words = [...tag.members.keys()].map(shown).join(', ')
  return [{ path: within(path, tag.key), reason: `${shown(value[tag.key])} is none of ${words}` }]
}

const structural = (codec: t.Mixed, value: unknown, path: string): Faults | undefined => {
  const inner = innerOf(codec)
  const props = propsOf(inner)
  if (props !== undefined) return faultsOfObject(props, value, path)
  if (inner instanceof t.UnionType) return faultsOfUnion(inner.types, value, path)
  const isList = inner instanceof t.ReadonlyArrayType || inner instanceof t.ArrayType
  return isList && Array.isArray(value)
    ? value.flatMap((item, index) => faultsOf(inner.type, item, within(path, index)))
    : undefined
}

const faultsOf = (codec: t.Mixed, value: unknown, path: string): Faults => {
  const faults = structural(codec, value, path)
  if (faults !== undefined && faults.length > 0) return faults
  return E.isRight(codec.decode(value))
    ? []
    : [{ path, reason: `${shown(value)} is not ${codec.name}` }]
}

/**
 * Reads data under a codec that must read all of it: a key that no rule reads is a fault, never ignored.
 *
 * Works for every policy codec built of io-ts objects, unions, arrays, refinements and brands; the
 * members of a union of objects are told apart by a literal tag. Shape: the decoded value, or all faults,
 * each with its path and reason. Source: domain edge case 81.
 */
export const loadStrict = <A, O>(
  codec: t.Type<A, O, unknown>,
  data: unknown,
): E.Either<Faults, A> => {
  const faults = faultsOf(codec, data, '')
  return faults.length > 0 ? E.left(faults) : E.mapLeft(() => faults)(codec.decode(data))
}

/** The faults in sentences for a log, one a line. */
export const explainLoadFaults = (faults: Faults): string =>
  faults.map(({ path, reason }) => `${path === '' ? 'The data' : path}: ${reason}.`).join('\n')
