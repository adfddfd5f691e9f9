import {
  currency,
  customerId,
  formatMinor,
  itemId,
  paymentId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type Instant,
  type InvoiceId,
  type ItemId,
  type MinorUnits,
} from '../src/shared/index.ts'

// Checked by `tsc` alone: each line below that must not compile says so, and why.

const invoice = (id: InvoiceId): InvoiceId => id
const item = (id: ItemId): ItemId => id
const owed = (amountMinor: MinorUnits): MinorUnits => amountMinor
const on = (day: CivilDate): CivilDate => day
const known = (at: Instant): Instant => at

/** What compiles: an id of the right kind. */
export const right: ItemId = item(itemId('INV-1'))
/** And a currency that was decoded. */
export const written: string = formatMinor(1250, currency('EUR'))

// @ts-expect-error a payment's id is no invoice's id
invoice(paymentId('P-1'))
// @ts-expect-error a customer's id is no item's id
item(customerId('C-1'))
// @ts-expect-error plain text is no id: it may be empty or broken
invoice('INV-1')
// @ts-expect-error a plain number is no amount: it may have a fraction
owed(12.5)
// @ts-expect-error a plain text is no civil day
on('2026-02-30')
// @ts-expect-error a day is no instant
known(on)
// @ts-expect-error a currency is decoded, not spelled
formatMinor(1250, 'EURO')
// @ts-expect-error nobody is not somebody: a null customer has to be handled
export const somebody: CustomerId = null
// @ts-expect-error a currency is not any three letters
export const other: Currency = 'ABC'
