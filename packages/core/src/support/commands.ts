import type { ChangeId, CivilDate, CustomerId, OrderId, Text, TicketId } from '../shared/index.ts'
import type {
  RefundOutcome,
  TicketCategory,
  TicketChannel,
  TicketParty,
  TicketTopic,
} from './events.ts'

/** Each command names its step of the ticket. */
interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly ticketId: TicketId
  readonly changeId: ChangeId
}
interface Question {
  readonly topic: TicketTopic
  readonly category: TicketCategory
  readonly channel: TicketChannel
  readonly party: TicketParty
  readonly orderId: OrderId | null
  readonly words: Text | null
}
export interface OpenTicket extends About, Question {
  readonly type: 'OpenTicket'
}
export interface AnswerTicket extends About {
  readonly type: 'AnswerTicket'
  readonly by: 'automatic' | 'person'
  readonly afterMinutes: number | null
}
/** To a higher level, or to another unit of the same. */
export interface EscalateTicket extends About {
  readonly type: 'EscalateTicket'
  readonly toLevel: number
  readonly unit: Text
  readonly reason: Text | null
}
export interface CloseTicket extends About {
  readonly type: 'CloseTicket'
  readonly resolved: boolean
  readonly refund: RefundOutcome
}
export interface ReopenTicket extends About {
  readonly type: 'ReopenTicket'
  readonly reason: Text | null
}
/** A ticket that another desk has opened and closed. */
export interface RecordTicket extends About, Question {
  readonly type: 'RecordTicket'
  readonly closeChangeId: ChangeId
  readonly closedOn: CivilDate
  readonly resolved: boolean
  readonly refund: RefundOutcome
}
export type SupportCommand =
  OpenTicket | AnswerTicket | EscalateTicket | CloseTicket | ReopenTicket | RecordTicket
