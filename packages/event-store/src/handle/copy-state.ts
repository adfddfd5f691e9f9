const copyMembers = (value: object): object => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`a state holds plain objects, arrays, Maps and Sets only, no other class`)
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    // Plain assignment to this key would set the prototype and lose the member.
    if (key === '__proto__')
      Object.defineProperty(copy, key, {
        value: copyUnknown(member),
        enumerable: true,
        writable: true,
        configurable: true,
      })
    else copy[key] = copyUnknown(member)
  }
  return copy
}

const copyUnknown = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyUnknown)
  if (value instanceof Map)
    return new Map([...value].map(([key, member]) => [copyUnknown(key), copyUnknown(member)]))
  if (value instanceof Set) return new Set([...value].map(copyUnknown))
  return copyMembers(value)
}

/** A copy that shares nothing with the value: plain objects, arrays, Maps, Sets and primitives. */
export const copyState = <State>(state: State): State =>
  // A copy has the shape of what was copied.
  copyUnknown(state) as State
