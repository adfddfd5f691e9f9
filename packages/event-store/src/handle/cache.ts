/** A bounded map that forgets what was used longest ago. */
export interface Cache<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  readonly drop: (key: string) => void
}

export const makeCache = <Value>(size: number): Cache<Value> => {
  const entries = new Map<string, Value>()
  return {
    get: (key) => {
      const value = entries.get(key)
      if (value === undefined) return undefined
      // A Map keeps the order of insertion: what is used moves to its end.
      entries.delete(key)
      entries.set(key, value)
      return value
    },
    set: (key, value) => {
      entries.delete(key)
      entries.set(key, value)
      const oldest = entries.size > size ? entries.keys().next() : undefined
      if (oldest?.done === false) entries.delete(oldest.value)
    },
    drop: (key) => {
      entries.delete(key)
    },
  }
}
