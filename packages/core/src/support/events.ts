import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  nullable,
  OrderId,
  personal,
  Text,
  TicketId,
  Whole,
} from '../shared/index.ts'
import { event } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** What a ticket is about. Of a trouble with paying, reminders may wait. */
export const TicketTopic = t.keyof({
  paymentTrouble: null,
  delivery: null,
  product: null,
  refund: null,
  account: null,
  other: null,
})
export type TicketTopic = t.TypeOf<typeof TicketTopic>

export const TicketCategory = t.keyof({
  question: null,
  problem: null,
  suggestion: null,
  complaint: null,
})
export type TicketCategory = t.TypeOf<typeof TicketCategory>

/** Who turns to the desk: the customer, somebody who pays or receives, or a merchant's own buyer. */
export const TicketParty = t.keyof({ customer: null, payer: null, recipient: null, endBuyer: null })
export type TicketParty = t.TypeOf<typeof TicketParty>

/** By what the desk is reached. */
export const TicketChannel = t.keyof({
  email: null,
  call: null,
  chat: null,
  letter: null,
  portal: null,
})
export type TicketChannel = t.TypeOf<typeof TicketChannel>

/** Whether money that a ticket was about stayed: a refund never asked, avoided by help, or granted. */
export const RefundOutcome = t.keyof({ notAsked: null, avoided: null, granted: null })
export type RefundOutcome = t.TypeOf<typeof RefundOutcome>

// Each event is one step of a ticket and names it by its `changeId`: a notice is sent once a step.
const step = { ticketId: TicketId, changeId: ChangeId, topic: TicketTopic }

export const TicketOpened = event('TicketOpened', {
  ...step,
  category: TicketCategory,
  channel: TicketChannel,
  party: TicketParty,
  orderId: nullable(OrderId),
  words: nullable(personal(Text)),
})
/** Somebody, or a machine, answered. `openedOn` is the day on which the ticket was opened or reopened. */
export const TicketAnswered = event('TicketAnswered', {
  ...step,
  by: t.keyof({ automatic: null, person: null }),
  level: Whole,
  openedOn: CivilDate,
  /** The first answer of all, and the first by a person. */
  isFirst: t.boolean,
  isFirstByPerson: t.boolean,
  /** Minutes from opening to this answer, where the desk measured them. */
  afterMinutes: nullable(Whole),
})
/** The question goes to the unit that can answer it. */
export const TicketEscalated = event('TicketEscalated', {
  ...step,
  fromLevel: Whole,
  toLevel: Whole,
  unit: Text,
  reason: nullable(Text),
})
export const TicketClosed = event('TicketClosed', {
  ...step,
  resolved: t.boolean,
  refund: RefundOutcome,
  openedOn: CivilDate,
  orderId: nullable(OrderId),
})
export const TicketReopened = event('TicketReopened', {
  ...step,
  reason: nullable(Text),
  orderId: nullable(OrderId),
})

export const SupportEvent = t.union([
  TicketOpened,
  TicketAnswered,
  TicketEscalated,
  TicketClosed,
  TicketReopened,
])
export type SupportEvent = t.TypeOf<typeof SupportEvent>
