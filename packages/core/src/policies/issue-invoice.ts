import { plainBill, type IssueInvoice } from '../invoice/index.ts'
import type { Breakdown, CivilDate, Currency, InvoiceId, PaymentTerms } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import { invoiceOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

/** What a policy bills. Anything not said is as on a plain bill: no lines, no quote, no day but its own. */
export interface Bill extends Partial<
  Pick<
    IssueInvoice,
    'lines' | 'billFor' | 'days' | 'quote' | 'shippingTaxBasisPoints' | 'feesTaxBasisPoints'
  >
> {
  readonly invoiceId: InvoiceId
  readonly orderId: IssueInvoice['orderId']
  readonly on: CivilDate
  readonly currency: Currency
  readonly breakdown: Breakdown
  readonly terms: PaymentTerms
}

/** A breakdown of one sum without tax, discount or extras. Units: minor units. */
export const plainBreakdown = (netMinor: number): Breakdown => plainBill(netMinor).breakdown

/**
 * Asks for an invoice, unless one of this name was issued. Its name must follow from what is billed, so that
 * the same occasion never bills twice.
 */
export const issueInvoice = (
  { customerId, states }: Dossier,
  { payTo }: TradeRules,
  { on, breakdown, ...bill }: Bill,
): ReadonlyArray<Asked> => {
  const known = invoiceOf({ customerId, states }, bill.invoiceId)?.issued ?? null
  if (known !== null) return []
  return [
    {
      room: 'invoice',
      key: causedBy('issue', bill.invoiceId),
      command: {
        type: 'IssueInvoice',
        effectiveOn: on,
        customerId,
        ...plainBill(breakdown.netMinor),
        payTo,
        breakdown,
        ...bill,
      },
    },
  ]
}
