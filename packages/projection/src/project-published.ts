import { publish, type Fact } from '@tenure/core/shared'
import { enableMapSet, produce } from 'immer'
import type { ReadModel, Rows } from './read-model.ts'

// Rows hold Maps; turning the support on twice changes nothing.
enableMapSet()

/**
 * The next rows after one event, for readers who hold the rows before: those stay as they were.
 *
 * The event must be of a type that the model consumes. The same recipe as in `replay`, run under Immer:
 * microseconds an event, and a new Map of rows each time.
 */
export const projectPublished =
  <Event extends Fact, Row>(model: ReadModel<Event, Row>) =>
  (rows: Rows<Row>, event: Event): Rows<Row> => {
    const next = new Map(rows)
    for (const key of model.keysOf(event)) {
      const row = next.get(key) ?? publish(model.emptyRow(key))
      next.set(
        key,
        produce(row, (draft) => model.recipe(draft, event, key)),
      )
    }
    return next
  }
