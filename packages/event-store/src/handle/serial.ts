/** Runs work one at a time for each key, in the order asked; keys do not wait for each other. */
export const serialByKey = (): (<A>(key: string, work: () => Promise<A>) => Promise<A>) => {
  const tails = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = tails.get(key)
    const turn = before === undefined ? work() : before.then(work, work)
    tails.set(key, turn)
    try {
      return await turn
    } finally {
      // The last in line takes the line away, so that idle streams cost nothing.
      if (tails.get(key) === turn) tails.delete(key)
    }
  }
}
