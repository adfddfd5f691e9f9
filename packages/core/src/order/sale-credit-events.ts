import * as t from 'io-ts'
import { ChangeId, CivilDate, MinorUnits, nullable, OrderId, Text } from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import { OrderLine } from './line.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/**
 * A document from elsewhere took money off the sales: goods came back, or a price was put right. It has a
 * number of its own, and the purchase it speaks of may not be known.
 */
export const SaleCredited = moneyEvent('SaleCredited', {
  orderId: OrderId,
  creditedMinor: MinorUnits,
  lines: t.readonlyArray(OrderLine),
})
/**
 * A document that took money off the sales counts for nothing. Carries what comes back, and the day of the
 * document, so that a read model corrects that day without remembering it. Effective on it at the earliest.
 */
export const SaleCreditWithdrawn = moneyEvent('SaleCreditWithdrawn', {
  orderId: OrderId,
  changeId: ChangeId,
  creditedOn: CivilDate,
  creditedMinor: MinorUnits,
  reason: nullable(Text),
})
