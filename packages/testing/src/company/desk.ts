import { rooms, type RoomName, type TradeCommand, type TradeEvent } from '@tenure/core/rooms'
import type { Fact, Room } from '@tenure/core/shared'
import { eventIds, handle, type CommandContext, type Log } from '@tenure/event-store'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Clock } from './days.ts'

/** What the company was told, counted by kind. */
export interface Tally {
  commands: number
  /** Commands answered with "already so", by command. */
  readonly alreadySo: Map<string, number>
  /** Commands of people turned down, as the company expected they might be, by rejection. */
  readonly rejected: Map<string, number>
  /** Commands of policies turned down, by policy and rejection. */
  readonly rejectedOfPolicies: Map<string, number>
}

export const makeTally = (): Tally => ({
  commands: 0,
  alreadySo: new Map(),
  rejected: new Map(),
  rejectedOfPolicies: new Map(),
})

export const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

interface Tagged {
  readonly type: string
}
type AnyRoom = Room<Tagged, Fact, unknown, Tagged>

/** A fact that was just recorded, with its place and the id that the store gave it. */
export interface Recorded {
  readonly id: string
  readonly stream: string
  readonly event: TradeEvent
}

/** What came of a command: facts, or why not. */
export type Outcome =
  | { readonly recorded: ReadonlyArray<Recorded> }
  | { readonly rejection: Tagged; readonly sentence: string }

/** Where commands are given: every room's by its own desk, one after the other. */
export type Desks = (
  given: TradeCommand,
  context: CommandContext & { readonly commandId: string },
) => Promise<Outcome>

/** Enough for every stream that is worked on within a season. */
const cacheSize = 20_000

export const makeDesks = (store: Log, clock: Clock, tally: Tally): Desks => {
  const open = (name: RoomName) => {
    // A room and its commands belong together: the compiler cannot follow the name through both.
    const room = rooms[name] as unknown as AnyRoom
    return { room, carryOut: handle(store, room, { cacheSize }) }
  }
  const desks = new Map<RoomName, ReturnType<typeof open>>()
  return async ({ room: name, command }, context) => {
    const desk = desks.get(name) ?? open(name)
    desks.set(name, desk)
    clock.tick()
    tally.commands += 1
    const result = await desk.carryOut(command, context)()
    if (isLeft(result)) {
      const failure = result.left
      if (failure.type !== 'Rejected') throw new Error(`${name}: ${JSON.stringify(failure)}`)
      return { rejection: failure.rejection, sentence: desk.room.explain(failure.rejection) }
    }
    const { stream, events } = result.right
    if (events.length === 0) count(tally.alreadySo, command.type)
    const ids = eventIds(context.commandId, events.length)
    // The facts of a room of the trade are facts of the trade.
    const facts = events as ReadonlyArray<TradeEvent>
    return {
      recorded: facts.flatMap((event, index) => {
        const id = ids[index]
        return id === undefined ? [] : [{ id, stream, event }]
      }),
    }
  }
}
