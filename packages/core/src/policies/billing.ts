import { acceptedPlan, termsOfOrder, type Order, type Placed } from '../order/index.ts'
import type { BillFor } from '../invoice/index.ts'
import {
  invoiceId,
  totalOf,
  type Breakdown,
  type CivilDate,
  type OrderId,
  type PaymentTerms,
  type Text,
} from '../shared/index.ts'
import { billedBy, daysAtBilling, partOf, type BilledBy } from './billing-days.ts'
import type { Dossier } from './dossier.ts'
import { joined } from './ids.ts'
import { fixDueDays } from './fix-due-days.ts'
import { issueInvoice, plainBreakdown } from './issue-invoice.ts'
import { oweInvoice } from './owe-invoice.ts'
import type { Asked, Policy } from './policy.ts'
import { orderOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { takeBackBills } from './take-back-bills.ts'

const name = 'billing'

interface Billable {
  readonly orderId: OrderId
  readonly order: Order
  readonly placed: Placed
  readonly terms: PaymentTerms
  readonly by: BilledBy
}

/** An order of ours that was confirmed; a sale from elsewhere was billed elsewhere. */
const billable = (dossier: Dossier, orderId: OrderId): Billable | undefined => {
  const order = orderOf(dossier, orderId)
  const terms = order === undefined ? null : termsOfOrder(order)
  if (order?.placed == null || terms === null || order.confirmedOn === null) return undefined
  if (order.ended === 'cancelled') return undefined
  return { orderId, order, placed: order.placed, terms, by: billedBy(terms, order) }
}

const breakdownOfOrder = ({ order, placed }: Billable): Breakdown =>
  acceptedPlan(order)?.breakdown ?? plainBreakdown(placed.netMinor)

/** What stands before a part in the order's net: the parts that are named before it. */
const netBefore = (
  parts: Iterable<readonly [Text, { readonly netMinor: number | null }]>,
  id: Text,
): number => {
  let sum = 0
  for (const [partId, { netMinor }] of parts) {
    if (partId === id) return sum
    sum += netMinor ?? 0
  }
  return sum
}

/** A stage is due by its own part of the terms, where they name it. */
const termsOfStage = (terms: PaymentTerms, milestoneId: Text): PaymentTerms => {
  const own = terms.parts.filter(
    ({ anchor }) => anchor?.kind === 'milestone' && anchor.milestoneId === milestoneId,
  )
  const [first] = own
  if (first === undefined) return terms
  return { ...terms, parts: [{ ...first, share: { kind: 'balance' } }] }
}

interface Part {
  readonly billFor: BillFor
  readonly names: ReadonlyArray<string>
  readonly breakdown: Breakdown
  readonly terms: PaymentTerms
}

const bill = (
  dossier: Dossier,
  rules: TradeRules,
  found: Billable,
  on: CivilDate,
  { billFor, names, breakdown, terms }: Part,
): ReadonlyArray<Asked> => {
  const { orderId, order, placed, by } = found
  if (totalOf(breakdown) === 0) return []
  const quoteHash = order.accepted
  return issueInvoice(dossier, rules, {
    invoiceId: invoiceId(joined(orderId, ...names)),
    orderId,
    on,
    currency: placed.currency,
    breakdown,
    billFor,
    terms,
    days: daysAtBilling(order, billFor, by),
    quote: quoteHash === null ? null : { quoteHash, lineIds: [...order.lines.keys()] },
  })
}

const billOrder = (dossier: Dossier, rules: TradeRules, id: OrderId, on: CivilDate) => {
  const found = billable(dossier, id)
  if (found?.by !== 'confirmation') return []
  const part = { billFor: { kind: 'order' }, names: [], terms: found.terms } as const
  return bill(dossier, rules, found, on, { ...part, breakdown: breakdownOfOrder(found) })
}

const billShipment = (
  dossier: Dossier,
  rules: TradeRules,
  by: 'shipment' | 'delivery',
  { orderId, shipmentId, effectiveOn }: ShipmentFact,
) => {
  const found = billable(dossier, orderId)
  const netMinor = found?.order.shipments.get(shipmentId)?.netMinor ?? null
  if (found?.by !== by || netMinor === null) return []
  const before = netBefore(found.order.shipments, shipmentId)
  const breakdown = partOf(breakdownOfOrder(found), found.placed.netMinor, before, netMinor)
  const part = { names: ['shipment', shipmentId], breakdown, terms: found.terms }
  const billFor = { kind: 'shipment', shipmentId } as const
  return bill(dossier, rules, found, effectiveOn, { ...part, billFor })
}

interface ShipmentFact {
  readonly orderId: OrderId
  readonly shipmentId: Text
  readonly effectiveOn: CivilDate
}

const billStage = (
  dossier: Dossier,
  rules: TradeRules,
  orderId: OrderId,
  milestoneId: Text,
  on: CivilDate,
) => {
  const found = billable(dossier, orderId)
  const stage = found?.order.milestones.get(milestoneId)
  if (found?.by !== 'milestone' || stage === undefined) return []
  const stages = [...found.order.milestones].map(
    ([id, { amountMinor: netMinor }]) => [id, { netMinor }] as const,
  )
  const before = netBefore(stages, milestoneId)
  const whole = breakdownOfOrder(found)
  const breakdown = partOf(whole, found.placed.netMinor, before, stage.amountMinor)
  const terms = termsOfStage(found.terms, milestoneId)
  const billFor = { kind: 'milestone', milestoneId } as const
  return bill(dossier, rules, found, on, {
    billFor,
    names: ['milestone', milestoneId],
    breakdown,
    terms,
  })
}

/**
 * Bills an order when the day has come that its terms count from, and makes of each bill what is owed.
 *
 * Shape: one invoice for an order that is billed when it is confirmed, else one for each shipment or stage;
 * their totals add up to the order's.
 * Source: domain 3.3, policy 2; edge case 21.
 */
export const billing: Policy = {
  name,
  react: ({ event }, dossier, rules) => {
    switch (event.type) {
      case 'OrderConfirmed':
        return billOrder(dossier, rules, event.orderId, event.effectiveOn)
      case 'OrderShipped':
        return billShipment(dossier, rules, 'shipment', event)
      case 'DeliveryConfirmed':
        return [
          ...billShipment(dossier, rules, 'delivery', event),
          ...fixDueDays(dossier, event.orderId, event.effectiveOn),
        ]
      case 'MilestoneAccepted':
        return [
          ...billStage(dossier, rules, event.orderId, event.milestoneId, event.effectiveOn),
          ...fixDueDays(dossier, event.orderId, event.effectiveOn),
        ]
      case 'OrderCancelled':
        return takeBackBills(dossier, event.orderId, event.effectiveOn, event.changeId)
      case 'InvoiceIssued':
      case 'InvoiceVoided':
      case 'InvoiceCorrected':
        return oweInvoice(event, dossier)
      default:
        return []
    }
  },
}
