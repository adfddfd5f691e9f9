import { openMinor } from '@tenure/core/receivables'
import { findItem, receivablesOf } from '@tenure/core/policies'
import type {
  CreditId,
  Currency,
  Instalment,
  InvoiceId,
  ItemId,
  PaymentId,
} from '@tenure/core/shared'
import type { Customer } from './customer.ts'

/** An invoice on its way to being paid. */
export interface Bill {
  readonly invoiceId: InvoiceId
  readonly itemId: ItemId
  readonly currency: Currency
  /** A day of the company. */
  readonly issuedOn: number
  readonly totalMinor: number
  readonly schedule: ReadonlyArray<Instalment>
}

/** What is open on an item. */
export const openOn = ({ file }: Customer, itemId: ItemId): number => {
  const found = findItem(file.dossier, itemId)
  return found === undefined ? 0 : openMinor(found.item)
}

/** Cash of a payment that nothing was set against. */
export const cashLeft = ({ file }: Customer, inCurrency: Currency, id: PaymentId): number =>
  receivablesOf(file.dossier, inCurrency)?.payments.get(id)?.leftMinor ?? 0

/** What is left of a credit note. */
export const creditLeft = ({ file }: Customer, inCurrency: Currency, id: CreditId): number =>
  receivablesOf(file.dossier, inCurrency)?.credits.get(id)?.leftMinor ?? 0
