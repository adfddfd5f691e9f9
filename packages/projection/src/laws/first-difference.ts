const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

const fieldsOf = (value: object): ReadonlyMap<unknown, unknown> => {
  if (value instanceof Map) return value
  if (value instanceof Set) return new Map(Array.from(value, (member) => [member, true]))
  return new Map<unknown, unknown>(Object.entries(value))
}

/**
 * Where two values of rows differ, as a path; undefined where they are equal.
 *
 * Maps and Sets are compared without regard to order, arrays and records by place and field.
 */
export const firstDifference = (a: unknown, b: unknown, path = ''): string | undefined => {
  if (Object.is(a, b)) return undefined
  if (!isRecord(a) || !isRecord(b) || a.constructor !== b.constructor)
    return `${path || 'the value'}: ${String(a)} and ${String(b)}`
  const before = fieldsOf(a)
  const after = fieldsOf(b)
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    const inside = `${path}/${String(field)}`
    if (!before.has(field)) return `${inside}: only in the second`
    if (!after.has(field)) return `${inside}: only in the first`
    const found = firstDifference(before.get(field), after.get(field), inside)
    if (found !== undefined) return found
  }
  return undefined
}

/** Where a value holds NaN, as a path; undefined where it holds none. */
export const firstNaN = (value: unknown, path = ''): string | undefined => {
  if (Number.isNaN(value)) return path || 'the value'
  if (!isRecord(value)) return undefined
  for (const [field, held] of fieldsOf(value)) {
    const found = firstNaN(held, `${path}/${String(field)}`)
    if (found !== undefined) return found
  }
  return undefined
}
