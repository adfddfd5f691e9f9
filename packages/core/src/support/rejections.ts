import {
  unreachable,
  whose,
  type ChangeId,
  type CustomerId,
  type TicketId,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type SupportRejection =
  | { readonly type: 'UnknownTicket'; readonly ticketId: TicketId }
  | { readonly type: 'TicketAlreadyOpened'; readonly ticketId: TicketId }
  /** It is closed: it takes no answer before it is reopened. */
  | { readonly type: 'NotOpen'; readonly ticketId: TicketId }
  | { readonly type: 'AlreadyClosed'; readonly ticketId: TicketId }
  | { readonly type: 'StillOpen'; readonly ticketId: TicketId }
  /** An escalation goes up, or to another unit of the same level; levels count from 1. */
  | { readonly type: 'NotUpwards'; readonly fromLevel: number; readonly toLevel: number }
  | {
      readonly type: 'WrongCustomer'
      readonly ticketId: TicketId
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly changeId: ChangeId
      readonly recorded: string
      readonly offered: string
    }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: SupportRejection): string => {
  switch (rejection.type) {
    case 'UnknownTicket':
      return `No ticket ${rejection.ticketId} was opened.`
    case 'TicketAlreadyOpened':
      return `Ticket ${rejection.ticketId} was opened before, by another step.`
    case 'NotOpen':
      return `Ticket ${rejection.ticketId} is closed; it has to be reopened first.`
    case 'AlreadyClosed':
      return `Ticket ${rejection.ticketId} was closed before, by another step.`
    case 'StillOpen':
      return `Ticket ${rejection.ticketId} is open, and cannot be reopened.`
    case 'NotUpwards':
      return `An escalation goes up from level ${rejection.fromLevel}, or to another unit of it, not to level ${rejection.toLevel}.`
    case 'WrongCustomer':
      return `Ticket ${rejection.ticketId} belongs to ${whose(rejection.expected)}, not to ${whose(rejection.offered)}.`
    case 'ConflictingDuplicate':
      return `Step ${rejection.changeId} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return unreachable(rejection)
  }
}
