import { knownAtOf } from '@tenure/core/shared'
import type { Cut } from '../cut.ts'
import { mergeRows } from '../merge-rows.ts'
import { historyOf } from '../memory-history.ts'
import { replay } from '../replay.ts'
import { choicesFrom, type Choices } from './choices.ts'
import { firstNaN } from './first-difference.ts'
import type { Law } from './law.ts'
import { everything, mustBeSame, rowsAt, type Facts } from './law-rows.ts'

/** Some cuts at days and instants of the history, with and without an instant. */
const someCuts = (history: Facts, choices: Choices): ReadonlyArray<Cut> => {
  const pick = () => history[choices.below(history.length)]
  const cuts = [1, 2, 3].flatMap((): ReadonlyArray<Cut> => {
    const [day, instant] = [pick(), pick()]
    if (day === undefined || instant === undefined) return []
    const asOf = day.body.effectiveOn
    return [{ asOf }, { asOf, knownAt: knownAtOf(instant.envelope) }]
  })
  return [everything(), ...cuts]
}

export const totalOnSubsets: Law = {
  title: 'on every subset of a history, in every order, nothing throws and no number is lost',
  holds: async (model, history, seed) => {
    const choices = choicesFrom(seed)
    const subset = choices.someOf(history)
    for (const facts of [subset, choices.shuffled(subset), choices.shuffled(history)]) {
      const found = firstNaN(await rowsAt(model, facts))
      if (found !== undefined) throw new Error(`NaN at ${found}`)
    }
  },
}

export const splitByCustomer: Law = {
  title: 'parts of a history split by customer combine to the whole, in any grouping [inv 41]',
  holds: async (model, history, seed) => {
    const choices = choicesFrom(seed)
    const partOf = new Map<string | null, number>()
    for (const { body } of history)
      if (!partOf.has(body.customerId)) partOf.set(body.customerId, choices.below(3))
    const part = (place: number) =>
      rowsAt(
        model,
        history.filter(({ body }) => partOf.get(body.customerId) === place),
      )
    const [a, b, c] = [await part(0), await part(1), await part(2)]
    const whole = await rowsAt(model, history)
    mustBeSame(whole, mergeRows(model, mergeRows(model, a, b), c), 'the whole and (a + b) + c')
    mustBeSame(whole, mergeRows(model, a, mergeRows(model, b, c)), 'the whole and a + (b + c)')
  },
}

export const cutsAreFilters: Law = {
  title: 'a cut equals a replay of the facts that were true and known by it, and cuts share a pass',
  holds: async (model, history, seed) => {
    const cuts = someCuts(history, choicesFrom(seed))
    for (const { cut, rows } of await replay(historyOf(history), { model }, cuts)) {
      const facts = history.filter(
        ({ body, envelope }) =>
          body.effectiveOn <= cut.asOf &&
          (cut.knownAt === undefined || knownAtOf(envelope) <= cut.knownAt),
      )
      mustBeSame(await rowsAt(model, facts), rows.model, `facts and cut at ${cut.asOf}`)
    }
  },
}
