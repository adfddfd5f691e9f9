import type { Fact, Room } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { StoreFailure, type Log } from '../port.ts'
import { makeRegistry } from '../registry.ts'
import type { Bench } from './bench.ts'
import { makeCache } from './cache.ts'
import { carryOut } from './carry-out.ts'
import { metadataOf } from './metadata.ts'
import { newUuid } from './new-uuid.ts'
import { serialByKey } from './serial.ts'
import type { CommandContext, Handled, HandleFailure, HandleOptions } from './types.ts'

const benchOf = <Command, Event extends Fact, State, Rejection>(
  store: Log,
  room: Room<Command, Event, State, Rejection>,
  options: HandleOptions,
): Bench<Command, Event, State, Rejection> => {
  const { cacheSize = 10_000, attempts = 8, resends = 5 } = options
  const { initial, evolve } = room.decider
  return {
    store,
    room,
    // A room's streams hold its own events and no others.
    folding: { initial, evolve: (draft, fact) => evolve(draft, fact as Event) },
    registry: options.registry ?? makeRegistry(room.events),
    cache: makeCache(cacheSize),
    attempts,
    resends,
  }
}

/**
 * The one path from a command to the log: read, fold, decide, append at the revision that was read.
 *
 * Shape: commands on one stream are carried out one after another, on different streams side by side.
 * States are kept in a bounded cache that nobody else sees; what it holds changes speed, never answers.
 * Rejects: `Rejected` is the room's own; `StoreFailed` the store's, with its outcome;
 * `AttemptsExhausted` after so many decisions that others overtook. A bug of the room throws.
 */
export const handle = <Command, Event extends Fact, State, Rejection>(
  store: Log,
  room: Room<Command, Event, State, Rejection>,
  options: HandleOptions = {},
): ((
  command: Command,
  context?: CommandContext,
) => TaskEither<HandleFailure<Rejection>, Handled<State, Event>>) => {
  const bench = benchOf(store, room, options)
  const newCommandId = options.newCommandId ?? newUuid
  const inTurn = serialByKey()
  return (command, context = {}) => {
    const stream = room.streamOf(command)
    const metadata = metadataOf(context, newCommandId, room.doorOf(command))
    return () =>
      inTurn(stream, async () => {
        try {
          return await carryOut(bench, stream, command, metadata)
        } catch (thrown) {
          // Whatever broke off a reading or a fold, the entry may stand between two revisions.
          bench.cache.drop(stream)
          if (thrown instanceof StoreFailure)
            return E.left({ type: 'StoreFailed', error: thrown.error })
          throw thrown
        }
      })
  }
}
