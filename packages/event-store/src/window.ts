import type { ReadOptions } from './port.ts'

/** For stores: which revisions a bounded read gives: `count` of them from `first`, `step` apart. */
export interface Window {
  readonly first: number
  readonly count: number
  readonly step: 1 | -1
}

/** `last` is the stream's last revision, -1 without one. Bounds beyond the stream are cut to it. */
export const windowOf = (options: ReadOptions, last: number): Window => {
  const { from, to, backwards = false, limit = Infinity } = options
  const low = Math.max(0, Number((backwards ? to : from) ?? 0n))
  const high = Math.min(last, Number((backwards ? from : to) ?? BigInt(last)))
  const count = Math.max(0, Math.min(high - low + 1, limit))
  return backwards ? { first: high, count, step: -1 } : { first: low, count, step: 1 }
}
