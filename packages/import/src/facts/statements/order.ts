import { changeId, orderId } from '@tenure/core/shared'
import { order, type RoomCommand } from '../commands.ts'
import { about, aboutMoney, amountOf, textOf } from '../field-access.ts'
import type { ReadFact } from '../read-fact.ts'
import { wordOf, type Own } from './own.ts'

/** A sale, a delivery or a cancellation. */
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
  return order({
    type: 'RecordSale',
    ...ordered,
    currency,
    netMinor: amountOf(fact, 'net'),
    lines: [],
  })
}
