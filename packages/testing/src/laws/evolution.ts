import * as fc from 'fast-check'
import { evolveOwned, evolvePublished, fold, publish, type Fact } from '@tenure/core/shared'
import { assertSame, firstDifference } from '../difference.ts'
import { guarded } from '../guarded.ts'
import { acceptOrKeep, ownCommands, reach } from '../history.ts'
import type { Ground, Law } from './law.ts'

/** One recipe, three engines: in place, under Immer, and the fold that stores use. */
export const evolvesEitherWay = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'evolves in place, under Immer and in one fold to the same state',
  check: () => {
    const { room, commands, numRuns } = ground
    const { decider } = room
    fc.assert(
      fc.property(commands, (offered) => {
        const history = reach(room)(offered)
        let owned = decider.initial()
        let published = publish(decider.initial())
        for (const event of history) {
          owned = evolveOwned(decider.evolve, owned, event)
          published = evolvePublished(decider.evolve, published, event)
          assertSame(owned, published, 'in place and under Immer differ')
        }
        assertSame(fold(decider, history), published, 'the fold and the steps differ')
      }),
      { numRuns },
    )
  },
})

/** Events may be cursors that move on: a recipe copies what it needs, and writes into none. */
export const keepsNoEvent = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'only reads an event, and keeps no reference into it',
  check: () => {
    const { room, commands, numRuns } = ground
    const { decider } = room
    fc.assert(
      fc.property(commands, (offered) => {
        const history = reach(room)(offered)
        let owned = decider.initial()
        for (const event of history) {
          const lent = guarded(event, event.type)
          owned = evolveOwned(decider.evolve, owned, lent.value)
          lent.revoke()
        }
        assertSame(fold(decider, history), owned, 'an event that moved on changed the state')
      }),
      { numRuns },
    )
  },
})

/** Totality of `evolve`: cuts hide events and late facts come out of order, and nothing may throw. */
export const evolvesOverAnyPart = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'evolves over any part of a history, in any order, without a throw or a NaN',
  check: () => {
    const { room, commands, numRuns } = ground
    const part = commands.chain((offered) => {
      const history = [...reach(room)(offered)]
      return fc.shuffledSubarray(history, { minLength: Math.min(1, history.length) })
    })
    fc.assert(
      fc.property(part, (events) => {
        const state = fold(room.decider, events)
        const found = whereNaN(state)
        if (found !== undefined) throw new Error(`NaN at ${found}`)
      }),
      { numRuns },
    )
  },
})

const whereNaN = (value: unknown, path = 'state'): string | undefined => {
  if (typeof value === 'number') return Number.isNaN(value) ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const entries =
    value instanceof Map || value instanceof Set ? value.entries() : Object.entries(value)
  for (const [key, held] of entries) {
    const found = whereNaN(held, `${path}.${String(key)}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** The invariants that the room declares, after every command of every history. */
export const keepsInvariant = <C, V extends Fact, S, R>(
  ground: Ground<C, V, S, R>,
): ReadonlyArray<Law> =>
  ground.invariants.map(({ title, holds }) => ({
    title,
    check: () => {
      const { room, commands, numRuns } = ground
      fc.assert(
        fc.property(commands, (offered) => {
          let history: ReadonlyArray<V> = []
          return ownCommands(room)(offered).every((command) => {
            history = acceptOrKeep(room)(history, command)
            return holds(fold(room.decider, history), history)
          })
        }),
        { numRuns },
      )
    },
  }))

/** `initial` is a function because engines change what it returns. */
export const startsAfresh = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'starts every stream from a state of its own',
  check: () => {
    const { room, commands, numRuns } = ground
    const { decider } = room
    const before = publishedCopy(decider.initial)
    fc.assert(
      fc.property(commands, (offered) => {
        let owned = decider.initial()
        for (const event of reach(room)(offered)) owned = evolveOwned(decider.evolve, owned, event)
        return firstDifference(before, decider.initial()) === undefined
      }),
      { numRuns: Math.min(numRuns, 20) },
    )
  },
})

/** Immer's own copy, so that a later change of a shared initial state is seen. */
const publishedCopy = <S>(initial: () => S): S => copyOfState(initial())

const copyOfState = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null) return value
  // A copy of the same shape has the same type.
  if (value instanceof Map)
    return new Map([...value].map(([key, held]) => [key, copyOfState(held)])) as A
  if (value instanceof Set) return new Set(value) as A
  if (Array.isArray(value)) return value.map(copyOfState) as A
  return Object.fromEntries(Object.entries(value).map(([k, held]) => [k, copyOfState(held)])) as A
}
