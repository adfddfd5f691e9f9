import { customerEvents, type CustomerEvent } from '@tenure/core/customer'
import { laterWins, type CustomerId, type Dated } from '@tenure/core/shared'
import { readModel, type ReadModel, type Rows } from '@tenure/projection'

type MergeEvent = Extract<CustomerEvent, { type: 'CustomerMerged' }>

/** Into whom a customer was merged; undefined where into nobody. */
export interface MergedCustomer {
  readonly into: Dated<CustomerId> | undefined
}

const later = (a: MergedCustomer, b: MergedCustomer): MergedCustomer => {
  if (a.into === undefined) return b
  if (b.into === undefined) return a
  if (a.into.since !== b.into.since) return a.into.since > b.into.since ? a : b
  return a.into.value < b.into.value ? b : a
}

/** Customers who turned out to be another one, keyed by the id that went away. */
export const mergedCustomers: ReadModel<MergeEvent, MergedCustomer> = readModel({
  name: 'merged-customers',
  version: 1,
  consumes: customerEvents.filter(({ type }) => type === 'CustomerMerged'),
  keysOf: (event) => [event.customerId],
  emptyRow: () => ({ into: undefined }),
  recipe: (row, event) => {
    row.into = laterWins(row.into, event.into, event.effectiveOn)
  },
  combine: later,
})

/** For every id that went away, the one that survives at the end of the chain. */
export type Survivors = ReadonlyMap<string, string>

/**
 * Follows merges to their end, so that questions look up one step only.
 *
 * Shape: ids merged in a circle survive as the least of the circle, so that none of them vanishes.
 */
export const survivorsOf = (rows: Rows<MergedCustomer>): Survivors => {
  const survivors = new Map<string, string>()
  for (const id of rows.keys()) {
    const survivor = endOf(rows, id)
    if (survivor !== id) survivors.set(id, survivor)
  }
  return survivors
}

const endOf = (rows: Rows<MergedCustomer>, id: string): string => {
  const path = [id]
  for (let at = id; ;) {
    const next = rows.get(at)?.into?.value
    if (next === undefined) return at
    const seen = path.indexOf(next)
    if (seen >= 0)
      return path.slice(seen).reduce((least, member) => (member < least ? member : least))
    path.push(next)
    at = next
  }
}
