import type { CivilDate, Currency, CustomerId } from '../shared/index.ts'

/** What every command and every event says about itself. */
export interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly currency: Currency
}
