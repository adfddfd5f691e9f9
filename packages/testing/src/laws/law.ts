import type { Arbitrary } from 'fast-check'
import type { Fact, Room } from '@tenure/core/shared'

/** One law as a sentence and a check that throws, with a counterexample, where it is broken. */
export interface Law {
  readonly title: string
  readonly check: () => void
}

/** What must hold of every state that the rules can reach, together with the history that led there. */
export interface Invariant<State, Event> {
  readonly title: string
  /** `false` or a throw breaks it; a throw may say how. */
  readonly holds: (state: State, history: ReadonlyArray<Event>) => boolean
}

export interface RoomLawOptions<Command, Event extends Fact, State, Rejection> {
  readonly room: Room<Command, Event, State, Rejection>
  /** Small pools of ids make commands meet; hostile texts among them find plain objects used as maps. */
  readonly command: Arbitrary<Command>
  readonly invariants?: ReadonlyArray<Invariant<State, Event>>
  /**
   * Commands that only ask how things stand, as a timer does. What they wrote is never written again, but
   * the answer "nothing new" promises nothing about a day on which more is known.
   */
  readonly isQuestion?: (command: Command) => boolean
  readonly numRuns?: number
  /** The longest list of commands that a history is made from. */
  readonly maxCommands?: number
}

/** What a single law is made from: the room, and how to look at it. */
export interface Ground<Command, Event extends Fact, State, Rejection> {
  readonly room: Room<Command, Event, State, Rejection>
  readonly commands: Arbitrary<ReadonlyArray<Command>>
  readonly invariants: ReadonlyArray<Invariant<State, Event>>
  readonly isQuestion: (command: Command) => boolean
  readonly numRuns: number
}
