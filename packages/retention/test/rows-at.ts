import { civilDate } from '@tenure/core/shared'
import { historyOf, replay, type Known, type Rows } from '@tenure/projection'
import { purchaseMonths, type PurchaseMonths } from '../src/index.ts'

/** The rows of purchases at a cut; events are revoked once the recipe has returned. */
export const rowsAt = async (
  facts: ReadonlyArray<Known>,
  asOf: string,
): Promise<Rows<PurchaseMonths>> => {
  const cuts = [{ asOf: civilDate(asOf) }]
  const [answer] = await replay(historyOf(facts), { purchaseMonths }, cuts, { guard: true })
  return answer?.rows.purchaseMonths ?? new Map()
}
