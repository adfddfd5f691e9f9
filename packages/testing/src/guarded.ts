/** An object of plain data that is only read, and only for a while. */
export interface Guarded<A> {
  readonly value: A
  /** From here on every look into the value, however deep, throws. */
  readonly revoke: () => void
}

/**
 * Hands out data the way an engine may: as a cursor that moves on once the recipe has returned.
 *
 * Shape: reads as the value does, and never changes: a write throws at once, and after `revoke` a read
 * throws too, so that a recipe which keeps a reference into an event, even a nested one, is caught.
 */
export const guarded = <A extends object>(value: A, name = 'an event'): Guarded<A> => {
  let live = true
  const known = new WeakMap<object, object>()
  const refuse = (): never => {
    throw new TypeError(`${name} was changed: it may only be read`)
  }
  const mustLive = (): void => {
    if (!live) throw new TypeError(`${name} was kept: a recipe must copy what it needs`)
  }
  const wrap = <B extends object>(inner: B): B => {
    const before = known.get(inner)
    // The map holds for each object its own proxy, which has that object's type.
    if (before !== undefined) return before as B
    const proxy = new Proxy(inner, {
      get: (target, key, receiver) => {
        mustLive()
        const held: unknown = Reflect.get(target, key, receiver)
        return typeof held === 'object' && held !== null ? wrap(held) : held
      },
      has: (target, key) => (mustLive(), Reflect.has(target, key)),
      ownKeys: (target) => (mustLive(), Reflect.ownKeys(target)),
      getPrototypeOf: (target) => (mustLive(), Reflect.getPrototypeOf(target)),
      getOwnPropertyDescriptor: (target, key) => {
        mustLive()
        const found = Reflect.getOwnPropertyDescriptor(target, key)
        if (found === undefined || typeof found.value !== 'object' || found.value === null)
          return found
        return { ...found, value: wrap(found.value as object) }
      },
      set: refuse,
      defineProperty: refuse,
      deleteProperty: refuse,
      setPrototypeOf: refuse,
      preventExtensions: refuse,
    })
    known.set(inner, proxy)
    return proxy
  }
  // A frozen target may not show a wrapped child in place of its own, so the proxy stands on a copy.
  return { value: wrap(copyOf(value)), revoke: () => void (live = false) }
}

/** A copy of plain data that shares nothing with it, and is not frozen. */
export const copyOf = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null) return value
  // An array of copies, or a record of copies, has the type of what was copied.
  if (Array.isArray(value)) return value.map(copyOf) as A
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copyOf(held)])) as A
}

/** Freezes plain data through and through, also where its outside is frozen already. */
export const deepFrozen = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null) return value
  for (const held of value instanceof Map ? value.values() : Object.values(value)) deepFrozen(held)
  return Object.freeze(value)
}
