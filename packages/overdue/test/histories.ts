import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { collectionsRoom, type CollectionsCommand } from '@tenure/core/collections'
import { receivablesRoom, type ReceivablesCommand } from '@tenure/core/receivables'
import {
  currency,
  customerId,
  evolveOwned,
  type CustomerId,
  type Fact,
  type Instant,
  type Room,
} from '@tenure/core/shared'
import { knownFact, type Known } from '@tenure/projection'
import { collectionsCommand, receivablesCommand } from '@tenure/testing/arbitraries'

/** A command of one of the two rooms, with the instant at which its source says it was learned. */
export type Learned =
  | { readonly room: 'receivables'; readonly command: ReceivablesCommand; readonly at: Instant }
  | { readonly room: 'collections'; readonly command: CollectionsCommand; readonly at: Instant }

const customers: ReadonlyArray<CustomerId | null> = [
  customerId('__proto__'),
  customerId('ada'),
  customerId('عمر'),
  null,
]

/** Sums over customers may not leave the safe range, so no single amount is that large here. */
const isBearable = (command: object): boolean => !/\d{14}/.test(JSON.stringify(command))

const booking = receivablesCommand
  .filter(isBearable)
  .map((command) => ({ room: 'receivables' as const, command }))
const collecting = collectionsCommand
  .filter(isBearable)
  .map((command) => ({ room: 'collections' as const, command }))

/**
 * Commands to several customers, mostly in one currency, each with the instant it became known. Within a
 * stream the instants do not go back; between streams they do, as the files of an import may.
 */
export const learnedCommands: fc.Arbitrary<ReadonlyArray<Learned>> = fc
  .array(
    fc.record({
      asked: fc.oneof({ weight: 12, arbitrary: booking }, { weight: 1, arbitrary: collecting }),
      customer: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3),
      usd: fc.constantFrom(false, false, false, false, false, false, false, false, true),
      pause: fc.constantFrom(0, 1, 86_400_000),
    }),
    { maxLength: 150, size: 'max' },
  )
  .map((steps) => {
    const clocks = new Map<string, number>()
    return steps.map(({ asked, customer, usd, pause }): Learned => {
      const about = {
        customerId: customers[customer] ?? null,
        currency: currency(usd ? 'USD' : 'EUR'),
      }
      const clock = `${asked.room} ${about.currency} ${about.customerId}`
      const at = ((clocks.get(clock) ?? 1_700_000_000_000 + customer * 200_000_000) +
        pause) as Instant
      clocks.set(clock, at)
      return asked.room === 'receivables'
        ? { room: 'receivables', command: { ...asked.command, ...about }, at }
        : { room: 'collections', command: { ...asked.command, ...about }, at }
    })
  })

/** A room at work: it decides on its streams, and forgets what it refuses. */
const atWork = <Command, Event extends Fact, State, Rejection>(
  room: Room<Command, Event, State, Rejection>,
) => {
  const states = new Map<string, State>()
  return (command: Command): ReadonlyArray<Event> => {
    const stream = room.streamOf(command)
    const state = states.get(stream) ?? room.decider.initial()
    const answer = room.decider.decide(command)(state)
    if (E.isLeft(answer)) return []
    states.set(
      stream,
      answer.right.reduce((next, event) => evolveOwned(room.decider.evolve, next, event), state),
    )
    return answer.right
  }
}

/** The log that the rooms make of the commands, refusals dropped. */
export const logOf = (commands: ReadonlyArray<Learned>): ReadonlyArray<Known> => {
  const receivables = atWork(receivablesRoom)
  const collections = atWork(collectionsRoom)
  const facts = commands.flatMap(({ room, command, at }) => {
    const events: ReadonlyArray<Fact> =
      room === 'receivables' ? receivables(command) : collections(command)
    return events.map((body) => ({ body, at }))
  })
  return facts.map(({ body, at }, place) => knownFact(body, at, place))
}

/** Histories that the rules can produce, as a log. */
export const reachableLogs: fc.Arbitrary<ReadonlyArray<Known>> = learnedCommands.map(logOf)
