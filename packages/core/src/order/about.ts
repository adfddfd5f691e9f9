import type { CivilDate, CustomerId, OrderId } from '../shared/index.ts'

/** What every command says: when, by whom, which order. */
export interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly orderId: OrderId
}
