import { civilDate } from '@tenure/core/shared'
import { historyOf, replay, type Known, type Rows } from '@tenure/projection'
import { customerValue, type CustomerValue } from '../src/index.ts'

/** The rows of value at a cut; events are revoked once the recipe has returned. */
export const rowsAt = async (
  facts: ReadonlyArray<Known>,
  asOf: string,
): Promise<Rows<CustomerValue>> => {
  const cuts = [{ asOf: civilDate(asOf) }]
  const [answer] = await replay(historyOf(facts), { customerValue }, cuts, { guard: true })
  return answer?.rows.customerValue ?? new Map()
}
