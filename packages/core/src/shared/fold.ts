import { enableMapSet, freeze, produce, type Draft } from 'immer'
import type { Decider } from './decider.ts'

// Immer is called here and in the read models' live engine only; rooms write plain recipes.
enableMapSet()

type Evolve<State, Event> = Decider<never, Event, State, unknown>['evolve']

/** The next published state: the old value is untouched, the new one frozen. Microseconds an event. */
export const evolvePublished = <State, Event>(
  evolve: Evolve<State, Event>,
  state: State,
  event: Event,
): State => produce(state, (draft) => evolve(draft, event))

/**
 * Evolves a state that nobody else holds, in place: tens of nanoseconds an event.
 * Sound only while the caller is the sole owner; freeze with `publish` before handing it out.
 */
export const evolveOwned = <State, Event>(
  evolve: Evolve<State, Event>,
  owned: State,
  event: Event,
): State => {
  // A draft is the state itself here: no proxy stands between the recipe and the owned object.
  const next = evolve(owned as Draft<State>, event)
  return next === undefined ? owned : (next as State)
}

/** The state after a whole history, from `initial`, frozen. */
export const fold = <Command, Event, State, Rejection>(
  decider: Decider<Command, Event, State, Rejection>,
  events: Iterable<Event>,
): State => {
  let state = decider.initial()
  for (const event of events) state = evolveOwned(decider.evolve, state, event)
  return publish(state)
}

/** Freezes a value through and through, Maps and Sets too. Its owner may not change it any more. */
export const publish = <State>(state: State): State => freeze(state, true)
