import * as E from 'fp-ts/lib/Either.js'
import { fold, type Fact, type Room } from '@tenure/core/shared'
import { assertSame } from './difference.ts'
import { show } from './show.ts'

/** What may be said about a room's answer. Each throws with a readable difference where it is not so. */
export interface Then<Event, Rejection> {
  /** Exactly these events, in this order, each with its whole payload. */
  readonly then: (...expected: ReadonlyArray<Event>) => void
  /** Refused with exactly this rejection, every field of it. */
  readonly thenRejected: (expected: Rejection) => void
  /** Accepted, and nothing new: it is already so. */
  readonly thenNothing: () => void
}

export interface When<Command, Event, Rejection> {
  readonly when: (command: Command) => Then<Event, Rejection>
}

const assertions = <Event, Rejection>(
  answer: E.Either<Rejection, ReadonlyArray<Event>>,
  explain: (rejection: Rejection) => string,
): Then<Event, Rejection> => {
  const accepted = (): ReadonlyArray<Event> => {
    if (E.isRight(answer)) return answer.right
    throw new Error(`the command was refused: ${explain(answer.left)}\n${show(answer.left)}`)
  }
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- the word of given/when/then; nobody awaits it
    then: (...expected) => assertSame(expected, accepted(), 'the events differ'),
    thenNothing: () => assertSame([], accepted(), 'the command should have said nothing new'),
    thenRejected: (expected) => {
      if (E.isRight(answer))
        throw new Error(`the command was accepted, with these events:\n${show(answer.right)}`)
      assertSame(expected, answer.left, 'the rejections differ')
    },
  }
}

/** Commands and events share a list: what is named like one of the room's events is an event. */
const isEventOf = <Command extends { readonly type: string }, Event extends Fact>(
  names: ReadonlySet<string>,
  step: Command | Event,
): step is Event => names.has(step.type)

/**
 * Starts an example: `given(orderRoom)(placed, shipped).when(cancel).thenRejected({ … })`.
 *
 * Shape: what is given are events of the room, taken as they stand, and commands, decided in their turn.
 * Needs no test runner. A given command that is refused is a mistake of the example and throws.
 */
export const given =
  <Command extends { readonly type: string }, Event extends Fact, State, Rejection>(
    room: Room<Command, Event, State, Rejection>,
  ) =>
  (...past: ReadonlyArray<Command | Event>): When<Command, Event, Rejection> => {
    const names = new Set(room.events.map((definition) => definition.type))
    const history: Array<Event> = []
    for (const step of past) {
      if (isEventOf<Command, Event>(names, step)) {
        history.push(step)
        continue
      }
      const answer = room.decider.decide(step)(fold(room.decider, history))
      if (E.isLeft(answer))
        throw new Error(`a given command was refused: ${room.explain(answer.left)}\n${show(step)}`)
      history.push(...answer.right)
    }
    return {
      when: (command) =>
        assertions(room.decider.decide(command)(fold(room.decider, history)), room.explain),
    }
  }
