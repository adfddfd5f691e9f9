import type { CreditAccount } from '../credit/index.ts'
import type { Collections } from '../collections/index.ts'
import type { Churn } from '../churn/index.ts'
import type { Engagement } from '../engagement/index.ts'
import type { LoyaltyAccount } from '../loyalty/index.ts'
import type { Customer } from '../customer/index.ts'
import type { DisputeFile } from '../dispute/index.ts'
import type { Invoice } from '../invoice/index.ts'
import type { Order } from '../order/index.ts'
import { itemOf, type Item, type Receivables } from '../receivables/index.ts'
import {
  itemId,
  type Currency,
  type DisputeId,
  type InvoiceId,
  type ItemId,
  type OrderId,
  type SubscriptionId,
  type TicketId,
} from '../shared/index.ts'
import type { Ticket } from '../support/index.ts'
import type { Subscription } from '../subscription/index.ts'
import type { Dossier } from './dossier.ts'
import { joined } from './ids.ts'

// Where each thing lies in a dossier: the streams are named as the rooms name them.

export const creditOf = ({ customerId, states }: Dossier): CreditAccount | undefined =>
  states.credit.get(`credit-${customerId}`)

export const customerOf = ({ customerId, states }: Dossier): Customer | undefined =>
  states.customer.get(`customer-${customerId}`)

export const orderOf = ({ states }: Dossier, orderId: OrderId): Order | undefined =>
  states.order.get(`order-${orderId}`)

export const invoiceOf = ({ states }: Dossier, invoiceId: InvoiceId): Invoice | undefined =>
  states.invoice.get(`invoice-${invoiceId}`)

export const subscriptionOf = (
  { states }: Dossier,
  subscriptionId: SubscriptionId,
): Subscription | undefined => states.subscription.get(`subscription-${subscriptionId}`)

export const disputeOf = ({ states }: Dossier, disputeId: DisputeId): DisputeFile | undefined =>
  states.dispute.get(`dispute-${disputeId}`)

export const loyaltyOf = ({ customerId, states }: Dossier): LoyaltyAccount | undefined =>
  states.loyalty.get(`loyalty-${customerId}`)

export const engagementOf = ({ customerId, states }: Dossier): Engagement | undefined =>
  states.engagement.get(`engagement-${customerId}`)

export const churnOf = ({ customerId, states }: Dossier): Churn | undefined =>
  states.churn.get(`churn-${customerId}`)

export const ticketOf = ({ states }: Dossier, ticketId: TicketId): Ticket | undefined =>
  states.support.get(`support-${ticketId}`)

export const receivablesOf = (
  { customerId, states }: Dossier,
  currency: Currency,
): Receivables | undefined => states.receivables.get(`receivables-${currency}-${customerId}`)

export const collectionsOf = (
  { customerId, states }: Dossier,
  currency: Currency,
): Collections | undefined => states.collections.get(`collections-${currency}-${customerId}`)

/** The currencies in which the customer ever owed or paid. */
export const currenciesOf = ({ states }: Dossier): ReadonlyArray<Currency> =>
  [...states.receivables.values()].flatMap(({ owner }) => owner?.currency ?? [])

/** The item that an invoice of ours opens: it bears the invoice's name. */
export const itemOfInvoice = (invoiceId: InvoiceId): ItemId => itemId(invoiceId)

/** The invoices of an order that stand, in the order in which they were issued. */
export const invoicesOfOrder = (
  { states }: Dossier,
  orderId: OrderId,
): ReadonlyArray<Invoice & { readonly issued: NonNullable<Invoice['issued']> }> =>
  [...states.invoice.values()].flatMap((invoice) => {
    const { issued, voidedBy } = invoice
    return issued === null || issued.orderId !== orderId || voidedBy !== null
      ? []
      : [{ ...invoice, issued }]
  })

/** An item with the account that it stands in. */
export interface Found {
  readonly account: Receivables
  readonly currency: Currency
  readonly item: Item
}

/** The item of this name, in whichever currency. */
export const findItem = ({ states }: Dossier, id: ItemId): Found | undefined => {
  for (const account of states.receivables.values()) {
    const item = itemOf(account, id)
    if (item !== undefined && account.owner !== null)
      return { account, currency: account.owner.currency, item }
  }
  return undefined
}

/** What the invoices of an order opened. */
export const itemsOfOrder = (dossier: Dossier, orderId: OrderId): ReadonlyArray<Item> =>
  invoicesOfOrder(dossier, orderId).flatMap(
    ({ issued }) => findItem(dossier, itemOfInvoice(issued.invoiceId))?.item ?? [],
  )

/** The invoice that an item came from, where it is an invoice of ours. */
export const invoiceOfItem = (
  dossier: Dossier,
  { invoiceId }: Pick<Item, 'invoiceId'>,
): Invoice['issued'] | undefined =>
  invoiceId === null ? undefined : invoiceOf(dossier, invoiceId)?.issued

/**
 * What was received for an order: paid on its items, and cash that its payer named for it before there was
 * an item. Units: minor units of the order's currency.
 */
export const receivedForOrder = (dossier: Dossier, orderId: OrderId): number => {
  const paid = itemsOfOrder(dossier, orderId).reduce((sum, item) => sum + item.paidMinor, 0)
  const currency = orderOf(dossier, orderId)?.placed?.currency
  const account = currency === undefined ? undefined : receivablesOf(dossier, currency)
  if (account === undefined) return paid
  const named = account.earmarked.get(itemId(joined(orderId))) ?? []
  return named.reduce((sum, id) => sum + (account.payments.get(id)?.leftMinor ?? 0), paid)
}
