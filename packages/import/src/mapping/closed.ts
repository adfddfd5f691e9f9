import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** What is wrong with one place of a mapping. `path` is written as a programmer would: `facts[1].key`. */
export interface MappingFault {
  readonly path: string
  readonly reason: string
}

/**
 * An object with exactly these keys. io-ts's own `strict` drops a key that it does not know; here a
 * misspelt word is an error, because a rule that is silently left out makes a wrong history.
 */
export const closed = <R extends t.Props, P extends t.Props>(
  name: string,
  required: R,
  optional: P,
): t.Type<t.TypeOfProps<R> & t.TypeOfPartialProps<P>, unknown> => {
  const codec = t.intersection([t.type(required), t.partial(optional)])
  const props = new Map<string, t.Mixed>(Object.entries({ ...required, ...optional }))
  // Each key is validated here and not by the intersection, which would put its members into the paths.
  const validate: (typeof codec)['validate'] = (value, context) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return t.failure(value, context, 'must be an object')
    const errors: t.Errors = []
    for (const key of Object.keys(value))
      if (!props.has(key)) errors.push(...unknownKey(value, key, context, [...props.keys()]))
    for (const key of Object.keys(required))
      if (!Object.hasOwn(value, key)) errors.push(...missingKey(value, key, context))
    for (const [key, prop] of props) {
      if (!Object.hasOwn(value, key)) continue
      const inner: unknown = Reflect.get(value, key)
      const decoded = prop.validate(inner, t.appendContext(context, key, prop, inner))
      if (isLeft(decoded)) errors.push(...decoded.left)
    }
    // No codec of a mapping changes what it reads, so the value itself is what was decoded.
    return errors.length > 0 ? t.failures(errors) : t.success(value as t.TypeOf<typeof codec>)
  }
  return new t.Type(name, codec.is, validate, (a) => a)
}

const at = (context: t.Context, key: string): t.Context => t.appendContext(context, key, t.unknown)

const unknownKey = (
  value: unknown,
  key: string,
  context: t.Context,
  known: ReadonlyArray<string>,
): t.Errors => [
  {
    value,
    context: at(context, key),
    message: `is not a key here (known: ${known.join(', ')})`,
  },
]

const missingKey = (value: unknown, key: string, context: t.Context): t.Errors => [
  { value, context: at(context, key), message: 'is missing' },
]

/** Refines a codec with a sentence of its own for the case that it fails. */
export const saying = <A, O>(codec: t.Type<A, O>, sentence: string): t.Type<A, O> =>
  new t.Type(
    codec.name,
    codec.is,
    (value, context) => {
      const decoded = codec.validate(value, context)
      return isLeft(decoded) ? t.failure(value, context, sentence) : decoded
    },
    codec.encode,
  )

/** Refines a codec by a check that says what is wrong, or nothing. */
export const checked = <A, O>(
  codec: t.Type<A, O>,
  check: (value: A) => string | undefined,
): t.Type<A, O> =>
  new t.Type(
    codec.name,
    codec.is,
    (value, context) => {
      const decoded = codec.validate(value, context)
      if (isLeft(decoded)) return decoded
      const wrong = check(decoded.right)
      return wrong === undefined ? decoded : t.failure(value, context, wrong)
    },
    codec.encode,
  )

const pathOf = (context: t.Context): string => {
  let path = ''
  for (const { key } of context) {
    if (key === '') continue
    path += /^\d+$/.test(key) ? `[${key}]` : path === '' ? key : `.${key}`
  }
  return path === '' ? '(the mapping)' : path
}

/** io-ts's errors as one fault a place, in the order of the file. */
export const faultsOf = (errors: t.Errors): ReadonlyArray<MappingFault> => {
  const faults = new Map<string, MappingFault>()
  for (const error of errors) {
    const path = pathOf(error.context)
    const expected = error.context.at(-1)?.type.name ?? 'something else'
    const reason = error.message ?? `must be ${expected}, and is ${JSON.stringify(error.value)}`
    if (!faults.has(path)) faults.set(path, { path, reason })
  }
  return [...faults.values()]
}
