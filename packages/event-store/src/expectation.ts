import * as E from 'fp-ts/lib/Either.js'
import type { Deletion, Expected, StoreError } from './port.ts'

/** Revision of a stream without events, where stores count with numbers. */
export const NO_EVENTS = -1

/** For stores: where a stream ends, and what of it is hidden. */
export interface StreamEnd {
  /** The revision of its last event, hidden or not; `NO_EVENTS` without one. */
  readonly last: number
  /** Events before this revision were deleted: they keep their revisions and are not read. */
  readonly before: number
  readonly isTombstoned: boolean
}

export const noStreamYet: StreamEnd = { last: NO_EVENTS, before: 0, isTombstoned: false }

/** The revision that readers are told. */
export const toldRevision = ({ last, before }: StreamEnd): bigint | 'noStream' =>
  last < before ? 'noStream' : BigInt(last)

/**
 * For stores: what an append means.
 *
 * `fresh`: write after `last`. `repeat`: the batch may stand there already, from revision `from` on;
 * it does if the ids there are the batch's, and else it is a conflict. `conflict`: neither. `deleted`: the
 * stream was deleted, for good or for whoever expects it to exist.
 */
export type Verdict =
  | { readonly type: 'fresh' }
  | { readonly type: 'repeat'; readonly from: number }
  | { readonly type: 'conflict' }
  | { readonly type: 'deleted' }

export const judge = (expected: Expected, end: StreamEnd, count: number): Verdict => {
  const { last, before, isTombstoned } = end
  if (isTombstoned) return { type: 'deleted' }
  if (expected === 'any') return { type: 'fresh' }
  if (expected === 'exists')
    return { type: last >= before ? 'fresh' : before > 0 ? 'deleted' : 'conflict' }
  // No event stands before revision 0: who believes in one does not mean that there is no stream.
  if (expected !== 'noStream' && expected < 0n) return { type: 'conflict' }
  const believed = expected === 'noStream' ? before - 1 : Number(expected)
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

/**
 * For stores: what a deletion means. `already`: it is deleted so, and nothing is to be done. Rejects:
 * `StreamDeleted`, `RevisionConflict`.
 */
export const judgeDeletion = (
  stream: string,
  expected: Expected,
  end: StreamEnd,
  deletion: Deletion,
): E.Either<StoreError, 'delete' | 'already'> => {
  const { last, before, isTombstoned } = end
  const isHidden = last < before
  const deleted = E.left({ type: 'StreamDeleted' as const, stream })
  const conflict = E.left({
    type: 'RevisionConflict' as const,
    stream,
    expected,
    actual: toldRevision(end),
  })
  if (isTombstoned) return deleted
  if (isHidden && expected === 'exists') return before > 0 ? deleted : conflict
  const isMet =
    expected === 'any' ||
    expected === 'exists' ||
    (expected === 'noStream' ? isHidden : Number(expected) === last && last >= 0)
  if (!isMet) return conflict
  if (deletion === 'tombstone' || !isHidden) return E.right('delete')
  return before > 0 ? E.right('already') : conflict
}
