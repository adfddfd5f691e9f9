import type { EventDefinition, Fact } from '@tenure/core/shared'
import type { Draft } from 'immer'

/**
 * A read model: a set of rows, each keyed by one entity, folded by a recipe on one row.
 *
 * Laws (tested for every model): the recipe is total on every subset of a history; it only reads the
 * event and keeps no reference into it; owned and Immer-drafted rows come out equal; `combine` is
 * associative, and joins the rows of two halves of a history split by customer into those of the whole.
 */
export interface ReadModel<Event extends Fact, Row> {
  readonly name: string
  /** Raised when rows change for the same history. */
  readonly version: number
  /** The types it sees; all others are never decoded for it. */
  readonly consumes: ReadonlyArray<EventDefinition>
  /** The rows an event touches. Keys are text and may be `__proto__`. */
  readonly keysOf: (event: Event) => ReadonlyArray<string>
  readonly emptyRow: (key: string) => Row
  /** An Immer recipe on one row: changes the draft, or returns the next value. */
  readonly recipe: (row: Draft<Row>, event: Event, key: string) => Draft<Row> | void
  readonly combine: (a: Row, b: Row) => Row
}

/** The rows of one model at one cut, by key. Read only. */
export type Rows<Row> = ReadonlyMap<string, Row>

/** A read model of whatever events and rows: what the engines take in a list. */
export interface AnyReadModel {
  readonly name: string
  readonly version: number
  readonly consumes: ReadonlyArray<EventDefinition>
  readonly keysOf: (event: never) => ReadonlyArray<string>
  readonly emptyRow: (key: string) => unknown
  readonly recipe: (row: never, event: never, key: string) => unknown
  readonly combine: (a: never, b: never) => unknown
}

/** The row type of a read model. */
export type RowOf<Model> = Model extends { readonly emptyRow: (key: string) => infer Row }
  ? Row
  : never

/** States a read model with its types checked; the value comes back as it is. */
export const readModel = <Event extends Fact, Row>(
  model: ReadModel<Event, Row>,
): ReadModel<Event, Row> => model
