import { publish } from '@tenure/core/shared'
import type { ReadModel, Rows } from './read-model.ts'
import type { Fact } from '@tenure/core/shared'

/** The rows of a history from the rows of its two halves, split by customer. The halves stay as they are. */
export const mergeRows = <Event extends Fact, Row>(
  model: ReadModel<Event, Row>,
  a: Rows<Row>,
  b: Rows<Row>,
): Rows<Row> => {
  const merged = new Map(a)
  for (const [key, row] of b) {
    const other = merged.get(key)
    merged.set(key, other === undefined ? row : model.combine(other, row))
  }
  return publish(merged)
}
