import { knownAtOf, publish } from '@tenure/core/shared'
import type { Cut } from './cut.ts'
import { distinctCuts, placesOf, type DistinctCuts } from './distinct-cuts.ts'
import { guard } from './guard.ts'
import type { History } from './history.ts'
import type { AnyReadModel, RowOf, Rows } from './read-model.ts'
import { foldOwned, shelfOf, shelvesByType } from './shelf.ts'

export interface ReplayOptions {
  /** Told how many events were read: every `progressEvery` of them, and once at the end. */
  readonly onProgress?: (eventsRead: number) => void
  /** 10,000 where absent. */
  readonly progressEvery?: number
  readonly signal?: AbortSignal
  /** For tests: events are frozen, and revoked when the recipes have returned. */
  readonly guard?: boolean
}

/** The models of one replay, by the name under which their rows come back. */
export type Models = Readonly<Record<string, AnyReadModel>>

/** The rows of every model at one cut. */
export interface Replayed<M extends Models> {
  readonly cut: Cut
  readonly rows: { readonly [Name in keyof M]: Rows<RowOf<M[Name]>> }
}

/** Reads the history once and folds each event into the rows of all cuts for which it counts. */
const foldAll = async (
  history: History,
  byType: ReturnType<typeof shelvesByType>,
  { latestFirst }: DistinctCuts,
  options: ReplayOptions,
): Promise<void> => {
  const { signal, onProgress, progressEvery = 10_000 } = options
  const types = [...byType.keys()]
  let eventsRead = 0
  for await (const { body, envelope } of history.readAll(signal ? { types, signal } : { types })) {
    signal?.throwIfAborted()
    eventsRead += 1
    if (eventsRead % progressEvery === 0) onProgress?.(eventsRead)
    const handlers = byType.get(body.type)
    if (handlers === undefined) continue
    const places = placesOf(latestFirst, body.effectiveOn, knownAtOf(envelope))
    if (places.length === 0) continue
    const guarded = options.guard === true ? guard(body) : undefined
    for (const shelf of handlers) foldOwned(shelf, guarded?.value ?? body, places)
    guarded?.revoke()
  }
  onProgress?.(eventsRead)
}

/**
 * Folds a history into the rows of all models at all cuts, in one pass.
 *
 * An event counts for a cut if it was true by `asOf` and known by `knownAt`, whatever its place in the
 * log. Answers come in the order of `cuts`; equal cuts share their rows. Only the types that some
 * model consumes are read. Rows are changed in place while they are nobody else's, and frozen once.
 * Rejects: with the reason of `signal` once it is aborted, and with whatever the history throws.
 */
export const replay = async <M extends Models>(
  history: History,
  models: M,
  cuts: ReadonlyArray<Cut>,
  options: ReplayOptions = {},
): Promise<ReadonlyArray<Replayed<M>>> => {
  const named = Object.entries(models)
  const distinct = distinctCuts(cuts)
  const shelves = named.map(([, model]) => shelfOf(model, distinct.latestFirst.length))
  const byType = shelvesByType(Object.values(models), shelves)

  options.signal?.throwIfAborted()
  try {
    await foldAll(history, byType, distinct, options)
  } catch (thrown) {
    // A store that is told to stop says so in an error of its own.
    options.signal?.throwIfAborted()
    throw thrown
  }

  for (const { rowsAt } of shelves) for (const rows of rowsAt) publish(rows)
  return cuts.map((cut, index) => ({
    cut,
    // Each shelf holds the rows of the model of the same index, made by its own recipe.
    rows: Object.fromEntries(
      named.map(([name], model) => [name, shelves[model]?.rowsAt[distinct.placeOf[index] ?? 0]]),
    ) as unknown as Replayed<M>['rows'],
  }))
}
