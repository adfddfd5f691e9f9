import { invoiceId, itemId, type InvoiceId, type ItemId } from '../shared/index.ts'
import { joined } from './ids.ts'

/** The invoice of a subscription's period, and the item that it opens: named by what they are for. */
export const periodInvoice = (
  subscriptionId: string,
  periodIndex: number,
): { readonly invoiceId: InvoiceId; readonly itemId: ItemId } => {
  const name = joined('subscription', subscriptionId, periodIndex)
  return { invoiceId: invoiceId(name), itemId: itemId(name) }
}
