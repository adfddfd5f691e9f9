import { churnRoom } from '@tenure/core/churn'
import { collectionsRoom } from '@tenure/core/collections'
import { customerRoom } from '@tenure/core/customer'
import { invoiceRoom } from '@tenure/core/invoice'
import { orderRoom } from '@tenure/core/order'
import { receivablesRoom } from '@tenure/core/receivables'
import { evolveOwned, type Fact, type Room } from '@tenure/core/shared'
import {
  handle,
  makeRegistry,
  type CommandContext,
  type Log,
  type Recorded,
} from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import type { RoomCommand, RoomName } from './commands.ts'

/** What a room answers to a command. No events: it was so already. */
export type Answer =
  | { readonly kind: 'events'; readonly events: ReadonlyArray<Fact> }
  | { readonly kind: 'rejected'; readonly type: string; readonly reason: string }

/** One stream's state in rehearsal: past events go in, and commands are decided on what follows. */
export interface Rehearsal {
  readonly meet: (recorded: Recorded) => void
  readonly decide: (command: RoomCommand) => Answer
}

/** Carries a command out; throws where the room or the store refuses, because staging had passed it. */
export type Performer = (command: RoomCommand, context: CommandContext) => Promise<number>

/** A room, whatever the types of its commands and states: all that an import needs of it. */
export interface Desk {
  readonly streamOf: (command: RoomCommand) => string
  readonly rehearse: () => Rehearsal
  readonly performer: (inside: Log) => Performer
}

/**
 * How many streams' states an import keeps. A customer's accounts are written to all through a history;
 * a document is written to once or twice, within a short time.
 */
const accountsKept = 10_000
const documentsKept = 500

const deskOf = <Command, Event extends Fact, State, Rejection extends { readonly type: string }>(
  room: Room<Command, Event, State, Rejection>,
  cacheSize: number,
): Desk => {
  const registry = makeRegistry(room.events)
  // `desks` hands each command to the room that its tag names, so the command is one of that room's.
  const own = ({ command }: RoomCommand): Command => command as unknown as Command
  const rehearse = (): Rehearsal => {
    let state = room.decider.initial()
    const evolve = (fact: Event): void => {
      state = evolveOwned(room.decider.evolve, state, fact)
    }
    return {
      meet: (recorded) => {
        // A room's streams hold its own events and no others.
        evolve(registry.decode(recorded) as Event)
      },
      decide: (tagged) => {
        const decided = room.decider.decide(own(tagged))(state)
        if (E.isLeft(decided)) {
          const { type } = decided.left
          return { kind: 'rejected', type, reason: room.explain(decided.left) }
        }
        decided.right.forEach(evolve)
        return { kind: 'events', events: decided.right }
      },
    }
  }
  const performer = (inside: Log): Performer => {
    const perform = handle(inside, room, { registry, cacheSize })
    return async (tagged, context) => {
      const done = await perform(own(tagged), context)()
      if (E.isRight(done)) return done.right.events.length
      const why = done.left
      if (why.type === 'Rejected')
        throw new Error(`staging passed what the room refuses: ${room.explain(why.rejection)}`)
      throw new Error(
        `the store failed while an import was written: ${JSON.stringify(why, bigints)}`,
      )
    }
  }
  return { streamOf: (tagged) => room.streamOf(own(tagged)), rehearse, performer }
}

const bigints = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

/** The rooms that an import can write to. */
export const desks: ReadonlyMap<RoomName, Desk> = new Map<RoomName, Desk>([
  ['customer', deskOf(customerRoom, documentsKept)],
  ['order', deskOf(orderRoom, documentsKept)],
  ['invoice', deskOf(invoiceRoom, documentsKept)],
  ['receivables', deskOf(receivablesRoom, accountsKept)],
  ['collections', deskOf(collectionsRoom, accountsKept)],
  ['churn', deskOf(churnRoom, accountsKept)],
])

export const deskFor = (room: RoomName): Desk => {
  const desk = desks.get(room)
  if (desk === undefined) throw new TypeError(`no room ${room}`)
  return desk
}
