import { churnRoom } from '@tenure/core/churn'
import { collectionsRoom, type CollectionsCommand } from '@tenure/core/collections'
import { customerRoom } from '@tenure/core/customer'
import { invoiceRoom } from '@tenure/core/invoice'
import { orderRoom } from '@tenure/core/order'
import { receivablesRoom, type ReceivablesCommand } from '@tenure/core/receivables'
import type { Log } from '@tenure/event-store'
import { book, type Account } from './account.ts'
import { makeAgenda, type Agenda } from './agenda.ts'
import type { Customer } from './customer.ts'
import type { Clock, Days } from './days.ts'
import { makeDesk, type Tally } from './desk.ts'

const makeDesks = (store: Log, clock: Clock, tally: Tally) => ({
  customers: makeDesk(store, clock, tally, customerRoom, 'reception'),
  orders: makeDesk(store, clock, tally, orderRoom, 'sales'),
  invoices: makeDesk(store, clock, tally, invoiceRoom, 'billing'),
  receivables: makeDesk(store, clock, tally, receivablesRoom, 'accounts'),
  collections: makeDesk(store, clock, tally, collectionsRoom, 'collections'),
  churn: makeDesk(store, clock, tally, churnRoom, 'sales'),
})

/** Six desks, a calendar and an agenda: all that the company's people work with. */
export interface Company {
  readonly days: Days
  readonly agenda: Agenda
  readonly desks: ReturnType<typeof makeDesks>
}

/** Whether business goes on: afterwards the house only takes down what it still hears. */
export const isOpen = ({ days }: Company, today: number): boolean => today < days.count

export const makeCompany = (store: Log, days: Days, clock: Clock, tally: Tally): Company => ({
  days,
  agenda: makeAgenda(days.count),
  desks: makeDesks(store, clock, tally),
})

type Rejected = Parameters<Company['desks']['receivables']['ask']>[2]

/** Gives a command to accounts receivable and books what came of it. True where something did. */
export const post = async (
  { desks }: Company,
  customer: Customer,
  account: Account,
  command: ReceivablesCommand,
  expected: Rejected = [],
): Promise<boolean> => {
  const handled = await desks.receivables.ask(command, customer.random, expected)
  if (handled === undefined) return false
  for (const event of handled.events) book(account, event)
  account.state = () => handled.state
  return handled.events.length > 0
}

type NotCollected = Parameters<Company['desks']['collections']['ask']>[2]

/** Gives a command to collections. True where something came of it. */
export const collect = async (
  { desks }: Company,
  customer: Customer,
  account: Account,
  command: CollectionsCommand,
  expected: NotCollected = [],
): Promise<boolean> => {
  const handled = await desks.collections.ask(command, customer.random, expected)
  if (handled === undefined) return false
  account.collections = () => handled.state
  return handled.events.length > 0
}
