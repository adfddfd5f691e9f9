import {
  addDays,
  changeId,
  creditId,
  customerId as makeCustomerId,
  itemId,
  minorUnits,
  refundId,
  text,
} from '@tenure/core/shared'
import { post, type Company } from './company.ts'
import type { CustomerCommand } from '@tenure/core/customer'
import type { Customer } from './customer.ts'
import { planEnrolment } from './rewarding.ts'
import { planSubscription } from './subscribing.ts'
import { planOrder } from './trade.ts'
import { sources } from './segments.ts'

/** The customer registers on their day, and orders soon. */
export const planBeginning = (company: Company, customer: Customer): void =>
  company.agenda.plan(customer.joinedOn, async (today) => {
    await register(company, customer, today)
    if (today < 3 && customer.random.chance(250)) await carryOver(company, customer, today)
    if (customer.random.chance(4)) planOddities(company, customer, today)
    if (customer.random.chance(12)) planMerging(company, customer, today)
    planSubscription(company, customer, today)
    planEnrolment(company, customer, today)
    planOrder(company, customer, today + customer.random.between(0, 9))
  })

const register = async (company: Company, customer: Customer, today: number): Promise<void> => {
  const { days, agenda } = company
  const { customerId, number, random } = customer
  const tell = (command: CustomerCommand) =>
    company.house.tell(customer, { room: 'customer', command })
  const about = { effectiveOn: days.on(today), customerId }
  const acquisitionSource = text(random.weighted(sources))
  await tell({ type: 'RegisterCustomer', ...about, acquisitionSource, name: null })
  await decideOnCredit(company, customer, today)
  const change = (what: string) => ({ ...about, changeId: changeId(`${what}-${number}`) })
  if (random.chance(400))
    await tell({
      type: 'SetPreferences',
      ...change('language'),
      language: text('bg'),
      channels: ['email'],
      methodIds: [],
    })
  await tell({ type: 'GiveConsent', ...change('letters'), channel: 'letter' })
  if (!random.chance(500)) return
  await tell({ type: 'GiveConsent', ...change('consent'), channel: 'email' })
  if (!random.chance(120)) return
  agenda.plan(today + random.between(20, 300), async (day) => {
    const withdrawn = { ...change('withdrawal'), effectiveOn: days.on(day) }
    await tell({ type: 'WithdrawConsent', ...withdrawn, channel: 'email' })
  })
}

/** A limit for the years to come, in the currency that the customer buys in at home. */
const decideOnCredit = async (
  { house, days }: Company,
  customer: Customer,
  today: number,
): Promise<void> => {
  const { customerId, number, random, segment, currencies } = customer
  const effectiveOn = days.on(today)
  await house.tell(customer, {
    room: 'credit',
    command: {
      type: 'RecordCreditDecision',
      effectiveOn,
      customerId,
      changeId: changeId(`limit-${number}`),
      currency: currencies[0],
      limitMinor: minorUnits(segment.limit * random.between(5, 15) * 10),
      validUntil: addDays(effectiveOn, 3 * 365),
    },
  })
}

/** What the books before ours left open. */
const carryOver = async (company: Company, customer: Customer, today: number): Promise<void> => {
  const { random, customerId, currencies } = customer
  const effectiveOn = company.days.on(today)
  await post(company, customer, {
    type: 'RecordItem',
    effectiveOn,
    customerId,
    currency: currencies[0],
    itemId: itemId(`opening-${customer.number}`),
    kind: 'openingBalance',
    invoiceId: null,
    schedule: [
      {
        instalment: 1,
        amountMinor: minorUnits(random.between(20, 900) * 100),
        dueOn: addDays(effectiveOn, random.between(-60, 20)),
      },
    ],
    earlyPay: [],
  })
}

/** A goodwill note for nothing in particular, and money that went out and nobody knows why. */
const planOddities = (company: Company, customer: Customer, today: number): void => {
  const { random, customerId, currencies, number } = customer
  const about = { customerId, currency: currencies[0] }
  company.agenda.plan(today + random.between(30, 200), async (day) => {
    await post(company, customer, {
      type: 'RecordCreditNote',
      effectiveOn: company.days.on(day),
      ...about,
      creditId: creditId(`goodwill-${number}`),
      itemId: null,
      amountMinor: minorUnits(2500),
      reason: text('goodwill'),
    })
    await post(company, customer, {
      type: 'RecordRefund',
      effectiveOn: company.days.on(day),
      ...about,
      refundId: refundId(`unexplained-${number}`),
      from: null,
      amountMinor: minorUnits(random.between(10, 80) * 100),
    })
  })
}

/** The same customer had registered a second time, by another way in. */
const planMerging = (company: Company, customer: Customer, today: number): void => {
  const { house, days, agenda } = company
  const { random, customerId: into } = customer
  const tell = (command: CustomerCommand) => house.tell(customer, { room: 'customer', command })
  const customerId = makeCustomerId(`${into}-again`)
  agenda.plan(today + random.between(5, 60), async (day) => {
    await tell({
      type: 'RegisterCustomer',
      effectiveOn: days.on(day),
      customerId,
      acquisitionSource: text('search'),
      name: null,
    })
    agenda.plan(day + random.between(10, 90), async (later) => {
      const effectiveOn = days.on(later)
      await tell({ type: 'MergeCustomer', effectiveOn, customerId, into })
    })
  })
}
