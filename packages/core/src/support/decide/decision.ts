import * as E from 'fp-ts/lib/Either.js'
import type { SupportCommand } from '../commands.ts'
import type { SupportEvent } from '../events.ts'
import type { SupportRejection } from '../rejections.ts'
import type { Opened, Ticket } from '../state.ts'
import { wordsOf } from '../words.ts'

export type Decision = E.Either<SupportRejection, ReadonlyArray<SupportEvent>>

/** The ticket that the command speaks of, or why there is none that it may change. */
export const knownTicket = (
  { ticketId, customerId }: SupportCommand,
  { opened }: Ticket,
): E.Either<SupportRejection, Opened> => {
  if (opened === null) return E.left({ type: 'UnknownTicket', ticketId })
  const { customerId: expected } = opened
  return expected === customerId
    ? E.right(opened)
    : E.left({ type: 'WrongCustomer', ticketId, expected, offered: customerId })
}

/**
 * One step of a ticket: nothing where this step was taken before, and otherwise unless `refusal` stands
 * against it. Rejects also: `ConflictingDuplicate` where the step said something else.
 */
export const step = (
  event: SupportEvent,
  refusal: SupportRejection | undefined,
  ticket: Ticket,
): Decision => {
  const recorded = ticket.steps.get(event.changeId)?.words
  const offered = wordsOf(event)
  if (recorded === offered) return E.right([])
  if (recorded !== undefined)
    return E.left({ type: 'ConflictingDuplicate', changeId: event.changeId, recorded, offered })
  return refusal === undefined ? E.right([event]) : E.left(refusal)
}
