import { churnEvents, type ChurnEvent } from '@tenure/core/churn'
import { laterWins, type Dated } from '@tenure/core/shared'
import { readModel } from '@tenure/projection'

type StandingEvent = Extract<ChurnEvent, { type: 'CustomerChurned' | 'CustomerReturned' }>

/** Whether a customer is recorded as gone, and since when; undefined where nothing was ever recorded. */
export interface CustomerStanding {
  readonly standing: Dated<'churned' | 'returned'> | undefined
}

const later = (a: CustomerStanding, b: CustomerStanding): CustomerStanding => {
  if (a.standing === undefined) return b
  if (b.standing === undefined) return a
  if (a.standing.since !== b.standing.since) return a.standing.since > b.standing.since ? a : b
  // Of two on one day the return holds, so that joining rows has no order.
  return a.standing.value === 'returned' ? a : b
}

/** Recorded churn by customer: the later fact wins, and on one day the later in the log. */
export const customerStanding = readModel<StandingEvent, CustomerStanding>({
  name: 'customer-standing',
  version: 1,
  consumes: churnEvents.filter(
    ({ type }) => type === 'CustomerChurned' || type === 'CustomerReturned',
  ),
  keysOf: (event) => [event.customerId],
  emptyRow: () => ({ standing: undefined }),
  recipe: (row, event) => {
    const value = event.type === 'CustomerChurned' ? 'churned' : 'returned'
    row.standing = laterWins(row.standing, value, event.effectiveOn)
  },
  combine: later,
})
