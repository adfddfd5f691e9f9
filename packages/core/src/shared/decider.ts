import type { Either } from 'fp-ts/lib/Either.js'
import type { Draft } from 'immer'

/** One aggregate's rules. `decide` may reject; `evolve` may not: what is recorded has happened. */
export interface Decider<Command, Event, State, Rejection> {
  /** A fresh state each time: the engines change it in place. */
  readonly initial: () => State
  /** `[]` means "already so". */
  readonly decide: (command: Command) => (state: State) => Either<Rejection, ReadonlyArray<Event>>
  /** An Immer recipe: changes the draft or returns the next state; keeps no reference into the event. */
  readonly evolve: (draft: Draft<State>, event: Event) => Draft<State> | void
}
