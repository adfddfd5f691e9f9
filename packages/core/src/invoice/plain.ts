import { minorUnits, noAnchorDays } from '../shared/index.ts'
import type { IssueInvoice } from './commands.ts'

/**
 * What an invoice for a whole order says that has one sum and nothing else: no lines, no discount, no tax,
 * no shipping, no quote, terms that count from its own day.
 */
export const plainBill = (
  netMinor: number,
): Pick<
  IssueInvoice,
  | 'lines'
  | 'breakdown'
  | 'shippingTaxBasisPoints'
  | 'feesTaxBasisPoints'
  | 'billFor'
  | 'days'
  | 'quote'
> => ({
  lines: [],
  breakdown: {
    netMinor: minorUnits(netMinor),
    discountMinor: minorUnits(0),
    taxMinor: minorUnits(0),
    shippingMinor: minorUnits(0),
    feesMinor: minorUnits(0),
    taxRounding: 'global',
  },
  shippingTaxBasisPoints: 0,
  feesTaxBasisPoints: 0,
  billFor: { kind: 'order' },
  days: noAnchorDays,
  quote: null,
})
