import type { Fact } from '@tenure/core/shared'
import type { AnyReadModel } from './read-model.ts'

/** A read model as the engines run it: an event of its types, and rows that it made itself. */
export interface EngineModel {
  readonly keysOf: (event: Fact) => ReadonlyArray<string>
  readonly emptyRow: (key: string) => unknown
  readonly recipe: (row: unknown, event: Fact, key: string) => unknown
}

/**
 * Forgets the types of a model. Sound in the engines: they give it only events of the types that it
 * consumes, decoded by their codecs, and only rows that came from its own `emptyRow` and `recipe`.
 */
export const engineModel = (model: AnyReadModel): EngineModel => model as unknown as EngineModel
