import type {
  AssignmentId,
  ChangeId,
  ChargebackId,
  ChargeId,
  CreditId,
  Currency,
  CustomerId,
  ItemId,
  PaymentId,
  RefundId,
  WriteOffId,
} from '../shared/index.ts'
import { unpacked, type PackedItem } from './closed-item.ts'
import type { Item } from './item.ts'
import type {
  Assignment,
  Charge,
  Chargeback,
  Collection,
  Credit,
  Payment,
  Refund,
  WrittenOff,
} from './remembered.ts'

export {
  type Application,
  type Charge,
  type Credit,
  type Payment,
  type WrittenOff,
} from './remembered.ts'

/**
 * Accounts receivable of one customer in one currency.
 *
 * A closed item leaves `open`; what stays of it, and of payments, credits and changes, is what is
 * needed to recognise a duplicate for ever and to reopen with the original due day.
 */
export interface Receivables {
  /** Null before the first event. */
  readonly owner: { readonly customerId: CustomerId | null; readonly currency: Currency } | null
  readonly openMinor: number
  readonly unappliedMinor: number
  readonly creditMinor: number
  /** Σ of all that ever came in, went out or was charged: it bounds every other sum. */
  readonly turnoverMinor: number
  readonly open: ReadonlyMap<ItemId, Item>
  /** One line an item. */
  readonly closed: ReadonlyMap<ItemId, PackedItem>
  readonly payments: ReadonlyMap<PaymentId, Payment>
  /** What was begun to be collected, and is not received. */
  readonly collections: ReadonlyMap<PaymentId, Collection>
  /** Payments with cash left that their payer had named for an item. */
  readonly earmarked: ReadonlyMap<ItemId, ReadonlyArray<PaymentId>>
  readonly credits: ReadonlyMap<CreditId, Credit>
  /** Σ credit notes that name an item, applied to it or not. */
  readonly noted: ReadonlyMap<ItemId, number>
  readonly refunds: ReadonlyMap<RefundId, Refund>
  readonly chargebacks: ReadonlyMap<ChargebackId, Chargeback>
  readonly charges: ReadonlyMap<ChargeId, Charge>
  readonly writeOffs: ReadonlyMap<WriteOffId, WrittenOff>
  readonly assignments: ReadonlyMap<AssignmentId, Assignment>
  /** What each change did, in one comparable line. */
  readonly changes: ReadonlyMap<ChangeId, string>
}

export const initial = (): Receivables => ({
  owner: null,
  openMinor: 0,
  unappliedMinor: 0,
  creditMinor: 0,
  turnoverMinor: 0,
  open: new Map(),
  closed: new Map(),
  payments: new Map(),
  collections: new Map(),
  earmarked: new Map(),
  credits: new Map(),
  noted: new Map(),
  refunds: new Map(),
  chargebacks: new Map(),
  charges: new Map(),
  writeOffs: new Map(),
  assignments: new Map(),
  changes: new Map(),
})

/** An item, open or closed. */
export const itemOf = (state: Receivables, itemId: ItemId): Item | undefined => {
  const open = state.open.get(itemId)
  if (open !== undefined) return open
  const line = state.closed.get(itemId)
  return line === undefined ? undefined : unpacked(itemId, line)
}

/** Whether the item is known: quicker than `itemOf`. */
export const isKnown = (state: Receivables, itemId: ItemId): boolean =>
  state.open.has(itemId) || state.closed.has(itemId)

export const openItems = (state: Receivables): ReadonlyArray<Item> => [...state.open.values()]

/** Σ open over all items. */
export const grossOpenMinor = (state: Receivables): number => state.openMinor

/** Cash received and not set against anything. */
export const unappliedMinor = (state: Receivables): number => state.unappliedMinor

/** Credit notes not set against anything. */
export const creditMinor = (state: Receivables): number => state.creditMinor

/** A collection that was begun for the item, or for no item by name, and is neither settled nor failed. */
export const pendingOn = (state: Receivables, itemId: ItemId): PaymentId | undefined => {
  for (const [paymentId, { failed, forItemId }] of state.collections)
    if (!failed && (forItemId === null || forItemId === itemId)) return paymentId
  return undefined
}
