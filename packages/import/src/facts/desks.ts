import { churnRoom } from '@tenure/core/churn'
import { collectionsRoom } from '@tenure/core/collections'
import { customerRoom } from '@tenure/core/customer'
import { invoiceRoom } from '@tenure/core/invoice'
import { orderRoom } from '@tenure/core/order'
import { receivablesRoom } from '@tenure/core/receivables'
import { evolveOwned, type Fact, type Room } from '@tenure/core/shared'
import { makeRegistry, type Encoded, type Recorded } from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import type { RoomCommand, RoomName } from './commands.ts'

/** What a room answers to a command: its events in their stored form. None: it was so already. */
export type Answer =
  | { readonly kind: 'events'; readonly events: ReadonlyArray<Encoded> }
  | { readonly kind: 'rejected'; readonly type: string; readonly reason: string }

/** One stream's state in rehearsal: past events go in, and commands are decided on what follows. */
export interface Rehearsal {
  readonly meet: (recorded: Recorded) => void
  readonly decide: (command: RoomCommand) => Answer
}

/** A room, whatever the types of its commands and states: all that an import needs of it. */
export interface Desk {
  readonly streamOf: (command: RoomCommand) => string
  readonly rehearse: () => Rehearsal
}

const deskOf = <Command, Event extends Fact, State, Rejection extends { readonly type: string }>(
  room: Room<Command, Event, State, Rejection>,
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
        // Encoded first: from here on the state may hold parts of the events, and changes in place.
        const events = decided.right.map(registry.encode)
        decided.right.forEach(evolve)
        return { kind: 'events', events }
      },
    }
  }
  return { streamOf: (tagged) => room.streamOf(own(tagged)), rehearse }
}

/** The rooms that an import can write to. */
const desks: ReadonlyMap<RoomName, Desk> = new Map<RoomName, Desk>([
  ['customer', deskOf(customerRoom)],
  ['order', deskOf(orderRoom)],
  ['invoice', deskOf(invoiceRoom)],
  ['receivables', deskOf(receivablesRoom)],
  ['collections', deskOf(collectionsRoom)],
  ['churn', deskOf(churnRoom)],
])

export const deskFor = (room: RoomName): Desk => {
  const desk = desks.get(room)
  if (desk === undefined) throw new TypeError(`no room ${room}`)
  return desk
}
