import { unreachable } from '../../shared/index.ts'
import type { SupportCommand } from '../commands.ts'
import type { Ticket } from '../state.ts'
import type { Decision } from './decision.ts'
import { open, record } from './open.ts'
import { answer, close, escalate, reopen } from './steps.ts'

/** Decides one command on one ticket. Pure. */
export const decide =
  (command: SupportCommand) =>
  (ticket: Ticket): Decision => {
    switch (command.type) {
      case 'OpenTicket':
        return open(command, ticket)
      case 'AnswerTicket':
        return answer(command, ticket)
      case 'EscalateTicket':
        return escalate(command, ticket)
      case 'CloseTicket':
        return close(command, ticket)
      case 'ReopenTicket':
        return reopen(command, ticket)
      case 'RecordTicket':
        return record(command, ticket)
      default:
        return unreachable(command)
    }
  }
