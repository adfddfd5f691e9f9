import { publish, type Fact } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import { eventIds } from '../event-ids.ts'
import { StoreFailure, type Appended, type NewEvent, type StoreError } from '../port.ts'
import type { Registry } from '../registry.ts'
import { decideOn, reload, type Bench } from './bench.ts'
import { advance, factsOf, snapshotOf, type Entry } from './entry.ts'
import type { CommandMetadata } from './metadata.ts'
import { send } from './send.ts'
import type { Handled, HandleFailure } from './types.ts'

type Outcome<State, Event, Rejection> = E.Either<HandleFailure<Rejection>, Handled<State, Event>>

const handled = <State, Event extends Fact>(
  stream: string,
  revision: bigint | 'noStream',
  snapshot: () => State,
  facts: ReadonlyArray<Fact>,
  appended?: Appended,
): Handled<State, Event> => ({
  stream,
  // The facts were read from this room's stream, or encoded from its events a moment ago.
  events: facts as ReadonlyArray<Event>,
  get state() {
    return snapshot()
  },
  revision,
  ...(appended?.position !== undefined && { position: appended.position }),
  repeated: appended?.repeated ?? false,
})

const newEvents = (
  registry: Registry,
  facts: ReadonlyArray<Fact>,
  metadata: CommandMetadata,
): ReadonlyArray<NewEvent> => {
  const encoded = facts.map((fact) => registry.encode(fact))
  return eventIds(metadata.commandId, facts.length).flatMap((id, index) => {
    const event = encoded[index]
    if (event === undefined) return []
    const { type, schemaVersion, data } = event
    return [{ id, type, data, metadata: { schemaVersion, ...metadata } }]
  })
}

/** What the store says stands there now, by an earlier try or by this one: read, and not assumed. */
const reread = async <Command, Event extends Fact, State, Rejection>(
  bench: Bench<Command, Event, State, Rejection>,
  stream: string,
  appended: Appended & { readonly revision: bigint },
  count: number,
): Promise<Handled<State, Event>> => {
  const { revision } = appended
  const facts: Array<Fact> = []
  const bounds = { from: revision - BigInt(count) + 1n, to: revision }
  for await (const recorded of bench.store.read(stream, bounds))
    facts.push(bench.registry.decode(recorded))
  const entry = await reload(bench, stream, revision)
  return handled(stream, revision, snapshotOf(bench.folding, entry), publish(facts), appended)
}

/** The events stand in the log, so a store that cannot be read after all may not say "not done". */
const asUnknown = (thrown: unknown): unknown =>
  thrown instanceof StoreFailure && 'outcome' in thrown.error
    ? new StoreFailure({ ...thrown.error, outcome: 'unknown' }, { cause: thrown })
    : thrown

type Appending<State, Event, Rejection> =
  { readonly done: Outcome<State, Event, Rejection> } | { readonly conflict: StoreError }

const appendAndMove = async <Command, Event extends Fact, State, Rejection>(
  bench: Bench<Command, Event, State, Rejection>,
  stream: string,
  entry: Entry<State>,
  batch: ReadonlyArray<NewEvent>,
): Promise<Appending<State, Event, Rejection>> => {
  const { result, doubtful } = await send(bench.store, stream, entry.revision, batch, bench.resends)
  if (E.isLeft(result)) {
    bench.cache.drop(stream)
    if (result.left.type === 'RevisionConflict') return { conflict: result.left }
    return { done: E.left({ type: 'StoreFailed', error: result.left }) }
  }
  const { revision } = result.right
  if (revision === 'noStream') throw new Error(`a store wrote ${stream}, then knew no such stream`)
  if (doubtful || result.right.repeated) {
    bench.cache.drop(stream)
    const standing = { ...result.right, revision }
    try {
      return { done: E.right(await reread(bench, stream, standing, batch.length)) }
    } catch (thrown) {
      throw asUnknown(thrown)
    }
  }
  const facts = factsOf(bench.registry, stream, batch)
  advance(bench.folding, entry, facts, revision)
  const snapshot = snapshotOf(bench.folding, entry)
  return { done: E.right(handled(stream, revision, snapshot, facts, result.right)) }
}

/** One command on one stream, decided again after each conflict as often as the bench allows. */
export const carryOut = async <Command, Event extends Fact, State, Rejection>(
  bench: Bench<Command, Event, State, Rejection>,
  stream: string,
  command: Command,
  metadata: CommandMetadata,
): Promise<Outcome<State, Event, Rejection>> => {
  for (let attempt = 1; ; attempt += 1) {
    const { entry, decision } = await decideOn(bench, command, stream)
    if (E.isLeft(decision)) return E.left({ type: 'Rejected', rejection: decision.left })
    if (decision.right.length === 0)
      return E.right(handled(stream, entry.revision, snapshotOf(bench.folding, entry), []))
    const batch = newEvents(bench.registry, decision.right, metadata)
    const appending = await appendAndMove(bench, stream, entry, batch)
    if ('done' in appending) return appending.done
    if (attempt >= bench.attempts)
      return E.left({ type: 'AttemptsExhausted', attempts: attempt, last: appending.conflict })
  }
}
