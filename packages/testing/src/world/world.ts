import * as E from 'fp-ts/lib/Either.js'
import {
  keepDossier,
  type Asked,
  type Dossier,
  type DossierKeeper,
  type Happened,
  type Policy,
  type TradeRules,
} from '@tenure/core/policies'
import { rooms, type TradeCommand, type TradeEvent } from '@tenure/core/rooms'
import { addDays, type CivilDate, type CustomerId } from '@tenure/core/shared'

/** A command that a room turned down, as data. `asked` by a policy, or by the test itself. */
export interface TurnedDown {
  readonly given: TradeCommand | Asked
  readonly rejection: { readonly type: string }
}

export interface WorldOptions {
  readonly policies: ReadonlyArray<Policy>
  readonly rules: TradeRules
  readonly startsOn: CivilDate
  /** How often policies are asked what is due on a day; 0: nobody looks. Default: once. */
  readonly looks?: (day: CivilDate) => number
}

/**
 * A house of one's own, in memory: rooms, policies and a calendar that walks as fast as one likes.
 *
 * Shape: `tell` gives a command and lets policies answer all that follows from it; `walkTo` passes the days
 * up to and with `day`. What was turned down is kept, never thrown.
 */
export interface World {
  readonly today: () => CivilDate
  readonly tell: (
    given: TradeCommand,
  ) => E.Either<TurnedDown['rejection'], ReadonlyArray<TradeEvent>>
  readonly walkTo: (day: CivilDate) => void
  readonly log: ReadonlyArray<Happened>
  readonly turnedDown: ReadonlyArray<TurnedDown>
  /** What policies gave, in order, with the keys they gave it under. */
  readonly asked: ReadonlyArray<Asked>
  readonly dossier: (customerId: CustomerId) => Dossier
  /** Lets every policy meet these facts once more, as a delivery that repeats itself would. */
  readonly redeliver: (happened: ReadonlyArray<Happened>) => void
  /**
   * The policies fell and begin anew: they forget their dossiers and meet the whole log from its beginning. What
   * was carried out under its key is not carried out again.
   */
  readonly restart: () => void
}

interface AnyDecider {
  readonly initial: () => unknown
  readonly decide: (
    command: unknown,
  ) => (state: unknown) => E.Either<{ type: string }, ReadonlyArray<TradeEvent>>
  readonly evolve: (state: unknown, event: TradeEvent) => unknown
}

// A command and its room belong together: the compiler cannot follow the name through both.
const deciderOf = ({ room }: TradeCommand): AnyDecider =>
  rooms[room].decider as unknown as AnyDecider
const streamOf = ({ room, command }: TradeCommand): string =>
  (rooms[room] as { readonly streamOf: (command: unknown) => string }).streamOf(command)

/** A chain of policies that goes on for so long never ends. */
const longestChain = 10_000

export const makeWorld = ({ policies, rules, startsOn, looks = () => 1 }: WorldOptions): World => {
  const streams = new Map<string, unknown>()
  const keepers = new Map<CustomerId, DossierKeeper>()
  const log: Array<Happened> = []
  const turnedDown: Array<TurnedDown> = []
  const asked: Array<Asked> = []
  let today = startsOn

  const keeperOf = (customerId: CustomerId): DossierKeeper => {
    const known = keepers.get(customerId)
    if (known !== undefined) return known
    const keeper = keepDossier(customerId)
    keepers.set(customerId, keeper)
    return keeper
  }

  /** Where in the log the facts of each command end. */
  const ends: Array<number> = []
  const done = new Set<string>()

  const carryOut = (given: TradeCommand | Asked): ReturnType<World['tell']> => {
    if ('key' in given) done.add(given.key)
    const decider = deciderOf(given)
    const stream = streamOf(given)
    let state = streams.get(stream) ?? decider.initial()
    const answer = decider.decide(given.command)(state)
    if (E.isLeft(answer)) {
      turnedDown.push({ given, rejection: answer.left })
      return answer
    }
    for (const event of answer.right) {
      state = decider.evolve(state, event) ?? state
      log.push({ id: `event-${log.length}`, stream, event })
    }
    ends.push(log.length)
    streams.set(stream, state)
    return answer
  }

  const answersTo = (happened: Happened): ReadonlyArray<Asked> => {
    const { customerId } = happened.event
    if (customerId === null) return []
    const { dossier } = keeperOf(customerId)
    return policies.flatMap(({ react }) => react?.(happened, dossier, rules) ?? [])
  }

  let met = 0
  let folded = 0
  /** The next fact, with all that one command led to in the dossiers: no policy sees a half of it. */
  const meetNext = (): ReadonlyArray<Asked> | undefined => {
    const happened = log[met]
    if (happened === undefined) return undefined
    if (met === folded) {
      const until = ends[ends.findLastIndex((end) => end <= met) + 1] ?? log.length
      for (; folded < until; folded += 1) {
        const fact = log[folded]
        const customerId = fact?.event.customerId ?? null
        if (fact !== undefined && customerId !== null)
          keeperOf(customerId).meet(fact.stream, fact.event)
      }
    }
    met += 1
    const answers = answersTo(happened)
    asked.push(...answers)
    return answers
  }
  /** Carries out what was asked, and all that follows from it. */
  const settle = (first: ReadonlyArray<TradeCommand>): ReturnType<World['tell']> | undefined => {
    const waiting: Array<TradeCommand> = [...first]
    let answer: ReturnType<World['tell']> | undefined
    for (let steps = 0; ; steps += 1) {
      if (steps > longestChain) throw new Error('policies answer each other without end')
      const answers = meetNext()
      if (answers !== undefined) {
        waiting.push(...answers)
        continue
      }
      const given = waiting.shift()
      if (given === undefined) return answer
      const said = carryOut(given)
      answer ??= said
    }
  }

  const look = (): void => {
    for (const { dossier } of keepers.values())
      for (const { due } of policies) {
        const answers = due?.(today, dossier, rules) ?? []
        asked.push(...answers)
        settle(answers)
      }
  }

  return {
    today: () => today,
    tell: (given) => settle([given]) ?? E.right([]),
    walkTo: (day) => {
      while (today < day) {
        today = addDays(today, 1)
        for (let times = looks(today); times > 0; times -= 1) look()
      }
    },
    log,
    turnedDown,
    asked,
    dossier: (customerId) => keeperOf(customerId).dossier,
    redeliver: (happened) => {
      for (const one of happened) {
        const answers = answersTo(one)
        asked.push(...answers)
        settle(answers)
      }
    },
    restart: () => {
      keepers.clear()
      met = 0
      folded = 0
      for (let left = log.length; left > 0; left -= 1)
        for (const given of meetNext() ?? []) if (!done.has(given.key)) carryOut(given)
      settle([])
    },
  }
}
