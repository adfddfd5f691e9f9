import type { Json } from './port.ts'

// Deeper nesting than this is a cycle, or no event that anybody would want to read.
const DEEPEST = 200

const refuse = (path: string, why: string): never => {
  throw new TypeError(`JSON cannot carry ${path === '' ? 'the value' : path}: ${why}`)
}

/** An object of JSON, and no list. */
export const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const copyArray = (value: ReadonlyArray<unknown>, path: string, depth: number): Json => {
  const copy: Array<Json> = []
  // By index, so that a hole is met as `undefined` instead of being skipped.
  for (let index = 0; index < value.length; index += 1)
    copy.push(copyValue(value[index], `${path}[${index}]`, depth))
  return Object.freeze(copy)
}

const copyObject = (value: object, path: string, depth: number): Json => {
  if (!isPlain(value)) return refuse(path, `an object of class ${value.constructor?.name ?? '?'}`)
  if (Object.getOwnPropertySymbols(value).length > 0) return refuse(path, 'a key that is a symbol')
  const copy: Record<string, Json> = {}
  for (const [key, member] of Object.entries(value)) {
    const copied = copyValue(member, path === '' ? key : `${path}.${key}`, depth)
    // Plain assignment to this key would set the prototype and lose the member.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: copied, enumerable: true })
    else copy[key] = copied
  }
  return Object.freeze(copy)
}

const copyValue = (value: unknown, path: string, depth: number): Json => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) return refuse(path, String(value))
      return Object.is(value, -0) ? refuse(path, 'minus zero') : value
    case 'object':
      if (value === null) return null
      if (depth === DEEPEST) return refuse(path.slice(0, 80), 'a cycle, or nested too deeply')
      return Array.isArray(value)
        ? copyArray(value, path, depth + 1)
        : copyObject(value, path, depth + 1)
    default:
      return refuse(path, typeof value)
  }
}

/**
 * A frozen copy of a value that JSON carries exactly.
 *
 * Rejects: nothing as data. What JSON would change in silence is a bug of the caller and throws a
 * TypeError that names the path: `undefined`, NaN, Infinity, -0, bigint, functions, symbols, holes,
 * objects of a class (Date, Map), cycles.
 */
export const exactJson = (value: unknown): Json => copyValue(value, '', 0)
