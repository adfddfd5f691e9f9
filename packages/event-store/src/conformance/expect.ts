/** A store does not do what every store owes. */
export class ConformanceFailure extends Error {
  override readonly name = 'ConformanceFailure'
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === 'bigint') return `${member}n`
    if (member === undefined) return '(undefined)'
    return Object.is(member, -0) ? '-0' : member
  })
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}

const keysOf = (value: object): ReadonlyArray<string> => Object.keys(value).toSorted()

/** Where two values differ, as a path and what stands on both sides; undefined where they are equal. */
const difference = (actual: unknown, expected: unknown, path: string): string | undefined => {
  if (Object.is(actual, expected)) return undefined
  const unlike = `${path}: expected ${show(expected)}, and it is ${show(actual)}`
  if (typeof actual !== 'object' || typeof expected !== 'object') return unlike
  if (actual === null || expected === null) return unlike
  if (Array.isArray(actual) !== Array.isArray(expected)) return unlike
  const keys = keysOf(expected)
  if (show(keysOf(actual)) !== show(keys))
    return `${path}: expected the members ${show(keys)}, and they are ${show(keysOf(actual))}`
  for (const key of keys) {
    // Own members only: a value may hold a member called `__proto__`.
    const [left, right] = [actual, expected].map(
      (side) => Object.getOwnPropertyDescriptor(side, key)?.value as unknown,
    )
    const found = difference(left, right, `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

export const expectEqual = (what: string, actual: unknown, expected: unknown): void => {
  const found = difference(actual, expected, 'value')
  if (found !== undefined) throw new ConformanceFailure(`${what}\n  at ${found}`)
}

export const expectTrue = (what: string, holds: boolean): void => {
  if (!holds) throw new ConformanceFailure(what)
}

/** The work throws, and what it throws passes the check. */
export const expectThrow = async (
  what: string,
  work: () => Promise<unknown>,
  check: (thrown: unknown) => boolean,
): Promise<void> => {
  let thrown: unknown
  try {
    await work()
  } catch (error) {
    thrown = error
  }
  if (thrown === undefined) throw new ConformanceFailure(`${what}: nothing was thrown`)
  if (!check(thrown)) throw new ConformanceFailure(`${what}: ${String(thrown)} was thrown instead`)
}
