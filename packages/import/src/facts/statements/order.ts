import { changeId, minorUnits, orderId, type MinorUnits } from '@tenure/core/shared'
import { order, type RoomCommand } from '../commands.ts'
import { about, aboutMoney, amountOf, textOf } from '../field-access.ts'
import type { ReadFact } from '../read-fact.ts'
import { wordOf, type Own } from './own.ts'

/** What a document of lines comes to is known when all of them are. */
const totalOf = (fact: ReadFact, name: string): MinorUnits =>
  fact.line === undefined ? amountOf(fact, name) : minorUnits(0)

/** A sale, a credit on sales, a delivery or a cancellation. */
export const orderCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const ordered = { ...about(fact), orderId: orderId(own('orderId')) }
  if (fact.kind === 'delivery')
    return order({ type: 'RecordDelivery', ...ordered, shipmentId: wordOf(own('shipmentId')) })
  if (fact.kind === 'cancellation')
    return order({
      type: 'RecordCancellation',
      ...ordered,
      changeId: changeId(own('changeId')),
      reason: textOf(fact, 'reason'),
    })
  const { currency } = aboutMoney(fact)
  if (fact.kind === 'saleCredit')
    return order({
      type: 'RecordSaleCredit',
      ...ordered,
      currency,
      creditedMinor: totalOf(fact, 'credited'),
      lines: [],
    })
  return order({
    type: 'RecordSale',
    ...ordered,
    currency,
    netMinor: totalOf(fact, 'net'),
    lines: [],
  })
}
