import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { runs } from '@tenure/house-rules/runs'
import {
  checkLife,
  lifeCommands,
  playLife,
  type Life,
  type LifeCommand,
  type LifeOptions,
  type LifeStep,
} from '@tenure/testing/life'
import type { TradeEvent } from '../src/rooms.ts'

/** Tries a law on many lives; what breaks it is told as commands, one a line. */
export const inEveryLife = (
  check: (life: Life) => void,
  options: LifeOptions = {},
  numRuns = 100,
): void => {
  fc.assert(
    fc.property(lifeCommands(options), (commands: ReadonlyArray<LifeCommand>) => {
      checkLife(playLife(commands, options), check)
    }),
    { numRuns: runs(numRuns) },
  )
}

/** Commands without a name of their own: they ask what is due, and may find something another time. */
const questions: ReadonlySet<string> = new Set([
  'AssessChurn',
  'RunSequence',
  'ExpireLots',
  'AdjustTier',
])

/** Whether a command was accepted; a question that found nothing was not, as in the laws of the rooms. */
export const wasAccepted = ({ given, answer }: LifeStep): boolean =>
  E.isRight(answer) && (answer.right.length > 0 || !questions.has(given.command.type))

/** The facts of one category of streams, by stream. */
export const streamsOf = <Type extends TradeEvent['type']>(
  { world }: Life,
  types: ReadonlyArray<Type>,
): ReadonlyMap<string, ReadonlyArray<Extract<TradeEvent, { type: Type }>>> => {
  const wanted: ReadonlySet<string> = new Set(types)
  const isWanted = (event: TradeEvent): event is Extract<TradeEvent, { type: Type }> =>
    wanted.has(event.type)
  const streams = new Map<string, Array<Extract<TradeEvent, { type: Type }>>>()
  for (const { stream, event } of world.log) {
    if (!isWanted(event)) continue
    const facts = streams.get(stream)
    if (facts === undefined) streams.set(stream, [event])
    else facts.push(event)
  }
  return streams
}

export const sum = (amounts: Iterable<number>): number => [...amounts].reduce((a, b) => a + b, 0)
