import { changeId, minorUnits, promiseId, text, ticketId, addDays } from '@tenure/core/shared'
import { collectionsOf, receivablesOf } from '@tenure/core/policies'
import { grossOpenMinor } from '@tenure/core/receivables'
import type { TradeEvent } from '@tenure/core/rooms'
import type { Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'
import { planWhatWasPromised } from './paying.ts'

type Reminded = Extract<TradeEvent, { type: 'ReminderSent' }>

/** Who is reminded may call: with a promise, or with a question about paying. */
export const planCall = (
  company: Company,
  customer: Customer,
  event: Reminded,
  today: number,
): void => {
  const { random } = customer
  const { agenda } = company
  if (random.chance(120))
    agenda.plan(today + random.between(1, 4), (day) => promise(company, customer, event, day))
  else if (random.chance(40))
    agenda.plan(today + random.between(1, 3), (day) => askForHelp(company, customer, day))
}

const promiseRule = { graceDays: 3, maxPerCase: 2, maxDays: 30 }

/** All that is open by a day; three in five keep it. */
const promise = async (
  company: Company,
  customer: Customer,
  { currency, items }: Reminded,
  today: number,
): Promise<void> => {
  const { random, customerId, file } = customer
  const account = receivablesOf(file.dossier, currency)
  const openMinor = account === undefined ? 0 : grossOpenMinor(account)
  if (openMinor === 0 || collectionsOf(file.dossier, currency)?.openCase == null) return
  const effectiveOn = company.days.on(today)
  const wait = random.between(4, 14)
  const made = await company.house.tell(
    customer,
    {
      room: 'collections',
      command: {
        type: 'PromiseToPay',
        effectiveOn,
        customerId,
        currency,
        promiseId: promiseId(nextId(customer, 'Y')),
        amountMinor: minorUnits(openMinor),
        byOn: addDays(effectiveOn, wait),
        openMinor: minorUnits(openMinor),
        rule: promiseRule,
      },
    },
    ['PromiseStands', 'TooManyPromises'],
  )
  if (made === undefined || !random.chance(600)) return
  for (const itemId of new Set(items.map((item) => item.itemId)))
    planWhatWasPromised(company, customer, currency, itemId, today + random.between(1, wait))
}

/** A ticket about paying rests the reminders until it is answered and closed. */
const askForHelp = async (company: Company, customer: Customer, today: number): Promise<void> => {
  const { random, customerId } = customer
  const id = ticketId(nextId(customer, 'T'))
  const step = (day: number) => ({
    effectiveOn: company.days.on(day),
    customerId,
    ticketId: id,
    changeId: changeId(nextId(customer, 'T')),
  })
  await company.house.tell(customer, {
    room: 'support',
    command: {
      type: 'OpenTicket',
      ...step(today),
      topic: 'paymentTrouble',
      category: 'question',
      channel: random.chance(500) ? 'call' : 'email',
      party: 'customer',
      orderId: null,
      words: text('how can I pay this in parts?'),
    },
  })
  const answeredOn = today + random.between(0, 2)
  company.agenda.plan(answeredOn, async (day) => {
    await company.house.tell(customer, {
      room: 'support',
      command: { type: 'AnswerTicket', ...step(day), by: 'person', afterMinutes: 240 },
    })
  })
  company.agenda.plan(answeredOn + random.between(1, 9), async (day) => {
    await company.house.tell(customer, {
      room: 'support',
      command: { type: 'CloseTicket', ...step(day), resolved: true, refund: 'notAsked' },
    })
  })
}
