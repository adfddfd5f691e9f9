import type { CivilDate, CustomerId, InvoiceId } from '../shared/index.ts'

/** What every command says: when, to whom, which invoice. */
export interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly invoiceId: InvoiceId
}

/** The same of an event, and nothing else of the command. */
export const about = ({ effectiveOn, customerId, invoiceId }: About): About => ({
  effectiveOn,
  customerId,
  invoiceId,
})
