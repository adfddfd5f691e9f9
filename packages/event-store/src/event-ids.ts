import { v5, validate } from 'uuid'

/**
 * The ids of the events one command makes: the first is the command's own UUID, the n-th (from 2) the
 * name-based UUID (v5) of (commandId, n). The same command always names its events the same.
 */
export const eventIds = (commandId: string, count: number): ReadonlyArray<string> => {
  const first = commandId.toLowerCase()
  if (!validate(first)) throw new TypeError(`a commandId is a UUID, and this is not: ${commandId}`)
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? first : v5(String(index + 1), first),
  )
}
