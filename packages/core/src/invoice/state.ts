import type {
  ChangeId,
  CivilDate,
  CreditId,
  Currency,
  CustomerId,
  InvoiceId,
  OrderId,
  PaymentId,
  PaymentTerms,
  TaxRounding,
  Text,
} from '../shared/index.ts'
import type { BillFor } from './events.ts'
import type { TaxBase } from './tax.ts'

export { evolve } from './evolve.ts'

/** One invoice: an immutable document, with what was later said about it. */
export interface Invoice {
  /** Null before it is issued. */
  readonly issued: Issued | null
  readonly deliveredOn: CivilDate | null
  readonly viewedOn: CivilDate | null
  readonly voidedBy: ChangeId | null
  readonly corrections: ReadonlyMap<CreditId, number>
  /** What the credit notes took off so far, by what is rounded together. */
  readonly creditedBases: ReadonlyMap<string, TaxBase>
  readonly links: ReadonlyMap<Text, Link>
}

export interface Issued {
  readonly invoiceId: InvoiceId
  readonly customerId: CustomerId | null
  readonly currency: Currency
  /** The invoice's date. */
  readonly issuedOn: CivilDate
  readonly totalMinor: number
  /** What of the total is tax. */
  readonly taxMinor: number
  readonly taxRounding: TaxRounding | null
  readonly orderId: OrderId | null
  readonly billFor: BillFor
  /** The terms it was issued under; null where it came from elsewhere. */
  readonly terms: PaymentTerms | null
  /** The document as one comparable line: the same id with another one is a conflict. */
  readonly content: string
}

export interface Link {
  readonly amountMinor: number
  readonly expiresOn: CivilDate
  /** Null while it can be used. */
  readonly end: 'used' | 'paid' | 'changed' | 'replaced' | 'withdrawn' | null
  readonly usedBy: PaymentId | null
}

export const initial = (): Invoice => ({
  issued: null,
  deliveredOn: null,
  viewedOn: null,
  voidedBy: null,
  corrections: new Map(),
  creditedBases: new Map(),
  links: new Map(),
})

/** Σ credit notes on the invoice. */
export const correctedMinor = (invoice: Invoice): number => {
  let sum = 0
  for (const amountMinor of invoice.corrections.values()) sum += amountMinor
  return sum
}

/** The one link that can be used, if there is one. */
export const liveLink = ({ links }: Invoice): Text | undefined => {
  for (const [token, { end }] of links) if (end === null) return token
  return undefined
}
