import * as fc from 'fast-check'
import { currency } from '@tenure/core/shared'
import {
  amountMinor,
  chargebacks,
  changes,
  credits,
  earlyPay,
  instalments,
  items,
  payments,
  refunds,
  writeOffs,
} from './receivables-words.ts'
import { civilDay, customerIds, invoiceIds, perhapsText } from './words.ts'

// What commands of both doors have in common.

/** Nearly always the same customer and currency, so that commands meet in one stream. */
export const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 30, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  currency: fc.oneof(
    { weight: 30, arbitrary: fc.constant(currency('EUR')) },
    { weight: 1, arbitrary: fc.constant(currency('JPY')) },
  ),
}
export const item = {
  ...about,
  itemId: items,
  kind: fc.constantFrom('invoice' as const, 'charge' as const, 'openingBalance' as const),
  invoiceId: fc.option(invoiceIds(2), { nil: null }),
  schedule: instalments,
  earlyPay,
}
const perhapsDay = fc.option(civilDay, { nil: null })
export const receipt = {
  ...about,
  paymentId: payments,
  amountMinor,
  method: perhapsText,
  initiatedOn: perhapsDay,
  settledOn: perhapsDay,
}
export const reversal = { ...about, changeId: changes, paymentId: payments, reason: perhapsText }
export const writeOff = { ...about, writeOffId: writeOffs, itemId: items, reason: perhapsText }
export const credit = { ...about, creditId: credits, amountMinor, reason: perhapsText }
export const chargeback = {
  ...about,
  chargebackId: chargebacks,
  paymentId: payments,
  amountMinor,
  onChargeback: fc.constantFrom('reopen' as const, 'writeOff' as const),
  reason: perhapsText,
}
export const from = fc.oneof(
  fc.record({ kind: fc.constant('cash' as const), paymentId: payments }),
  fc.record({ kind: fc.constant('credit' as const), creditId: credits }),
)
export const refund = { ...about, refundId: refunds, amountMinor }

/** A kind of command, and how often it comes. */
export const often = <A>(weight: number, arbitrary: fc.Arbitrary<A>) => ({ weight, arbitrary })
