import type { Draft } from 'immer'
import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type CustomerId,
  type OrderId,
  type Text,
} from '../shared/index.ts'
import type { SupportEvent, TicketTopic } from './events.ts'
import { wordsOf } from './words.ts'

/** One ticket. It is open, answered or not, until it is closed. */
export interface Ticket {
  readonly opened: Opened | null
  readonly status: 'unknown' | 'open' | 'answered' | 'closed'
  /** The day of the newest opening or reopening. */
  readonly openedOn: CivilDate | null
  /** 1 answers first; what it cannot answer goes to a unit at a higher level. */
  readonly level: number
  readonly unit: Text | null
  /** The days of the first answer of all, and of the first one by a person. */
  readonly firstAnswerOn: CivilDate | null
  readonly firstPersonOn: CivilDate | null
  /** Every step in the order of the log, one line each. An escalation forgets none. */
  readonly steps: ReadonlyMap<ChangeId, Step>
}
export interface Opened {
  readonly customerId: CustomerId | null
  readonly topic: TicketTopic
  readonly orderId: OrderId | null
}
export interface Step {
  readonly on: CivilDate
  readonly level: number
  readonly words: string
}

export const initial = (): Ticket => ({
  opened: null,
  status: 'unknown',
  openedOn: null,
  level: 1,
  unit: null,
  firstAnswerOn: null,
  firstPersonOn: null,
  steps: new Map(),
})

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (ticket: Draft<Ticket>, event: SupportEvent): void => {
  const { effectiveOn: on, customerId, topic } = event
  switch (event.type) {
    case 'TicketOpened':
      ticket.opened ??= { customerId, topic, orderId: event.orderId }
      ticket.status = 'open'
      ticket.openedOn = on
      break
    case 'TicketAnswered':
      ticket.status = 'answered'
      ticket.firstAnswerOn ??= on
      if (event.by === 'person') ticket.firstPersonOn ??= on
      break
    case 'TicketEscalated':
      ticket.level = event.toLevel
      ticket.unit = event.unit
      break
    case 'TicketClosed':
      ticket.status = 'closed'
      break
    case 'TicketReopened':
      ticket.status = 'open'
      ticket.openedOn = on
      break
    default:
      return unreachable(event)
  }
  ticket.steps.set(event.changeId, { on, level: ticket.level, words: wordsOf(event) })
}
