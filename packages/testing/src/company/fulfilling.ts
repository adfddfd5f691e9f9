import { orderOf } from '@tenure/core/policies'
import { termsOfOrder, type OrderCommand, type OrderRejection } from '@tenure/core/order'
import {
  cashInAdvance,
  changeId,
  itemId,
  minorUnits,
  paymentId,
  text,
  type OrderId,
} from '@tenure/core/shared'
import { post, type Company } from './company.ts'
import type { Customer } from './customer.ts'
import { draw, noteLag, paperLag } from './lags.ts'
import type { Order } from './placing.ts'
import { planReturn } from './returning.ts'

const tell = (
  { house }: Company,
  customer: Customer,
  command: OrderCommand,
  expected: ReadonlyArray<OrderRejection['type']> = [],
) => house.tell(customer, { room: 'order', command }, expected)

/** A confirmed order leaves the warehouse in a parcel or two; some buyers think better of it. */
export const planFulfilment = (
  company: Company,
  customer: Customer,
  orderId: OrderId,
  today: number,
): void => {
  const { agenda } = company
  const { random } = customer
  const order = customer.orders.get(orderId)
  if (order === undefined) return
  const confirmed = orderOf(customer.file.dossier, orderId)
  const terms = confirmed === undefined ? null : termsOfOrder(confirmed)
  const inAdvance = terms?.termsId === cashInAdvance.termsId
  if (random.chance(20))
    return agenda.plan(today + 1, (day) => cancel(company, customer, order, day))
  if (random.chance(20)) agenda.plan(today, (day) => payAhead(company, customer, order, day))
  const packing = inAdvance ? 12 : 0
  planShipment(company, customer, order, 1, today + packing + random.between(1, 3), today)
  if (random.chance(8)) agenda.plan(today + 9, (day) => cancel(company, customer, order, day))
}

const planShipment = (
  company: Company,
  customer: Customer,
  order: Order,
  part: number,
  shippedOn: number,
  today: number,
): void => {
  const learnedOn = Math.max(today, shippedOn + draw(customer.random, paperLag))
  company.agenda.learn(learnedOn, shippedOn, (day) =>
    ship(company, customer, order, part, shippedOn, day),
  )
}

/** Whose credit was refused agrees to pay in advance, or goes without. */
export const planRefusal = (
  company: Company,
  customer: Customer,
  orderId: OrderId,
  today: number,
): void => {
  const { random, customerId } = customer
  const order = customer.orders.get(orderId)
  if (order === undefined) return
  const agrees = random.chance(750)
  company.agenda.plan(today + random.between(1, 5), async (day) => {
    if (!agrees) return cancel(company, customer, order, day)
    const [quoteHash] = [
      ...(orderOf(customer.file.dossier, orderId)?.plans.keys() ?? []),
    ].toReversed()
    if (quoteHash === undefined) return
    const about = { effectiveOn: company.days.on(day), customerId, orderId }
    await tell(company, customer, { type: 'AcceptTerms', ...about, quoteHash }, [
      'TermsAlreadyAccepted',
    ])
  })
}

/** Goods that left come back as a return: who cancels too late is told so. */
const cancel = async (
  company: Company,
  customer: Customer,
  { orderId, number }: Order,
  today: number,
): Promise<void> => {
  await tell(
    company,
    customer,
    {
      type: 'CancelOrder',
      effectiveOn: company.days.on(today),
      customerId: customer.customerId,
      orderId,
      changeId: changeId(`K-${number}`),
      reason: text('changed mind'),
    },
    ['AlreadyShipped'],
  )
}

/** Cash ahead of the invoice: it waits for the order that its payer named. */
const payAhead = async (
  company: Company,
  customer: Customer,
  { number, orderId, currency, netMinor }: Order,
  today: number,
): Promise<void> => {
  await post(company, customer, {
    type: 'RecordPayment',
    effectiveOn: company.days.on(today),
    customerId: customer.customerId,
    currency,
    paymentId: paymentId(`P-${number}-ahead`),
    amountMinor: minorUnits(Math.ceil((netMinor * customer.random.between(3, 12)) / 10)),
    method: text('transfer'),
    initiatedOn: null,
    settledOn: null,
    forItemId: itemId(orderId),
  })
}

/** The note of a parcel's leaving reaches the office on `today`; the signed one of its arrival later. */
const ship = async (
  company: Company,
  customer: Customer,
  order: Order,
  part: number,
  shippedOn: number,
  today: number,
): Promise<void> => {
  const { customerId, random } = customer
  const { days, agenda } = company
  const about = { customerId, orderId: order.orderId, shipmentId: text(`${order.number}-${part}`) }
  // The first of two parcels holds the first line, the last one all that is left.
  const lines =
    part < order.shipments
      ? order.lines.slice(0, 1).map(({ lineId, quantity }) => ({ lineId, quantity }))
      : null
  const shipped = await tell(
    company,
    customer,
    { type: 'ShipOrder', effectiveOn: days.on(shippedOn), ...about, lines },
    ['OrderIsCancelled'],
  )
  if (shipped === undefined) return
  if (part < order.shipments) planShipment(company, customer, order, part + 1, shippedOn + 4, today)
  const deliveredOn = shippedOn + random.between(1, 5)
  agenda.learn(Math.max(today, deliveredOn + draw(random, noteLag)), deliveredOn, async () => {
    await tell(company, customer, {
      type: 'ConfirmDelivery',
      effectiveOn: days.on(deliveredOn),
      ...about,
    })
    if (part === 1) planReturn(company, customer, order, deliveredOn)
  })
}
