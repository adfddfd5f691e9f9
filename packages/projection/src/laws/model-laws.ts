import type { Fact } from '@tenure/core/shared'
import type { ReadModel } from '../read-model.ts'
import { emptyRowIsNew, ownedEqualsDrafted, readsOnly, snapshotPlusTail } from './engine-laws.ts'
import { cutsAreFilters, splitByCustomer, totalOnSubsets } from './history-laws.ts'
import type { Law } from './law.ts'
import type { Facts } from './law-rows.ts'

/** The laws that every read model owes. */
export const lawsOfReadModels: ReadonlyArray<Law> = [
  ownedEqualsDrafted,
  snapshotPlusTail,
  readsOnly,
  emptyRowIsNew,
  totalOnSubsets,
  splitByCustomer,
  cutsAreFilters,
]

/** One law over the histories given, ready for whatever runs tests. */
export interface ModelLaw {
  readonly title: string
  /** Rejects with a sentence that names the history, by its place, and what differs. */
  readonly check: () => Promise<void>
}

/**
 * The laws of one read model over some histories: `for (const { title, check } of modelLaws(…)) it(title, check)`.
 *
 * The choices that a law makes (subsets, orders, splits, cuts) follow from the place of the history.
 */
export const modelLaws = <Event extends Fact, Row>({
  model,
  histories,
}: {
  readonly model: ReadModel<Event, Row>
  readonly histories: Iterable<Facts>
}): ReadonlyArray<ModelLaw> => {
  const all = [...histories]
  return lawsOfReadModels.map(({ title, holds }) => ({
    title: `${model.name}: ${title}`,
    check: async () => {
      for (const [place, history] of all.entries()) {
        try {
          await holds(model, history, place)
        } catch (cause) {
          const reason = cause instanceof Error ? cause.message : String(cause)
          throw new Error(`history ${place} of ${all.length}: ${reason}`, { cause })
        }
      }
    },
  }))
}
