import { rooms, type RoomName, type StateOf, type TradeEvent } from '../rooms.ts'
import type { CustomerId } from '../shared/index.ts'

/**
 * All that policies know of one customer: the states of the customer's streams, folded by the rooms' own
 * recipes from the facts met so far.
 */
export interface Dossier {
  readonly customerId: CustomerId
  readonly states: { readonly [N in RoomName]: ReadonlyMap<string, StateOf<N>> }
}

type Owned = { readonly [N in RoomName]: Map<string, StateOf<N>> }

const roomNames = Object.keys(rooms) as ReadonlyArray<RoomName>
const roomOfEvent = new Map<string, RoomName>(
  roomNames.flatMap((name) => rooms[name].events.map(({ type }) => [type, name] as const)),
)

/** The room that an event belongs to. Every event of the catalogue has one. */
export const roomOf = (event: TradeEvent): RoomName => {
  const name = roomOfEvent.get(event.type)
  if (name === undefined) throw new Error(`no room has the event ${event.type}`)
  return name
}

const noStates = (): Owned => ({
  agreement: new Map(),
  churn: new Map(),
  collections: new Map(),
  credit: new Map(),
  customer: new Map(),
  dispute: new Map(),
  engagement: new Map(),
  financing: new Map(),
  invoice: new Map(),
  loyalty: new Map(),
  order: new Map(),
  receivables: new Map(),
  returns: new Map(),
  subscription: new Map(),
  support: new Map(),
})

/** A dossier that one owner keeps: it is folded in place, as engines fold. */
export interface DossierKeeper {
  readonly dossier: Dossier
  readonly meet: (stream: string, event: TradeEvent) => void
}

/** Begins the dossier of a customer. Whoever reads it must not keep it beyond the next fact. */
export const keepDossier = (customerId: CustomerId): DossierKeeper => {
  const states = noStates()
  const meet = (stream: string, event: TradeEvent): void => {
    const name = roomOf(event)
    // A state and its decider belong to one room: the compiler cannot follow the name through both tables.
    const { initial, evolve } = rooms[name].decider as {
      readonly initial: () => unknown
      readonly evolve: (state: unknown, event: TradeEvent) => unknown
    }
    const streams = states[name] as Map<string, unknown>
    const state = streams.get(stream) ?? initial()
    streams.set(stream, evolve(state, event) ?? state)
  }
  return { dossier: { customerId, states }, meet }
}
