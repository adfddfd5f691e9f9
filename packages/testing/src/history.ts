import * as E from 'fp-ts/lib/Either.js'
import { fold, type Room } from '@tenure/core/shared'

/** The events of one stream, as the rules of its room made them. */
export type History<Event> = ReadonlyArray<Event>

/** What the room answers to a command after a history. */
export const decideAt =
  <Command, Event, State, Rejection>(room: Room<Command, Event, State, Rejection>) =>
  (history: History<Event>) =>
  (command: Command): E.Either<Rejection, ReadonlyArray<Event>> =>
    room.decider.decide(command)(fold(room.decider, history))

/**
 * The history after one more command: longer where it was accepted, the same where it was refused.
 * Made for `reduce`: `commands.reduce(acceptOrKeep(room), history)`.
 */
export const acceptOrKeep =
  <Command, Event, State, Rejection>(room: Room<Command, Event, State, Rejection>) =>
  (history: History<Event>, command: Command): History<Event> => {
    const answer = decideAt(room)(history)(command)
    return E.isLeft(answer) ? history : [...history, ...answer.right]
  }

/**
 * The history that a list of commands leads to, refusals dropped: a past that the rules can produce,
 * which is the only kind worth testing.
 *
 * Shape: as at work, a stream sees only its own commands, so those that `streamOf` sends elsewhere than
 * the first one are left out.
 */
export const reach =
  <Command, Event, State, Rejection>(room: Room<Command, Event, State, Rejection>) =>
  (commands: ReadonlyArray<Command>): History<Event> =>
    ownCommands(room)(commands).reduce(acceptOrKeep(room), [])

/** The commands that belong to the stream of the first one, in order. */
export const ownCommands =
  <Command, Event, State, Rejection>(room: Room<Command, Event, State, Rejection>) =>
  (commands: ReadonlyArray<Command>): ReadonlyArray<Command> => {
    const [first] = commands
    if (first === undefined) return []
    const stream = room.streamOf(first)
    return commands.filter((command) => room.streamOf(command) === stream)
  }
