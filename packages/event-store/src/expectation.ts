import type { Expected } from './port.ts'

/** Revision of a stream without events, where stores count with numbers. */
export const NO_EVENTS = -1

/**
 * For stores: what an append means where `last` is the stream's last revision, -1 without one.
 *
 * `fresh`: write after `last`. `repeat`: the batch may stand there already, from revision `from` on;
 * it does if the ids there are the batch's, and else it is a conflict. `conflict`: neither.
 */
export type Verdict =
  | { readonly type: 'fresh' }
  | { readonly type: 'repeat'; readonly from: number }
  | { readonly type: 'conflict' }

export const judge = (expected: Expected, last: number, count: number): Verdict => {
  if (expected === 'any') return { type: 'fresh' }
  if (expected === 'exists') return { type: last === NO_EVENTS ? 'conflict' : 'fresh' }
  // No event stands before revision 0: who believes in one does not mean that there is no stream.
  if (expected !== 'noStream' && expected < 0n) return { type: 'conflict' }
  const believed = expected === 'noStream' ? NO_EVENTS : Number(expected)
  if (believed === last) return { type: 'fresh' }
  return last >= believed + count ? { type: 'repeat', from: believed + 1 } : { type: 'conflict' }
}

/**
 * For stores: from which revision the batch may stand there already. Where the writer named no revision,
 * from where its first id stands.
 */
export const repeatFrom = (
  verdict: Verdict,
  expected: Expected,
  firstStandsAt: number | undefined,
): number | undefined => {
  if (verdict.type === 'repeat') return verdict.from
  const open = expected === 'any' || expected === 'exists'
  return open && verdict.type === 'fresh' ? firstStandsAt : undefined
}
