import type { Instalment, InvoiceId, ItemId, PaymentTerms } from '@tenure/core/shared'
import type { Account } from './account.ts'

/** An invoice on its way to being paid. */
export interface Bill {
  readonly invoiceId: InvoiceId
  readonly itemId: ItemId
  readonly account: Account
  /** A day of the company. */
  readonly issuedOn: number
  readonly totalMinor: number
  readonly schedule: ReadonlyArray<Instalment>
  readonly terms: PaymentTerms
}

/** What is open on the bill's item, as the clerk has it in mind. */
export const openOf = ({ account, itemId }: Bill): number => account.open.get(itemId) ?? 0
