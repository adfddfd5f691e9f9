import * as E from 'fp-ts/lib/Either.js'
import { fold, type Fact, type Room } from '../src/shared/index.ts'

/** Rooms at work together: each command is decided on its own stream, and every fact is kept in order. */
export const makeHouse = () => {
  const log: Array<Fact> = []
  const streams = new Map<string, ReadonlyArray<unknown>>()

  /** Gives a command that the rules must accept, and returns what came of it. */
  const give = <Command, Event extends Fact, State, Rejection>(
    room: Room<Command, Event, State, Rejection>,
    command: Command,
  ): ReadonlyArray<Event> => {
    const stream = room.streamOf(command)
    // A stream holds the events of its room only.
    const history = (streams.get(stream) ?? []) as ReadonlyArray<Event>
    const answer = room.decider.decide(command)(fold(room.decider, history))
    if (E.isLeft(answer)) throw new Error(room.explain(answer.left))
    streams.set(stream, [...history, ...answer.right])
    log.push(...answer.right)
    return answer.right
  }

  /** The refusal of a command that the rules must not accept. */
  const refuse = <Command, Event extends Fact, State, Rejection>(
    room: Room<Command, Event, State, Rejection>,
    command: Command,
  ): Rejection => {
    const history = (streams.get(room.streamOf(command)) ?? []) as ReadonlyArray<Event>
    const answer = room.decider.decide(command)(fold(room.decider, history))
    if (E.isRight(answer)) throw new Error(`accepted: ${JSON.stringify(answer.right)}`)
    return answer.left
  }

  const stateOf = <Command, Event extends Fact, State, Rejection>(
    room: Room<Command, Event, State, Rejection>,
    stream: string,
  ): State => fold(room.decider, (streams.get(stream) ?? []) as ReadonlyArray<Event>)

  return { give, refuse, stateOf, log }
}

const amountOf = (fact: Fact): string => {
  const amount = ['totalMinor', 'amountMinor', 'netMinor'].find((field) =>
    Object.hasOwn(fact, field),
  )
  return amount === undefined
    ? ''
    : ` ${String(Object.entries(fact).find(([key]) => key === amount)?.[1])}`
}

/** `2026-03-02 OrderPlaced 100000`, line by line: a golden log that can be read. */
export const written = (log: ReadonlyArray<Fact>): ReadonlyArray<string> =>
  log.map((fact) => `${fact.effectiveOn} ${fact.type}${amountOf(fact)}`)

/** The only fact of a type among some; a throw where there is another number of them. */
export const only = <Event extends Fact, Type extends Event['type']>(
  events: ReadonlyArray<Event>,
  type: Type,
): Extract<Event, { type: Type }> => {
  const found = events.filter(
    (event): event is Extract<Event, { type: Type }> => event.type === type,
  )
  const [one] = found
  if (one === undefined || found.length > 1) throw new Error(`${found.length} of ${type}`)
  return one
}
