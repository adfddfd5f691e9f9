import * as E from 'fp-ts/lib/Either.js'
import type { Policy, TradeRules } from '@tenure/core/policies'
import type { TradeEvent } from '@tenure/core/rooms'
import { makeWorld, type World } from '../world/index.ts'
import { lifeStartsOn, type LifeCommand } from './life-commands.ts'
import { rulesOfLife } from './rules.ts'

/** What a life answered to one of its commands. */
export interface LifeStep extends LifeCommand {
  readonly answer: E.Either<{ readonly type: string }, ReadonlyArray<TradeEvent>>
}

export interface Life {
  readonly world: World
  readonly steps: ReadonlyArray<LifeStep>
}

/** Plays the commands of a life, each on its day, in a house of its own. */
export const playLife = (
  commands: ReadonlyArray<LifeCommand>,
  { policies = [], rules = rulesOfLife }: LifeRules = {},
): Life => {
  const world = makeWorld({ policies, rules, startsOn: lifeStartsOn })
  const steps = commands.map(({ on, given }): LifeStep => {
    world.walkTo(on)
    return { on, given, answer: world.tell(given) }
  })
  return { world, steps }
}

export interface LifeRules {
  readonly policies?: ReadonlyArray<Policy>
  readonly rules?: TradeRules
}

const names = (events: ReadonlyArray<TradeEvent>): string =>
  events.length === 0 ? 'nothing new' : events.map(({ type }) => type).join(', ')

/**
 * A life as a person reads it: one command a line, with its day and what came of it.
 *
 * Shape: the last command is what was done, all before it is what was given: so a shrunk counterexample
 * reads as an example.
 */
export const tellLife = ({ steps }: Pick<Life, 'steps'>): string =>
  steps
    .map(({ on, given, answer }, index) => {
      const word = index === steps.length - 1 ? 'when ' : index === 0 ? 'given' : '  and'
      const { type, ...fields } = given.command
      const said = E.isLeft(answer)
        ? `turned down: ${JSON.stringify(answer.left)}`
        : names(answer.right)
      return `${word} ${on} ${given.room}: ${type} ${JSON.stringify(fields)}\n      then ${said}`
    })
    .join('\n')

/** Says what is wrong with a life, if anything, and tells the life: made for `fc.property`. */
export const checkLife = (life: Life, check: (life: Life) => void): void => {
  try {
    check(life)
  } catch (wrong) {
    const why = wrong instanceof Error ? wrong.message : String(wrong)
    throw new Error(`${why}\n\nin this life:\n${tellLife(life)}`, { cause: wrong })
  }
}
