import { unreachable } from '../shared/index.ts'
import type { SupportEvent } from './events.ts'

/** What a step says, so that a repetition is recognised and a conflict can be named. */
export const wordsOf = (event: SupportEvent): string => {
  switch (event.type) {
    case 'TicketOpened':
      return `${event.category} about ${event.topic} by ${event.channel} from ${event.party}, order ${event.orderId ?? 'none'}`
    case 'TicketAnswered':
      return `answered, ${event.by}`
    case 'TicketEscalated':
      return `escalated to ${event.unit}, level ${event.toLevel}`
    case 'TicketClosed':
      return `closed, ${event.resolved ? 'resolved' : 'not resolved'}, refund ${event.refund}`
    case 'TicketReopened':
      return 'reopened'
    default:
      return unreachable(event)
  }
}
