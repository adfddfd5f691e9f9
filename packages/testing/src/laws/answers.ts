import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { fold, type Fact, type Room } from '@tenure/core/shared'
import { assertSame } from '../difference.ts'
import { copyOf, deepFrozen } from '../guarded.ts'
import { acceptOrKeep, decideAt, ownCommands } from '../history.ts'
import { show } from '../show.ts'
import type { Ground, Law } from './law.ts'

/** Every command at the state that it meets, and once more at the state that all of them lead to. */
const meetings = <C, V extends Fact, S, R>(
  room: Room<C, V, S, R>,
  offered: ReadonlyArray<C>,
): ReadonlyArray<readonly [S, C]> => {
  const own = ownCommands(room)(offered)
  let history: ReadonlyArray<V> = []
  const met = own.map((command) => {
    const state = fold(room.decider, history)
    history = acceptOrKeep(room)(history, command)
    return [state, command] as const
  })
  const last = fold(room.decider, history)
  return [...met, ...own.map((command) => [last, command] as const)]
}

const isSentence = (words: unknown): boolean =>
  typeof words === 'string' && words.trim().length > 0 && !/undefined|\[object /.test(words)

/** Totality: an answer to every command after every history, and words for every refusal. */
export const answersEverything = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'answers every command with events or a refusal, and words every refusal',
  check: () => {
    const { room, commands, numRuns } = ground
    fc.assert(
      fc.property(commands, (offered) => {
        for (const [state, command] of meetings(room, offered)) {
          const answer = room.decider.decide(command)(state)
          if (E.isRight(answer) && !Array.isArray(answer.right))
            throw new Error(`accepted without a list of events: ${show(answer)}`)
          if (E.isLeft(answer) && !isSentence(room.explain(answer.left)))
            throw new Error(`a refusal without words: ${show(answer.left)}`)
        }
      }),
      { numRuns },
    )
  },
})

/** Purity: frozen inputs, the same answer twice, and no dependence on who holds the command. */
export const answersTheSameTwice = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'gives the same answer twice, and changes nothing it was given [inv 38]',
  check: () => {
    const { room, commands, numRuns } = ground
    fc.assert(
      fc.property(commands, (offered) => {
        for (const [state, command] of meetings(room, offered)) {
          const once = room.decider.decide(deepFrozen(copyOf(command)))(state)
          const twice = room.decider.decide(deepFrozen(copyOf(command)))(state)
          assertSame(once, twice, 'two answers to one command at one state differ')
        }
      }),
      { numRuns },
    )
  },
})

/** Idempotence: what was accepted once is answered with nothing, whatever was accepted in between. */
export const acceptsOnce = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'says nothing to a command that it accepted before, whatever happened in between [inv 40]',
  check: () => {
    const { room, commands, isQuestion, numRuns } = ground
    fc.assert(
      fc.property(commands, (offered) => {
        let history: ReadonlyArray<V> = []
        const accepted: Array<C> = []
        for (const command of ownCommands(room)(offered)) {
          const answer = decideAt(room)(history)(command)
          if (E.isLeft(answer)) continue
          history = [...history, ...answer.right]
          if (answer.right.length > 0 || !isQuestion(command)) accepted.push(command)
        }
        const state = fold(room.decider, history)
        for (const command of accepted) {
          const again = room.decider.decide(command)(state)
          assertSame(E.right([]), again, `accepted before, and not silent now: ${show(command)}`)
        }
      }),
      { numRuns },
    )
  },
})
