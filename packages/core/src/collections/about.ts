import type { CivilDate, Currency, CustomerId } from '../shared/index.ts'

/** What every command of the room says. */
export interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly currency: Currency
}
