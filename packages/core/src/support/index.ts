import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { SupportCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  TicketAnswered,
  TicketClosed,
  TicketEscalated,
  TicketOpened,
  TicketReopened,
  type SupportEvent,
} from './events.ts'
import { explain, type SupportRejection } from './rejections.ts'
import { evolve, initial, type Ticket } from './state.ts'

export {
  RefundOutcome,
  SupportEvent,
  TicketAnswered,
  TicketCategory,
  TicketChannel,
  TicketClosed,
  TicketEscalated,
  TicketOpened,
  TicketParty,
  TicketReopened,
  TicketTopic,
} from './events.ts'
export {
  type AnswerTicket,
  type CloseTicket,
  type EscalateTicket,
  type OpenTicket,
  type RecordTicket,
  type ReopenTicket,
  type SupportCommand,
} from './commands.ts'
export { type SupportRejection } from './rejections.ts'
export { type Opened, type Step, type Ticket } from './state.ts'

export const supportEvents: ReadonlyArray<EventDefinition> = [
  define(TicketOpened),
  define(TicketAnswered),
  define(TicketEscalated),
  define(TicketClosed),
  define(TicketReopened),
]

/** A question to the desk, from the first word to its end. One stream a ticket. */
export const supportRoom: Room<SupportCommand, SupportEvent, Ticket, SupportRejection> = {
  category: 'support',
  decider: { initial, decide, evolve },
  events: supportEvents,
  streamOf: ({ ticketId }) => `support-${ticketId}`,
  doorOf: ({ type }) => (type === 'RecordTicket' ? 'record' : 'ask'),
  explain,
}
