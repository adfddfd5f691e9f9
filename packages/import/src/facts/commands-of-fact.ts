import { unreachable } from '@tenure/core/shared'
import { customer, type RoomCommand } from './commands.ts'
import { aboutCustomer, neededText, textOf } from './field-access.ts'
import type { ReadFact } from './read-fact.ts'
import { cashCommand } from './statements/cash.ts'
import { churnCommand } from './statements/churn.ts'
import { collectionsCommand } from './statements/collections.ts'
import { invoiceCommands } from './statements/invoice.ts'
import { itemCommand } from './statements/item.ts'
import { orderCommand } from './statements/order.ts'

/**
 * The record-door commands that state a fact, each for one stream.
 *
 * Shape: an invoice makes its document and its open item; every other kind makes one command. An id that
 * the mapping leaves out is the fact's own UUID.
 */
export const commandsOfFact = (fact: ReadFact, factId: string): ReadonlyArray<RoomCommand> => {
  const own = (name: string): string => neededText(fact, name, factId)
  switch (fact.kind) {
    case 'customer':
      return [
        customer({
          type: 'RecordCustomer',
          ...aboutCustomer(fact),
          acquisitionSource: textOf(fact, 'acquisitionSource'),
          name: textOf(fact, 'name'),
        }),
      ]
    case 'sale':
    case 'saleCredit':
    case 'delivery':
    case 'cancellation':
      return [orderCommand(fact, own)]
    case 'invoice':
      return invoiceCommands(fact)
    case 'churn':
    case 'return':
      return [churnCommand(fact, own)]
    case 'dispute':
    case 'disputeResolution':
    case 'handOver':
      return [collectionsCommand(fact, own)]
    case 'payment':
    case 'creditNote':
    case 'refund':
    case 'reversal':
      return [cashCommand(fact, own)]
    case 'writeOff':
    case 'charge':
    case 'dueDate':
      return [itemCommand(fact, own)]
    default:
      return unreachable(fact.kind)
  }
}
