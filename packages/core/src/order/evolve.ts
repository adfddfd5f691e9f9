import type { Draft } from 'immer'
import { addDecimals, copyData, unreachable, type Text } from '../shared/index.ts'
import type { OrderEvent } from './events.ts'
import type { Change, Order, Shipment } from './state.ts'

type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>

const shipmentOf = (order: Draft<Order>, shipmentId: Text): Draft<Shipment> => {
  const known = order.shipments.get(shipmentId)
  if (known !== undefined) return known
  const fresh = {
    shippedOn: null,
    deliveredOn: null,
    acceptedOn: null,
    lines: [],
    netMinor: null,
  }
  order.shipments.set(shipmentId, fresh)
  return order.shipments.get(shipmentId) ?? fresh
}

const place = (order: Draft<Order>, event: Of<'OrderPlaced'>): void => {
  if (order.placed !== null) return
  const { orderId, customerId, effectiveOn: on, netMinor, currency, promisedOn, stages } = event
  const { terms, offeredMethods } = event
  order.placed = {
    orderId,
    customerId,
    on,
    netMinor,
    currency,
    terms: copyData(terms),
    offeredMethods: [...offeredMethods],
    promisedOn,
  }
  for (const { lineId, quantity, netMinor: lineMinor } of event.lines)
    order.lines.set(lineId, {
      quantity,
      netMinor: lineMinor,
      shippedQuantity: '0',
    })
  order.payBeforeNext = stages?.payBeforeNext ?? false
  for (const { milestoneId, amountMinor } of stages?.milestones ?? [])
    order.milestones.set(milestoneId, {
      stage: order.milestones.size + 1,
      amountMinor,
      startedOn: null,
      completedOn: null,
      acceptedOn: null,
    })
}

const quote = (order: Draft<Order>, event: Of<'TermsQuoted'>): void => {
  order.quotes += 1
  const { totalMinor, breakdown, validUntil } = event
  for (const plan of event.plans)
    order.plans.set(plan.quoteHash, {
      ...copyData(plan),
      quote: order.quotes,
      totalMinor,
      breakdown: { ...breakdown },
      validUntil,
    })
}

const ship = (order: Draft<Order>, event: Of<'OrderShipped'>): void => {
  const shipment = shipmentOf(order, event.shipmentId)
  if (shipment.shippedOn !== null) return
  shipment.shippedOn = event.effectiveOn
  shipment.netMinor = event.netMinor
  shipment.lines = copyData(event.lines)
  for (const { lineId, quantity } of event.lines) {
    const line = order.lines.get(lineId)
    if (line !== undefined) line.shippedQuantity = addDecimals(line.shippedQuantity, quantity)
  }
}

const milestone = (
  order: Draft<Order>,
  event: Of<'MilestoneStarted' | 'MilestoneCompleted' | 'MilestoneAccepted'>,
): void => {
  const known = order.milestones.get(event.milestoneId)
  if (known === undefined) return
  if (event.type === 'MilestoneStarted') known.startedOn ??= event.effectiveOn
  else if (event.type === 'MilestoneCompleted') known.completedOn ??= event.effectiveOn
  else known.acceptedOn ??= event.effectiveOn
}

const end = (
  order: Draft<Order>,
  event: Of<'OrderCancelled' | 'OrderClosed' | 'OrderReopened'>,
): void => {
  const change = changeOf(event)
  order.ended = change === 'reopened' ? null : change
  order.changes.set(event.changeId, change)
}

const changeOf = ({ type }: Of<'OrderCancelled' | 'OrderClosed' | 'OrderReopened'>): Change =>
  type === 'OrderCancelled' ? 'cancelled' : type === 'OrderClosed' ? 'closed' : 'reopened'

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (order: Draft<Order>, event: OrderEvent): void => {
  switch (event.type) {
    case 'OrderPlaced':
      return place(order, event)
    case 'TermsQuoted':
      return quote(order, event)
    case 'TermsAccepted':
      order.accepted = event.quoteHash
      order.acceptedHashes.add(event.quoteHash)
      return
    case 'OrderConfirmed':
      order.confirmedOn ??= event.effectiveOn
      return
    case 'OrderShipped':
      return ship(order, event)
    case 'DeliveryConfirmed':
      shipmentOf(order, event.shipmentId).deliveredOn ??= event.effectiveOn
      return
    case 'GoodsAccepted':
      shipmentOf(order, event.shipmentId).acceptedOn ??= event.effectiveOn
      return
    case 'MilestoneStarted':
    case 'MilestoneCompleted':
    case 'MilestoneAccepted':
      return milestone(order, event)
    case 'OrderCancelled':
    case 'OrderClosed':
    case 'OrderReopened':
      return end(order, event)
    case 'SaleCredited': {
      const { effectiveOn: on, customerId, creditedMinor, currency } = event
      order.credited ??= { on, withdrawn: false, customerId, creditedMinor, currency }
      return
    }
    case 'SaleCreditWithdrawn':
      if (order.credited !== null) order.credited.withdrawn = true
      return
    default:
      return unreachable(event)
  }
}
