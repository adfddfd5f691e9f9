import type { Log } from '@tenure/event-store'
import type { ReceivablesCommand } from '@tenure/core/receivables'
import { makeAgenda, type Agenda } from './agenda.ts'
import type { Customer } from './customer.ts'
import type { Clock, Days } from './days.ts'
import { makeDesks, type Tally } from './desk.ts'
import { makeHouse, type House } from './house.ts'
import type { TradeEvent } from '@tenure/core/rooms'

/** A house, a calendar, and an agenda of what its customers and the world outside are going to do. */
export interface Company {
  readonly days: Days
  readonly agenda: Agenda
  readonly house: House
}

/** What the world outside makes of a fact: it plans, and does nothing at once. */
export type Answer = (
  company: Company,
  customer: Customer,
  event: TradeEvent,
  today: number,
) => void

export const makeCompany = (
  seed: number,
  store: Log,
  days: Days,
  clock: Clock,
  tally: Tally,
  answer: Answer,
): Company => {
  const agenda = makeAgenda(days.count)
  const house: House = makeHouse(seed, days, makeDesks(store, clock, tally), tally, (...met) =>
    answer({ days, agenda, house }, ...met),
  )
  return { days, agenda, house }
}

/** Gives a command to accounts receivable. True where something came of it. */
export const post = async (
  { house }: Company,
  customer: Customer,
  command: ReceivablesCommand,
  expected: ReadonlyArray<string> = [],
): Promise<boolean> => {
  const events = await house.tell(customer, { room: 'receivables', command }, expected)
  return events !== undefined && events.length > 0
}

/** Whether business goes on: afterwards the house only takes down what it still hears. */
export const isOpen = ({ days }: Company, today: number): boolean => today < days.count
