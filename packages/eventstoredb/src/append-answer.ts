import type { AppendResult } from '@eventstore/db-client'
import {
  DuplicateEventId,
  type Appended,
  type Expected,
  type NewEvent,
  type Position,
  type Recorded,
  type StoreError,
} from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import { tokenOf } from './position.ts'
import type { Reading } from './pulled.ts'
import { readOf } from './read-stream.ts'
import { revisionOf } from './stream-state.ts'

/** One append as it was asked for. */
export interface Attempt {
  readonly stream: string
  readonly expected: Expected
  readonly batch: ReadonlyArray<NewEvent>
  readonly bytes: number
  readonly limit: number
}
type Answer = E.Either<StoreError, Appended>

const deletedAnswer = (stream: string): Answer => E.left({ type: 'StreamDeleted', stream })

const readBack = async (
  reading: Reading,
  { stream, batch }: Attempt,
  from: bigint,
): Promise<ReadonlyArray<Recorded>> => {
  const all: Array<Recorded> = []
  for await (const recorded of readOf(reading, stream, { from, limit: batch.length }))
    all.push(recorded)
  return all
}

const isSame = ({ batch }: Attempt, stored: ReadonlyArray<Recorded>): boolean =>
  batch.length === stored.length && batch.every(({ id }, index) => stored[index]?.id === id)

/**
 * What a success means. The server also says "success" to a batch that it knows already: then the position is
 * an old one. It looks neither at the order of the ids nor at whether the events can still be read.
 */
export const answerOf = async (
  reading: Reading,
  attempt: Attempt,
  { nextExpectedRevision: revision, position: place }: AppendResult,
  before: Position | undefined,
): Promise<Answer> => {
  const { stream, batch } = attempt
  // It was written once, and the stream was deleted since.
  if (place === undefined) return deletedAnswer(stream)
  const position = tokenOf(place)
  const isFresh = before === undefined || position > before
  if (isFresh) return E.right({ revision, position, repeated: false })
  const from = revision - BigInt(batch.length - 1)
  const stored = await readBack(reading, attempt, from < 0n ? 0n : from)
  if (isSame(attempt, stored)) return E.right({ revision, position, repeated: true })
  if (from >= 0n && stored[0]?.revision !== from) return deletedAnswer(stream)
  throw new DuplicateEventId(stream, batch[0]?.id ?? '')
}

/** Deletions tell no stream by a number below zero. */
export const actualIn = (thrown: unknown): bigint | 'noStream' => {
  const actual: unknown =
    typeof thrown === 'object' && thrown !== null && 'actualVersion' in thrown
      ? thrown.actualVersion
      : undefined
  return typeof actual === 'bigint' && actual >= 0n ? actual : 'noStream'
}

/** What "wrong expected version" means: not always a conflict. */
export const refusalOf = async (
  reading: Reading,
  attempt: Attempt,
  thrown: unknown,
): Promise<Answer> => {
  const { stream, expected, batch } = attempt
  const told = actualIn(thrown)
  const conflict = (actual: bigint | 'noStream'): Answer =>
    E.left({ type: 'RevisionConflict', stream, expected, actual })
  if (told === 'noStream') return conflict(told)
  // Nothing was expected that could be wrong, so that it is the ids: the first is known, another is not.
  if (expected === 'any' || expected === 'exists')
    throw new DuplicateEventId(stream, batch[0]?.id ?? '')
  if (expected === 'noStream') {
    // The server forgets that a batch which began a deleted stream again is a repeat.
    const stored = await readBack(reading, attempt, 0n)
    const last = stored.at(-1)
    if (last !== undefined && isSame(attempt, stored))
      return E.right({ revision: last.revision, position: last.position, repeated: true })
    return last === undefined ? deletedAnswer(stream) : conflict(told)
  }
  // The server counts what was deleted; readers do not.
  return conflict((await revisionOf(reading, stream)) === 'noStream' ? 'noStream' : told)
}
