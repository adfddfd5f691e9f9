import { evolveOwned, publish, type Decider, type Fact } from '@tenure/core/shared'
import type { Log, NewEvent } from '../port.ts'
import type { Registry } from '../registry.ts'
import { copyState } from './copy-state.ts'

/** How a stream's facts make its state: the part of a decider that reading needs. */
export type Folding<State> = Pick<Decider<never, Fact, State, never>, 'initial' | 'evolve'>

/** Events that came after a published state, newest first. */
interface Since {
  readonly facts: ReadonlyArray<Fact>
  readonly before: Since | undefined
}

/** One stream's state, held by one handle and changed in place. Nobody else ever sees `owned`. */
export interface Entry<State> {
  owned: State
  revision: bigint | 'noStream'
  /** A frozen state of some revision, and the facts from there to `revision`. */
  base: State
  since: Since | undefined
  sinceCount: number
}

/** A new base is due when the facts since the last one outnumber this, and a share of the stream. */
const REBASE_AFTER = 64
const REBASE_SHARE = 4

export const makeEntry = <State>(folding: Folding<State>): Entry<State> => {
  const owned = folding.initial()
  const base = publish(copyState(owned))
  return { owned, revision: 'noStream', base, since: undefined, sinceCount: 0 }
}

const rebase = <State>(entry: Entry<State>): void => {
  entry.base = publish(copyState(entry.owned))
  entry.since = undefined
  entry.sinceCount = 0
}

/**
 * Brings the entry from its revision to the stream's tail, or to the revision `to`, and gives how many
 * events it met. Throws StoreFailure where the stream cannot be read; the entry is of no use then.
 */
export const catchUp = async <State>(
  { store, registry, folding }: Reading<State>,
  stream: string,
  entry: Entry<State>,
  to?: bigint,
): Promise<number> => {
  const from = entry.revision === 'noStream' ? 0n : entry.revision + 1n
  let met = 0
  for await (const recorded of store.read(stream, to === undefined ? { from } : { from, to })) {
    entry.owned = evolveOwned(folding.evolve, entry.owned, registry.decode(recorded))
    entry.revision = recorded.revision
    met += 1
  }
  if (met > 0) rebase(entry)
  return met
}

/** What reading a stream into an entry needs. */
export interface Reading<State> {
  readonly store: Log
  readonly registry: Registry
  readonly folding: Folding<State>
}

/** Moves the entry over facts that were appended just now, at the revision that the store answered. */
export const advance = <State>(
  folding: Folding<State>,
  entry: Entry<State>,
  facts: ReadonlyArray<Fact>,
  revision: bigint,
): void => {
  for (const fact of facts) entry.owned = evolveOwned(folding.evolve, entry.owned, fact)
  entry.revision = revision
  entry.since = { facts, before: entry.since }
  entry.sinceCount += facts.length
  if (entry.sinceCount > Math.max(REBASE_AFTER, Number(revision) / REBASE_SHARE)) rebase(entry)
}

/**
 * The state of the entry as it is now, to be asked for at any later time, also after the entry moved on.
 * It costs nothing until it is asked for: then a copy of the base is evolved by the facts since.
 */
export const snapshotOf = <State>(folding: Folding<State>, entry: Entry<State>): (() => State) => {
  const { base, since } = entry
  let taken: { readonly state: State } | undefined
  return () => {
    if (since === undefined) return base
    if (taken !== undefined) return taken.state
    const batches: Array<ReadonlyArray<Fact>> = []
    for (let at: Since | undefined = since; at !== undefined; at = at.before) batches.push(at.facts)
    let state = copyState(base)
    for (const fact of batches.reverse().flat()) state = evolveOwned(folding.evolve, state, fact)
    taken = { state: publish(state) }
    return taken.state
  }
}

/**
 * The stored form of a batch, back as facts: frozen through and through, the list too, since the entry
 * keeps it and callers hold it. They share nothing with any state.
 */
export const factsOf = (
  registry: Registry,
  stream: string,
  events: ReadonlyArray<NewEvent>,
): ReadonlyArray<Fact> =>
  publish(events.map((event) => registry.decode({ ...event, stream, revision: 0n })))
