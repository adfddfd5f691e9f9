import type { StreamEnd } from './expectation.ts'
import type { ReadOptions } from './port.ts'

/** For stores: which revisions a bounded read gives: `count` of them from `first`, `step` apart. */
export interface Window {
  readonly first: number
  readonly count: number
  readonly step: 1 | -1
}

/** Bounds beyond the stream, or among what was deleted of it, are cut to what can be read. */
export const windowOf = (
  options: ReadOptions,
  { last, before }: Pick<StreamEnd, 'last' | 'before'>,
): Window => {
  const { from, to, backwards = false, limit = Infinity } = options
  const low = Math.max(before, Number((backwards ? to : from) ?? 0n))
  const high = Math.min(last, Number((backwards ? from : to) ?? BigInt(last)))
  const count = Math.max(0, Math.min(high - low + 1, limit))
  return backwards ? { first: high, count, step: -1 } : { first: low, count, step: 1 }
}
