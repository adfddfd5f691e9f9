import * as E from 'fp-ts/lib/Either.js'
import { laterDay, type CivilDate } from '../../shared/index.ts'
import type { AnswerTicket, CloseTicket, EscalateTicket, ReopenTicket } from '../commands.ts'
import type { SupportRejection } from '../rejections.ts'
import type { Ticket } from '../state.ts'
import { knownTicket, step, type Decision } from './decision.ts'

/** The day of a step: that of the opening at the earliest. */
const dayOf = (effectiveOn: CivilDate, { openedOn }: Ticket): CivilDate =>
  laterDay(effectiveOn, openedOn ?? effectiveOn)

type Step = AnswerTicket | EscalateTicket | CloseTicket | ReopenTicket

const ifClosed = ({ ticketId }: Step, { status }: Ticket): SupportRejection | undefined =>
  status === 'closed' ? { type: 'NotOpen', ticketId } : undefined

/**
 * Answers, at the level where the ticket is. The first answer is told apart once, of all and by a person.
 *
 * Rejects: `UnknownTicket`, `WrongCustomer`, `NotOpen`, `ConflictingDuplicate`.
 */
export const answer = (command: AnswerTicket, ticket: Ticket): Decision => {
  const known = knownTicket(command, ticket)
  if (E.isLeft(known)) return known
  const { customerId, ticketId, changeId, by, afterMinutes } = command
  const { firstAnswerOn, firstPersonOn, level } = ticket
  const effectiveOn = dayOf(command.effectiveOn, ticket)
  const about = { effectiveOn, customerId, ticketId, changeId, topic: known.right.topic }
  const isFirstByPerson = by === 'person' && firstPersonOn === null
  const first = { isFirst: firstAnswerOn === null, isFirstByPerson }
  const openedOn = ticket.openedOn ?? effectiveOn
  const facts = { by, level, openedOn, ...first, afterMinutes }
  return step({ type: 'TicketAnswered', ...about, ...facts }, ifClosed(command, ticket), ticket)
}

/**
 * Hands the ticket to the unit that can answer it, with all that was said before.
 *
 * Rejects: `UnknownTicket`, `WrongCustomer`, `NotOpen`, `NotUpwards`, `ConflictingDuplicate`.
 */
export const escalate = (command: EscalateTicket, ticket: Ticket): Decision => {
  const known = knownTicket(command, ticket)
  if (E.isLeft(known)) return known
  const { customerId, ticketId, changeId, toLevel, unit, reason } = command
  const { level: fromLevel } = ticket
  const effectiveOn = dayOf(command.effectiveOn, ticket)
  const about = { effectiveOn, customerId, ticketId, changeId, topic: known.right.topic }
  const isUp = Number.isSafeInteger(toLevel) && toLevel >= fromLevel
  const isElsewhere = toLevel > fromLevel || unit !== ticket.unit
  const refusal =
    ifClosed(command, ticket) ??
    (isUp && isElsewhere ? undefined : ({ type: 'NotUpwards', fromLevel, toLevel } as const))
  return step(
    { type: 'TicketEscalated', ...about, fromLevel, toLevel, unit, reason },
    refusal,
    ticket,
  )
}

/** Ends a ticket. Rejects: `UnknownTicket`, `WrongCustomer`, `AlreadyClosed`, `ConflictingDuplicate`. */
export const close = (command: CloseTicket, ticket: Ticket): Decision => {
  const known = knownTicket(command, ticket)
  if (E.isLeft(known)) return known
  const { customerId, ticketId, changeId, resolved, refund } = command
  const effectiveOn = dayOf(command.effectiveOn, ticket)
  const { topic, orderId } = known.right
  const about = { effectiveOn, customerId, ticketId, changeId, topic }
  const openedOn = ticket.openedOn ?? effectiveOn
  const refusal =
    ticket.status === 'closed' ? ({ type: 'AlreadyClosed', ticketId } as const) : undefined
  return step(
    { type: 'TicketClosed', ...about, resolved, refund, openedOn, orderId },
    refusal,
    ticket,
  )
}

/** Opens a closed ticket again. Rejects: `UnknownTicket`, `WrongCustomer`, `StillOpen`, `ConflictingDuplicate`. */
export const reopen = (command: ReopenTicket, ticket: Ticket): Decision => {
  const known = knownTicket(command, ticket)
  if (E.isLeft(known)) return known
  const { customerId, ticketId, changeId, reason } = command
  const effectiveOn = dayOf(command.effectiveOn, ticket)
  const { topic, orderId } = known.right
  const about = { effectiveOn, customerId, ticketId, changeId, topic }
  const refusal =
    ticket.status === 'closed' ? undefined : ({ type: 'StillOpen', ticketId } as const)
  return step({ type: 'TicketReopened', ...about, reason, orderId }, refusal, ticket)
}
