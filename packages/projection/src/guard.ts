/** A value that may be read until it is revoked, and never changed. */
export interface Guarded<A> {
  readonly value: A
  readonly revoke: () => void
}

/**
 * A frozen copy of plain data whose every object is behind a proxy that can be revoked.
 *
 * A recipe that writes into it throws at once; one that keeps a reference into it leaves something in
 * its row that throws when the row is frozen or read. Children are wrapped before their parent, since
 * a proxy must give back exactly what its frozen target holds.
 */
export const guard = <A>(data: A): Guarded<A> => {
  const revokes: Array<() => void> = []
  const wrap = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const copy: object = Array.isArray(value)
      ? value.map(wrap)
      : Object.fromEntries(Object.entries(value).map(([field, child]) => [field, wrap(child)]))
    const { proxy, revoke } = Proxy.revocable(Object.freeze(copy), {})
    revokes.push(revoke)
    return proxy
  }
  return {
    // The copy has the shape of the original, object for object.
    value: wrap(data) as A,
    revoke: () => {
      for (const revoke of revokes) revoke()
    },
  }
}
