import { civilDate, invoiceId, itemId, orderId } from '@tenure/core/shared'
import { invoice, receivables, type RoomCommand } from '../commands.ts'
import { aboutMoney, amountOf, idOrNull, neededText } from '../field-access.ts'
import type { ReadFact } from '../read-fact.ts'

/** The document and its open item. */
export const invoiceCommands = (fact: ReadFact): ReadonlyArray<RoomCommand> => {
  const common = aboutMoney(fact)
  const number = neededText(fact, 'invoiceId')
  const totalMinor = amountOf(fact, 'total')
  const dueOn = idOrNull(fact, 'dueOn', civilDate)
  const schedule = [{ instalment: 1, amountMinor: totalMinor, dueOn }]
  return [
    invoice({
      type: 'RecordInvoice',
      ...common,
      invoiceId: invoiceId(number),
      orderId: idOrNull(fact, 'orderId', orderId),
      totalMinor,
      schedule,
    }),
    receivables({
      type: 'RecordItem',
      ...common,
      itemId: itemId(number),
      kind: 'invoice',
      invoiceId: invoiceId(number),
      schedule,
      earlyPay: [],
    }),
  ]
}
