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
import { accountOf, type Customer } from './customer.ts'
import { planOrder } from './trade.ts'
import { sources } from './segments.ts'

/** The customer registers on their day, and orders soon. */
export const planBeginning = (company: Company, customer: Customer): void =>
  company.agenda.plan(customer.joinedOn, async (today) => {
    await register(company, customer, today)
    if (today < 3 && customer.random.chance(250)) await carryOver(company, customer, today)
    if (customer.random.chance(4)) planOddities(company, customer, today)
    if (customer.random.chance(12)) planMerging(company, customer, today)
    planOrder(company, customer, today + customer.random.between(0, 9))
  })

const register = async (
  { desks: { customers }, days, agenda }: Company,
  { customerId, number, random }: Customer,
  today: number,
): Promise<void> => {
  const about = { effectiveOn: days.on(today), customerId }
  const acquisitionSource = text(random.weighted(sources))
  await customers.give(
    { type: 'RegisterCustomer', ...about, acquisitionSource, name: null },
    random,
  )
  const change = (what: string) => ({ ...about, changeId: changeId(`${what}-${number}`) })
  if (random.chance(400))
    await customers.give(
      {
        type: 'SetPreferences',
        ...change('language'),
        language: text('bg'),
        channels: ['email'],
        methodIds: [],
      },
      random,
    )
  if (!random.chance(500)) return
  await customers.give({ type: 'GiveConsent', ...change('consent'), channel: 'email' }, random)
  if (!random.chance(120)) return
  agenda.plan(today + random.between(20, 300), async (day) => {
    const withdrawn = { ...change('withdrawal'), effectiveOn: days.on(day) }
    await customers.give({ type: 'WithdrawConsent', ...withdrawn, channel: 'email' }, random)
  })
}

/** What the books before ours left open. */
const carryOver = async (company: Company, customer: Customer, today: number): Promise<void> => {
  const { random, customerId, currencies } = customer
  const effectiveOn = company.days.on(today)
  await post(company, customer, accountOf(customer, currencies[0]), {
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
  const account = accountOf(customer, currencies[0])
  const about = { customerId, currency: account.currency }
  company.agenda.plan(today + random.between(30, 200), async (day) => {
    await post(company, customer, account, {
      type: 'RecordCreditNote',
      effectiveOn: company.days.on(day),
      ...about,
      creditId: creditId(`goodwill-${number}`),
      itemId: null,
      amountMinor: minorUnits(2500),
      reason: text('goodwill'),
    })
    await post(company, customer, account, {
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
  const { desks, days, agenda } = company
  const { random, customerId: into } = customer
  const customerId = makeCustomerId(`${into}-again`)
  agenda.plan(today + random.between(5, 60), async (day) => {
    await desks.customers.give(
      {
        type: 'RegisterCustomer',
        effectiveOn: days.on(day),
        customerId,
        acquisitionSource: text('search'),
        name: null,
      },
      random,
    )
    agenda.plan(day + random.between(10, 90), async (later) => {
      const effectiveOn = days.on(later)
      await desks.customers.give({ type: 'MergeCustomer', effectiveOn, customerId, into }, random)
    })
  })
}
