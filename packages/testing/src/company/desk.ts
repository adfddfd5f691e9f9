import type { Fact, Room } from '@tenure/core/shared'
import { handle, type Handled, type Log } from '@tenure/event-store'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Clock } from './days.ts'
import type { Random } from './random.ts'

/** What the company was told, counted by kind. */
export interface Tally {
  commands: number
  /** Commands answered with "already so", by command. */
  readonly alreadySo: Map<string, number>
  /** Commands turned down, as the company expected they might be, by rejection. */
  readonly rejected: Map<string, number>
}

export const makeTally = (): Tally => ({ commands: 0, alreadySo: new Map(), rejected: new Map() })

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

export interface Tagged {
  readonly type: string
}

/** A place where the commands of one room are given, each with an id drawn from the giver's chance. */
export interface Desk<Command, State, Event, Rejection extends Tagged> {
  /** Gives a command that the rules must accept: a rejection is a bug of the company, and throws. */
  readonly give: (command: Command, random: Random) => Promise<Handled<State, Event>>
  /** Gives a command that may be turned down for the reasons named; undefined where it was. */
  readonly ask: (
    command: Command,
    random: Random,
    expected: ReadonlyArray<Rejection['type']>,
  ) => Promise<Handled<State, Event> | undefined>
}

/** Enough for every stream that is worked on within a season. */
const cacheSize = 20_000

export const makeDesk = <
  Command extends Tagged,
  Event extends Fact,
  State,
  Rejection extends Tagged,
>(
  store: Log,
  clock: Clock,
  tally: Tally,
  room: Room<Command, Event, State, Rejection>,
  actor: string,
): Desk<Command, State, Event, Rejection> => {
  const carryOut = handle(store, room, { cacheSize })
  const ask: Desk<Command, State, Event, Rejection>['ask'] = async (command, random, expected) => {
    clock.tick()
    tally.commands += 1
    const result = await carryOut(command, { commandId: random.uuid(), actor })()
    if (isLeft(result)) {
      const failure = result.left
      if (failure.type !== 'Rejected') throw new Error(`${actor}: ${JSON.stringify(failure)}`)
      if (!expected.includes(failure.rejection.type))
        throw new Error(`${JSON.stringify(command)}: ${room.explain(failure.rejection)}`)
      count(tally.rejected, failure.rejection.type)
      return undefined
    }
    if (result.right.events.length === 0) count(tally.alreadySo, command.type)
    return result.right
  }
  return {
    ask,
    give: async (command, random) => {
      const handled = await ask(command, random, [])
      if (handled === undefined) throw new Error(`${command.type} was turned down`)
      return handled
    },
  }
}
