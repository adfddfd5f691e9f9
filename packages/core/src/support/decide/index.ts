import * as E from 'fp-ts/lib/Either.js'
import { unreachable } from '../../shared/index.ts'
import type { SupportCommand } from '../commands.ts'
import type { Ticket } from '../state.ts'
import { knownTicket, type Decision } from './decision.ts'
import { open, record } from './open.ts'
import { answer, close, escalate, reopen } from './steps.ts'

/** Decides one command on one ticket. Pure. Rejects also: `WrongCustomer`. */
export const decide =
  (command: SupportCommand) =>
  (ticket: Ticket): Decision => {
    const known = knownTicket(command, ticket)
    if (E.isLeft(known) && known.left.type === 'WrongCustomer') return known
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
