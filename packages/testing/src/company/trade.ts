import {
  addDays,
  changeId,
  itemId,
  minorUnits,
  paymentId,
  text,
  type CivilDate,
} from '@tenure/core/shared'
import { nothingElseAsked, reservedCredit } from '@tenure/core/order'
import { bill } from './billing.ts'
import { isOpen, post, type Company } from './company.ts'
import type { Customer } from './customer.ts'
import { draw, noteLag, paperLag } from './lags.ts'
import { assess, closeAccount } from './loyalty.ts'
import { place, type Order } from './placing.ts'

/** The customer orders on a day; a paper of the sales force reaches the house some days later. */
export const planOrder = (company: Company, customer: Customer, placedOn: number): void =>
  company.agenda.learn(placedOn + draw(customer.random, paperLag), placedOn, (today) =>
    takeOrder(company, customer, placedOn, today),
  )

/** The habit, or the silence after which some come back. */
const planNext = (company: Company, customer: Customer, today: number): void => {
  const { random, segment } = customer
  if (!random.chance(segment.driftPermille))
    return planOrder(company, customer, today + random.between(...segment.interval))
  if (random.chance(segment.returnPermille))
    return planOrder(company, customer, today + random.between(150, 330))
  if (random.chance(60)) closeAccount(company, customer, today + random.between(5, 60))
}

const takeOrder = async (
  company: Company,
  customer: Customer,
  placedOn: number,
  today: number,
): Promise<void> => {
  const { random, customerId } = customer
  const order = await place(company, customer, placedOn)
  if (!isOpen(company, today)) return
  const { desks, days, agenda } = company
  const about = { effectiveOn: days.on(today), customerId, orderId: order.orderId }
  await desks.orders.give({ type: 'ConfirmOrder', ...about, ...evidenceOf(order, about) }, random)
  if (customer.silent) await assess(company, customer, today)
  planNext(company, customer, today)
  if (random.chance(20))
    return agenda.plan(today + 1, (day) => cancel(company, customer, order, day))
  if (random.chance(20)) await prepay(company, customer, order, today)
  if (isDeposit(customer)) await billOrder(company, customer, order, days.on(today), today)
  for (let part = 1; part <= order.shipments; part += 1)
    agenda.plan(today + random.between(1, 3) + (part - 1) * 4, (day) =>
      ship(company, customer, order, part, day),
    )
  if (random.chance(8)) agenda.plan(today + 9, (day) => cancel(company, customer, order, day))
}

/** The sales desk reserves credit for every order, and asks for nothing else. */
const evidenceOf = ({ netMinor }: Order, { effectiveOn }: { readonly effectiveOn: CivilDate }) => ({
  ...nothingElseAsked,
  credit: reservedCredit(netMinor, addDays(effectiveOn, 90)),
  method: text('transfer'),
})

const isDeposit = ({ terms }: Customer): boolean => terms.termsId.startsWith('deposit')

/** Goods that left come back as a return: who cancels too late is told so. */
const cancel = async (
  { desks, days }: Company,
  { customerId, random }: Customer,
  { orderId, number, sale }: Order,
  today: number,
): Promise<void> => {
  const cancelled = await desks.orders.ask(
    {
      type: 'CancelOrder',
      effectiveOn: days.on(today),
      customerId,
      orderId,
      changeId: changeId(`K-${number}`),
      reason: text('changed mind'),
    },
    random,
    ['AlreadyShipped'],
  )
  if (cancelled !== undefined) sale.cancelled = true
}

/** Cash ahead of the invoice: it waits for the item that its payer named. */
const prepay = async (
  company: Company,
  customer: Customer,
  { number, account, netMinor }: Order,
  today: number,
): Promise<void> => {
  await post(company, customer, account, {
    type: 'RecordPayment',
    effectiveOn: company.days.on(today),
    customerId: customer.customerId,
    currency: account.currency,
    paymentId: paymentId(`P-${number}-ahead`),
    amountMinor: minorUnits(Math.ceil((netMinor * customer.random.between(3, 12)) / 10)),
    method: text('transfer'),
    initiatedOn: null,
    settledOn: null,
    forItemId: itemId(`I-${number}`),
  })
}

const ship = async (
  company: Company,
  customer: Customer,
  order: Order,
  part: number,
  today: number,
): Promise<void> => {
  const { customerId, random } = customer
  const { desks, days, agenda } = company
  const about = { customerId, orderId: order.orderId, shipmentId: text(`${order.number}/${part}`) }
  // The first of two parcels holds the first line, the last one all that is left.
  const lines =
    part < order.shipments
      ? order.lines.slice(0, 1).map(({ lineId, quantity }) => ({ lineId, quantity }))
      : null
  await desks.orders.give(
    { type: 'ShipOrder', effectiveOn: days.on(today), ...about, lines },
    random,
  )
  if (customer.terms.anchor.kind === 'invoice' && !order.billed)
    await postInvoice(company, customer, order, today)
  const deliveredOn = today + random.between(1, 5)
  agenda.learn(deliveredOn + draw(random, noteLag), deliveredOn, async (day) => {
    const effectiveOn = days.on(deliveredOn)
    await desks.orders.give({ type: 'ConfirmDelivery', effectiveOn, ...about }, random)
    order.delivered += 1
    const isWhole = order.delivered === order.shipments
    if (customer.terms.anchor.kind === 'delivery' && isWhole && isOpen(company, day))
      await billOrder(company, customer, order, effectiveOn, day)
  })
}

/** Some invoices are written at the dock and posted in the office days later. */
const postInvoice = async (
  company: Company,
  customer: Customer,
  order: Order,
  shippedOn: number,
): Promise<void> => {
  order.billed = true
  const lag = draw(customer.random, paperLag)
  const anchorOn = company.days.on(shippedOn)
  if (lag === 0) return billOrder(company, customer, order, anchorOn, shippedOn)
  company.agenda.learn(shippedOn + lag, shippedOn, (today) =>
    billOrder(company, customer, order, anchorOn, today, shippedOn),
  )
}

const billOrder = (
  company: Company,
  customer: Customer,
  order: Order,
  anchorOn: CivilDate,
  today: number,
  issuedOn = today,
): Promise<void> => {
  order.billed = true
  const { number, orderId, account, netMinor } = order
  const { terms } = customer
  return bill(
    company,
    customer,
    { number, orderId, account, netMinor, terms, anchorOn, issuedOn },
    today,
  )
}
