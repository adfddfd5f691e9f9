import { openMinor, type Item } from '../receivables/index.ts'
import type { TradeEvent } from '../rooms.ts'
import type { CivilDate, OrderId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import type { Happened } from './policy.ts'
import { findItem, invoiceOfItem, type Found } from './read-dossier.ts'

/** Facts after which less of an item is open. */
export type Settling = Extract<
  TradeEvent,
  {
    readonly type:
      | 'PaymentApplied'
      | 'CreditApplied'
      | 'EarlyDiscountTaken'
      | 'ItemWrittenOff'
      | 'ReceivableAssigned'
      | 'LateFeeWaived'
  }
>

const settlingTypes: ReadonlySet<string> = new Set<Settling['type']>([
  'PaymentApplied',
  'CreditApplied',
  'EarlyDiscountTaken',
  'ItemWrittenOff',
  'ReceivableAssigned',
  'LateFeeWaived',
])

export const isSettling = (event: TradeEvent): event is Settling => settlingTypes.has(event.type)

/** An item of which nothing is open after a fact, and the day of the fact. */
export interface Settled extends Found {
  readonly on: CivilDate
}

/** The item that a fact settled whole; undefined where it settled none, or the item stands open again. */
export const settledBy = ({ event }: Happened, dossier: Dossier): Settled | undefined => {
  if (!isSettling(event)) return undefined
  const found = findItem(dossier, event.itemId)
  if (found === undefined || openMinor(found.item) > 0) return undefined
  return { ...found, on: event.effectiveOn }
}

/** The order that an item was billed for; null where it was for none that we know. */
export const orderOfItem = (dossier: Dossier, item: Pick<Item, 'invoiceId'>): OrderId | null =>
  invoiceOfItem(dossier, item)?.orderId ?? null
