import { show } from './show.ts'

type Difference = string | undefined

const at = (path: string, expected: unknown, actual: unknown): string =>
  `at ${path === '' ? 'the whole value' : path}: expected ${show(expected)}, got ${show(actual)}`

const ofMaps = (
  expected: ReadonlyMap<unknown, unknown>,
  actual: ReadonlyMap<unknown, unknown>,
  path: string,
): Difference => {
  for (const key of new Set([...expected.keys(), ...actual.keys()])) {
    const inside = `${path}.get(${show(key)})`
    if (!expected.has(key)) return `at ${inside}: expected nothing, got ${show(actual.get(key))}`
    if (!actual.has(key)) return `at ${inside}: expected ${show(expected.get(key))}, got nothing`
    const found = differenceAt(expected.get(key), actual.get(key), inside)
    if (found !== undefined) return found
  }
  return undefined
}

const ofRecords = (expected: object, actual: object, path: string): Difference => {
  const before = new Map<unknown, unknown>(Object.entries(expected))
  const after = new Map<unknown, unknown>(Object.entries(actual))
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const inside = Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`
    if (!before.has(key)) return `at ${inside}: expected nothing, got ${show(after.get(key))}`
    if (!after.has(key)) return `at ${inside}: expected ${show(before.get(key))}, got nothing`
    const found = differenceAt(before.get(key), after.get(key), inside)
    if (found !== undefined) return found
  }
  return undefined
}

/** What an object is made by; a record without a prototype is a record like others. */
const kindOf = (value: object): unknown => Object.getPrototypeOf(value) ?? Object.prototype

const differenceAt = (expected: unknown, actual: unknown, path: string): Difference => {
  if (Object.is(expected, actual)) return undefined
  if (typeof expected !== 'object' || typeof actual !== 'object') return at(path, expected, actual)
  if (expected === null || actual === null) return at(path, expected, actual)
  if (expected instanceof Map && actual instanceof Map) return ofMaps(expected, actual, path)
  if (expected instanceof Set && actual instanceof Set)
    return differenceAt([...expected], [...actual], path)
  if (kindOf(expected) !== kindOf(actual)) return at(path, expected, actual)
  return ofRecords(expected, actual, path)
}

/**
 * The first place where two values are not the same, in words; undefined where they are equal.
 *
 * Shape: structural and exact. Every key counts, a key that holds `undefined` is not a missing key,
 * `0` is not `-0`, the order of arrays and of Sets counts, the order of Map entries does not.
 */
export const firstDifference = (expected: unknown, actual: unknown): string | undefined =>
  differenceAt(expected, actual, '')

/** Throws a message that names the first difference and shows both values whole. */
export const assertSame = (expected: unknown, actual: unknown, what: string): void => {
  const difference = firstDifference(expected, actual)
  if (difference === undefined) return
  throw new Error(`${what}\n${difference}\n\nexpected:\n${show(expected)}\n\ngot:\n${show(actual)}`)
}
