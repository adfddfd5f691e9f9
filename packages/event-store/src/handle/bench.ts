import type { Fact, Room } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import type { Cache } from './cache.ts'
import { catchUp, makeEntry, type Entry, type Reading } from './entry.ts'

/** All that carrying out one room's commands needs. */
export interface Bench<Command, Event extends Fact, State, Rejection> extends Reading<State> {
  readonly room: Room<Command, Event, State, Rejection>
  readonly cache: Cache<Entry<State>>
  readonly attempts: number
  readonly resends: number
}

/** Reads the stream, to its tail or to the revision `to`, into a new entry of the cache. */
export const reload = async <State>(
  bench: Reading<State> & { readonly cache: Cache<Entry<State>> },
  stream: string,
  to?: bigint,
): Promise<Entry<State>> => {
  const entry = makeEntry(bench.folding)
  await catchUp(bench, stream, entry, to)
  bench.cache.set(stream, entry)
  return entry
}

export interface Decided<State, Event, Rejection> {
  readonly entry: Entry<State>
  readonly decision: E.Either<Rejection, ReadonlyArray<Event>>
}

/**
 * Decides on the stream's state. What appends nothing (a rejection, "already so") is believed only of a
 * state read for this command; of a cached one the tail is read first, and what stood there decides anew.
 */
export const decideOn = async <Command, Event extends Fact, State, Rejection>(
  bench: Bench<Command, Event, State, Rejection>,
  command: Command,
  stream: string,
): Promise<Decided<State, Event, Rejection>> => {
  const decide = bench.room.decider.decide(command)
  const cached = bench.cache.get(stream)
  const entry = cached ?? (await reload(bench, stream))
  const decision = decide(entry.owned)
  const appends = E.isRight(decision) && decision.right.length > 0
  if (cached === undefined || appends) return { entry, decision }
  const met = await catchUp(bench, stream, entry)
  return { entry, decision: met > 0 ? decide(entry.owned) : decision }
}
