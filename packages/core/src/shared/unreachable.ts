/** Closes a `switch` over a union: a forgotten member is a compile error, and an impossible value a bug. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
