import type { Rows } from '@tenure/projection'
import type { Survivors } from './merged-customers.ts'

/** The rows of merged customers joined into one each, under the id that survives. */
export const joinMerged = <Row>(
  rows: Rows<Row>,
  survivors: Survivors,
  combine: (a: Row, b: Row) => Row,
): Rows<Row> => {
  if (survivors.size === 0) return rows
  const joined = new Map<string, Row>()
  for (const [id, row] of rows) {
    const survivor = survivors.get(id) ?? id
    const held = joined.get(survivor)
    joined.set(survivor, held === undefined ? row : combine(held, row))
  }
  return joined
}
