import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { OpenTicket, RecordTicket } from '../commands.ts'
import type { SupportEvent } from '../events.ts'
import type { Ticket } from '../state.ts'
import { wordsOf } from '../words.ts'
import { step, type Decision } from './decision.ts'

const opened = (command: OpenTicket | RecordTicket): SupportEvent => {
  const { effectiveOn, customerId, ticketId, changeId, topic } = command
  const { category, channel, party, orderId, words } = command
  const about = { effectiveOn, customerId, ticketId, changeId, topic }
  return { type: 'TicketOpened', ...about, category, channel, party, orderId, words }
}

/** Somebody turns to the desk. Rejects: `TicketAlreadyOpened` by another step, `ConflictingDuplicate`. */
export const open = (command: OpenTicket, ticket: Ticket): Decision => {
  const { ticketId } = command
  const known = ticket.opened !== null
  return step(
    opened(command),
    known ? { type: 'TicketAlreadyOpened', ticketId } : undefined,
    ticket,
  )
}

/**
 * A ticket that another desk opened and closed, whole. Closed on the day it was opened at the earliest.
 *
 * Rejects: `TicketAlreadyOpened`; `ConflictingDuplicate`, also where both steps have one id.
 */
export const record = (command: RecordTicket, ticket: Ticket): Decision => {
  const { effectiveOn: openedOn, customerId, ticketId, topic, orderId } = command
  const { closeChangeId, closedOn, resolved, refund } = command
  const known = ticket.opened !== null
  const refusal = known ? ({ type: 'TicketAlreadyOpened', ticketId } as const) : undefined
  const opening = step(opened(command), refusal, ticket)
  if (E.isLeft(opening)) return opening
  const about = { effectiveOn: laterDay(closedOn, openedOn), customerId, ticketId, topic }
  const end = { changeId: closeChangeId, resolved, refund, openedOn, orderId }
  const closed: SupportEvent = { type: 'TicketClosed', ...about, ...end }
  if (closeChangeId === command.changeId) {
    const [recorded, offered] = [wordsOf(opened(command)), wordsOf(closed)]
    return E.left({ type: 'ConflictingDuplicate', changeId: closeChangeId, recorded, offered })
  }
  const closing = step(closed, refusal, ticket)
  return E.isLeft(closing) ? closing : E.right([...opening.right, ...closing.right])
}
