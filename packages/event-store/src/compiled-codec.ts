import { isPersonal } from '@tenure/core/shared'
import { isRight } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isJsonObject } from './json.ts'

/** Told instead of a value that the codec refuses. */
export const refused: unique symbol = Symbol('refused')

/** Decodes a value that came out of JSON, or says that the codec refuses it, without saying why. */
export type Decode = (value: unknown) => unknown

const when =
  (holds: (value: unknown) => boolean): Decode =>
  (value) =>
    holds(value) ? value : refused

/** Members that a codec names, each decoded; others are dropped. The same object, where nothing changes. */
const members = (props: t.Props): Decode => {
  const keys = Object.keys(props)
  const decoders = Object.values(props).map(compileCodec)
  const named = new Set(keys)
  return (value) => {
    if (!isJsonObject(value)) return refused
    let copy: Record<string, unknown> | undefined
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? ''
      const before = value[key]
      const after = decoders[at]?.(before)
      if (after === refused) return refused
      // A member that is missing decodes to undefined nowhere in this house: nothing optional is stored.
      if (after !== before) (copy ??= { ...value })[key] = after
    }
    let strangers = 0
    for (const key in value) if (!named.has(key)) strangers += 1
    if (strangers === 0) return copy ?? value
    const whole = copy ?? value
    return Object.fromEntries(keys.map((key) => [key, whole[key]]))
  }
}

const items = (item: t.Mixed): Decode => {
  const decode = compileCodec(item)
  return (value) => {
    if (!Array.isArray(value)) return refused
    let copy: Array<unknown> | undefined
    for (let at = 0; at < value.length; at += 1) {
      const before: unknown = value[at]
      const after = decode(before)
      if (after === refused) return refused
      if (after !== before) (copy ??= [...value])[at] = after
    }
    return copy ?? value
  }
}

const oneOf = (codecs: ReadonlyArray<t.Mixed>): Decode => {
  const decoders = codecs.map(compileCodec)
  return (value) => {
    for (const decode of decoders) {
      const decoded = decode(value)
      if (decoded !== refused) return decoded
    }
    return refused
  }
}

const refine = (codec: t.RefinementType<t.Any>): Decode => {
  const decode = compileCodec(codec.type)
  return (value) => {
    const decoded = decode(value)
    return decoded === refused || !codec.predicate(decoded) ? refused : decoded
  }
}

const asItIs =
  (codec: t.Mixed): Decode =>
  (value) => {
    const decoded = codec.decode(value)
    return isRight(decoded) ? decoded.right : refused
  }

/**
 * Makes of a codec a decoder without reports: for reading logs, where nearly every value is as it should be.
 *
 * It agrees with the codec on every value that came out of JSON (a law over valid and spoilt values of the
 * whole catalogue); whoever is refused asks the codec itself why. Kinds of codec that no strict object,
 * list, name or refinement is made of are asked as they are.
 */
export const compileCodec = (codec: t.Mixed): Decode => {
  if (isPersonal(codec)) return asItIs(codec)
  if (codec instanceof t.ExactType && codec.type instanceof t.InterfaceType)
    return members(codec.type.props)
  if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType) return items(codec.type)
  if (codec instanceof t.UnionType) return oneOf(codec.types)
  if (codec instanceof t.RefinementType) return refine(codec)
  if (codec instanceof t.LiteralType) return when((value) => value === codec.value)
  if (codec instanceof t.KeyofType) {
    const names = new Set<unknown>(Object.keys(codec.keys))
    return when((value) => names.has(value))
  }
  if (codec instanceof t.StringType) return when((value) => typeof value === 'string')
  if (codec instanceof t.NumberType) return when((value) => typeof value === 'number')
  if (codec instanceof t.BooleanType) return when((value) => typeof value === 'boolean')
  if (codec instanceof t.NullType) return when((value) => value === null)
  return asItIs(codec)
}
