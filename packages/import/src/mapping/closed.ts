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
  const known = new Set([...Object.keys(required), ...Object.keys(optional)])
  const validate: (typeof codec)['validate'] = (value, context) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return t.failure(value, context, 'must be an object')
    const errors: t.Errors = []
    for (const key of Object.keys(value))
      if (!known.has(key)) errors.push(...unknownKey(value, key, context, known))
    for (const key of Object.keys(required))
      if (!Object.hasOwn(value, key)) errors.push(...missingKey(value, key, context))
    if (errors.length > 0) return t.failures(errors)
    return codec.validate(value, context)
  }
  return new t.Type(name, codec.is, validate, (a) => a)
}

const at = (context: t.Context, key: string): t.Context => t.appendContext(context, key, t.unknown)

const unknownKey = (
  value: unknown,
  key: string,
  context: t.Context,
  known: Set<string>,
): t.Errors => [
  {
    value,
    context: at(context, key),
    message: `is not a key here (known: ${[...known].join(', ')})`,
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
    // Intersections number their members; a number is a place in the file only inside an array.
    if (key === '') continue
    path += /^\d+$/.test(key) ? `[${key}]` : path === '' ? key : `.${key}`
  }
  return path === '' ? '(the mapping)' : path
}

/** io-ts's errors as one fault a place, in the order of the file. */
export const faultsOf = (errors: t.Errors): ReadonlyArray<MappingFault> => {
  const faults = new Map<string, MappingFault>()
  for (const error of errors) {
    const path = pathOf(withoutMembers(error.context))
    const expected = error.context.at(-1)?.type.name ?? 'something else'
    const reason = error.message ?? `must be ${expected}, and is ${JSON.stringify(error.value)}`
    if (!faults.has(path)) faults.set(path, { path, reason })
  }
  return [...faults.values()]
}

const withoutMembers = (context: t.Context): t.Context =>
  context.filter((_, index) => {
    const parent = context[index - 1]?.type
    return !(parent instanceof t.IntersectionType || parent instanceof t.UnionType)
  })
