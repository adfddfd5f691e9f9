import type { Fact } from '@tenure/core/shared'
import { engineModel, type EngineModel } from './engine-model.ts'
import type { AnyReadModel } from './read-model.ts'

/** One model's rows while a replay owns them: one set for each distinct cut. */
export interface Shelf {
  readonly model: EngineModel
  readonly rowsAt: ReadonlyArray<Map<string, unknown>>
}

export const shelfOf = (model: AnyReadModel, cuts: number): Shelf => ({
  model: engineModel(model),
  rowsAt: Array.from({ length: cuts }, () => new Map<string, unknown>()),
})

/** Which shelves an event type goes to. A type that is not here need not be read. */
export const shelvesByType = (
  models: ReadonlyArray<AnyReadModel>,
  shelves: ReadonlyArray<Shelf>,
): ReadonlyMap<string, ReadonlyArray<Shelf>> => {
  const byType = new Map<string, Array<Shelf>>()
  models.forEach((model, index) => {
    const shelf = shelves[index]
    if (shelf === undefined) return
    for (const type of new Set(model.consumes.map((definition) => definition.type))) {
      const handlers = byType.get(type)
      if (handlers === undefined) byType.set(type, [shelf])
      else handlers.push(shelf)
    }
  })
  return byType
}

/** Folds one event into the rows at the named places, in place: nobody else holds them. */
export const foldOwned = (shelf: Shelf, event: Fact, places: ReadonlyArray<number>): void => {
  const { model, rowsAt } = shelf
  for (const key of model.keysOf(event)) {
    for (const place of places) {
      const rows = rowsAt[place]
      if (rows === undefined) continue
      const held = rows.get(key)
      const row = held === undefined ? model.emptyRow(key) : held
      const next = model.recipe(row, event, key)
      if (next !== undefined) rows.set(key, next)
      else if (held === undefined) rows.set(key, row)
    }
  }
}
