/** Choices that follow from a seed: the same seed, the same choices, on every machine. */
export interface Choices {
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number
  /** About half of the list, in its order. */
  readonly someOf: <A>(list: ReadonlyArray<A>) => ReadonlyArray<A>
  /** The list in some order. */
  readonly shuffled: <A>(list: ReadonlyArray<A>) => ReadonlyArray<A>
}

/** Mulberry32: a small generator with a period that tests never see the end of. */
export const choicesFrom = (seed: number): Choices => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number): number => next() % Math.max(1, limit)
  return {
    below,
    someOf: (list) => list.filter(() => below(2) === 0),
    shuffled: (list) =>
      list
        .map((value) => ({ value, rank: next() }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  }
}
