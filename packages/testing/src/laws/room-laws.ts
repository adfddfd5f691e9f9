import * as fc from 'fast-check'
import type { Fact } from '@tenure/core/shared'
import { acceptsOnce, answersEverything, answersTheSameTwice } from './answers.ts'
import {
  evolvesEitherWay,
  evolvesOverAnyPart,
  keepsInvariant,
  keepsNoEvent,
  startsAfresh,
} from './evolution.ts'
import type { Ground, Law, RoomLawOptions } from './law.ts'
import { keepsTheEnvelopeOut, knowsItsStream, readsBack } from './storage.ts'

/**
 * The laws that every room owes, over histories that its own rules produce.
 *
 * Shape: values, so that any test runner can run them:
 * `for (const law of roomLaws({ room, command })) it(law.title, law.check)`.
 * Each check throws with a shrunk counterexample where its law is broken. `numRuns` is for each law; without it, fast-check's own setting.
 * Source: architecture, section 12; domain invariants 37 to 40 and 48.
 */
export const roomLaws = <Command, Event extends Fact, State, Rejection>(
  options: RoomLawOptions<Command, Event, State, Rejection>,
): ReadonlyArray<Law> => {
  const { room, command, invariants = [], isQuestion = () => false } = options
  const { numRuns = fc.readConfigureGlobal().numRuns ?? 100, maxCommands = 30 } = options
  const ground: Ground<Command, Event, State, Rejection> = {
    room,
    // `max`: histories of one or two events say little, so lists are drawn up to their full length.
    commands: fc.array(command, { minLength: 1, maxLength: maxCommands, size: 'max' }),
    invariants,
    isQuestion,
    numRuns,
  }
  return [
    answersEverything(ground),
    answersTheSameTwice(ground),
    acceptsOnce(ground),
    readsBack(ground),
    evolvesEitherWay(ground),
    keepsNoEvent(ground),
    evolvesOverAnyPart(ground),
    startsAfresh(ground),
    knowsItsStream(ground),
    keepsTheEnvelopeOut(ground),
    ...keepsInvariant(ground),
  ]
}
