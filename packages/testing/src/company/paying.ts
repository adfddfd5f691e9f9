import {
  changeId,
  minorUnits,
  paymentId,
  text,
  type Currency,
  type Instalment,
  type ItemId,
} from '@tenure/core/shared'
import { onlyTo, toNone, type ReceivePayment } from '@tenure/core/receivables'
import { openOn, type Bill } from './bill.ts'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'
import { bankLag, draw } from './lags.ts'
import type { Lateness } from './segments.ts'
import { planRefund, reapply } from './leftovers.ts'

type Manner = 'exact' | 'part' | 'roundedUp' | 'twice' | 'bounced' | 'announcedTwice' | 'misapplied'

const manners: ReadonlyArray<readonly [weight: number, manner: Manner]> = [
  [820, 'exact'],
  [70, 'part'],
  [25, 'roundedUp'],
  [20, 'twice'],
  [25, 'bounced'],
  [30, 'announcedTwice'],
  [10, 'misapplied'],
]

/** What a payer intends: so much of a bill, on a day. `plain`: nothing odd happens to it. */
interface Intent {
  readonly bill: Pick<Bill, 'itemId' | 'currency'>
  readonly wantedMinor: number
  readonly paidOn: number
  readonly plain: boolean
}

/** The payer pays on a day; the bank's statement reaches us then or later. */
const planPayment = (company: Company, customer: Customer, intent: Intent): void => {
  const learnedOn = intent.paidOn + draw(customer.random, bankLag)
  company.agenda.learn(learnedOn, intent.paidOn, (today) =>
    cashIn(company, customer, intent, today),
  )
}

/** With the last part most pay what has come upon the bill as well. */
const payAllMinor = ({ random }: Customer, { totalMinor }: Bill): number =>
  random.chance(700) ? totalMinor * 2 : totalMinor

/** Plans how the customer pays the instalments of a bill: in time, late, or never. */
export const planPayments = (company: Company, customer: Customer, bill: Bill): void => {
  const { random, segment } = customer
  const lateness = random.weighted(segment.lateness)
  for (const [index, part] of bill.schedule.entries()) {
    // Whoever never pays has often paid the first of several parts.
    if (lateness !== 'never') planPart(company, customer, bill, part, lateness)
    else if (index === 0 && bill.schedule.length > 1 && !random.chance(400))
      planPart(company, customer, bill, part, [0, 0])
  }
}

/** Plans one part of a bill, where its day is known; by a way of paying of its own where none is given. */
export const planPart = (
  company: Company,
  customer: Customer,
  bill: Bill,
  { instalment, amountMinor, dueOn }: Instalment,
  known?: Lateness,
): void => {
  const { random, segment } = customer
  if (dueOn === null) return
  const lateness = known ?? random.weighted(segment.lateness)
  if (lateness === 'never') return
  const paidOn = Math.max(
    bill.issuedOn,
    company.days.indexOf(dueOn) + random.between(lateness[0], lateness[1]),
  )
  const isLast = bill.schedule.at(-1)?.instalment === instalment
  const wantedMinor = isLast ? payAllMinor(customer, bill) : amountMinor
  planPayment(company, customer, { bill, wantedMinor, paidOn, plain: false })
}

/** Pays an item that a promise was about, all of it. */
export const planWhatWasPromised = (
  company: Company,
  customer: Customer,
  currency: Currency,
  itemId: ItemId,
  paidOn: number,
): void => {
  const bill = { itemId, currency }
  const wantedMinor = Number.MAX_SAFE_INTEGER
  planPayment(company, customer, { bill, wantedMinor, paidOn, plain: true })
}

const received = (
  company: Company,
  customer: Customer,
  { bill, paidOn }: Intent,
  amountMinor: number,
): ReceivePayment => ({
  type: 'ReceivePayment',
  effectiveOn: company.days.on(paidOn),
  customerId: customer.customerId,
  currency: bill.currency,
  paymentId: paymentId(nextId(customer, 'P')),
  amountMinor: minorUnits(amountMinor),
  method: text(customer.random.chance(700) ? 'transfer' : 'card'),
  initiatedOn: null,
  settledOn: null,
  // Some say nothing of what they pay: the house finds it.
  allocation: customer.random.chance(120) ? toNone : onlyTo(bill.itemId),
})

const offeredMinor = (customer: Customer, manner: Manner, dueMinor: number): number => {
  if (manner === 'part')
    return Math.max(1, Math.floor((dueMinor * customer.random.between(3, 8)) / 10))
  if (manner === 'roundedUp') return Math.ceil((dueMinor + 1) / 1000) * 1000
  return dueMinor
}

const cashIn = async (
  company: Company,
  customer: Customer,
  intent: Intent,
  today: number,
): Promise<void> => {
  const { bill } = intent
  const dueMinor = Math.min(intent.wantedMinor, openOn(customer, bill.itemId))
  if (dueMinor === 0) return
  const manner = intent.plain ? 'exact' : customer.random.weighted(manners)
  const command = received(company, customer, intent, offeredMinor(customer, manner, dueMinor))
  await post(company, customer, command)
  await afterwards(company, customer, intent, command, manner, today)
}

/** What follows an odd payment. */
const afterwards = async (
  company: Company,
  customer: Customer,
  intent: Intent,
  command: ReceivePayment,
  manner: Manner,
  today: number,
): Promise<void> => {
  const { agenda } = company
  const { random } = customer
  const { bill, wantedMinor } = intent
  if (manner === 'announcedTwice') await post(company, customer, command)
  if (manner === 'part')
    planPayment(company, customer, {
      bill,
      wantedMinor: wantedMinor - command.amountMinor,
      paidOn: today + random.between(8, 45),
      plain: true,
    })
  if (manner === 'twice')
    agenda.plan(today + random.between(1, 6), async (day) => {
      const again = received(company, customer, { ...intent, paidOn: day }, command.amountMinor)
      await post(company, customer, again)
      planRefund(company, customer, again, day)
    })
  if (manner === 'roundedUp') planRefund(company, customer, command, today)
  if (manner === 'bounced')
    agenda.plan(today + random.between(2, 5), (day) =>
      bounce(company, customer, intent, command, day),
    )
  if (manner === 'misapplied')
    agenda.plan(today + random.between(3, 12), (day) =>
      reapply(company, customer, bill, command, day),
    )
}

const bounce = async (
  company: Company,
  customer: Customer,
  intent: Intent,
  { paymentId: bounced }: ReceivePayment,
  today: number,
): Promise<void> => {
  const { bill } = intent
  await post(company, customer, {
    type: 'ReversePayment',
    effectiveOn: company.days.on(today),
    customerId: customer.customerId,
    currency: bill.currency,
    changeId: changeId(nextId(customer, 'B')),
    paymentId: bounced,
    reason: text('insufficient funds'),
    fee: null,
  })
  const paidOn = today + customer.random.between(4, 25)
  if (customer.random.chance(850))
    planPayment(company, customer, { ...intent, paidOn, plain: true })
}
