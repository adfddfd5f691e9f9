import type {
  ChangeId,
  ChargeId,
  CivilDate,
  CreditId,
  Currency,
  CustomerId,
  ItemId,
  PaymentId,
  RefundId,
  WriteOffId,
} from '../shared/index.ts'
import type { Item } from './item.ts'

/** What a payment or a credit note gave to one item. */
export interface Application {
  readonly itemId: ItemId
  readonly amountMinor: number
  readonly on: CivilDate
}

/** A receipt. Amount = left + Σ applied + refunded + reversed. */
export interface Payment {
  readonly amountMinor: number
  readonly leftMinor: number
  readonly refundedMinor: number
  readonly receivedOn: CivilDate
  /** Since when the cash that is left is free: received, or the last day of a taking back. */
  readonly freedOn: CivilDate
  readonly forItemId: ItemId | null
  readonly reversed: boolean
  readonly applications: ReadonlyArray<Application>
}

/** A credit note. Amount = left + Σ applied + refunded. */
export interface Credit {
  readonly amountMinor: number
  readonly leftMinor: number
  readonly freedOn: CivilDate
  readonly itemId: ItemId | null
  readonly applications: ReadonlyArray<Application>
}

export interface Charge {
  readonly itemId: ItemId
  readonly amountMinor: number
  readonly on: CivilDate
  readonly lateFee: boolean
  readonly waived: boolean
}

export interface WrittenOff {
  readonly itemId: ItemId
  readonly amountMinor: number
  readonly recoveredMinor: number
  readonly on: CivilDate
  /** It closed its item: more may have been asked than there was. */
  readonly closing: boolean
  readonly recoveredBy: ReadonlyArray<PaymentId>
}

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
  readonly closed: ReadonlyMap<ItemId, Item>
  readonly payments: ReadonlyMap<PaymentId, Payment>
  /** Payments with cash left that their payer had named for an item. */
  readonly earmarked: ReadonlyMap<ItemId, ReadonlyArray<PaymentId>>
  readonly credits: ReadonlyMap<CreditId, Credit>
  /** Σ credit notes that name an item, applied to it or not. */
  readonly noted: ReadonlyMap<ItemId, number>
  readonly refunds: ReadonlyMap<RefundId, number>
  readonly charges: ReadonlyMap<ChargeId, Charge>
  readonly writeOffs: ReadonlyMap<WriteOffId, WrittenOff>
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
  earmarked: new Map(),
  credits: new Map(),
  noted: new Map(),
  refunds: new Map(),
  charges: new Map(),
  writeOffs: new Map(),
  changes: new Map(),
})

/** An item, open or closed. */
export const itemOf = (state: Receivables, itemId: ItemId): Item | undefined =>
  state.open.get(itemId) ?? state.closed.get(itemId)

export const openItems = (state: Receivables): ReadonlyArray<Item> => [...state.open.values()]

/** Σ open over all items. */
export const grossOpenMinor = (state: Receivables): number => state.openMinor

/** Cash received and not set against anything. */
export const unappliedMinor = (state: Receivables): number => state.unappliedMinor

/** Credit notes not set against anything. */
export const creditMinor = (state: Receivables): number => state.creditMinor
