import type {
  ChangeId,
  CivilDate,
  Currency,
  Dated,
  ItemId,
  OrderId,
  Text,
} from '../shared/index.ts'
import type { HoldReason } from './values.ts'

/** What one customer may owe, and what of it is kept for orders or owed already. */
export interface CreditAccount {
  /** The one currency of the account; null before the first amount. */
  readonly currency: Currency | null
  readonly limit: Dated<number> | null
  /** The newest decision: until when it holds, or null where it was no. */
  readonly decision: Dated<CivilDate | null> | null
  /** Σ over the orders, and Σ over the items. */
  readonly reservedMinor: number
  readonly usedMinor: number
  readonly orders: ReadonlyMap<OrderId, Reservation>
  /** What each item uses, where it uses anything. */
  readonly items: ReadonlyMap<ItemId, Use>
  readonly holds: ReadonlyMap<ChangeId, Hold>
  readonly overrides: ReadonlyMap<ChangeId, Override>
  readonly references: ReadonlySet<Text>
  readonly reviews: ReadonlyMap<ChangeId, Review>
  /** Requests that were refused for good. */
  readonly refused: ReadonlySet<ChangeId>
  /** What each change said, in a few words. */
  readonly changes: ReadonlyMap<ChangeId, string>
}

/** What is left of an order's reservation, and whether a part of the order was billed since it was made. */
export interface Reservation {
  readonly leftMinor: number
  readonly since: CivilDate
  readonly expiresOn: CivilDate
  readonly billed: boolean
}
export interface Use {
  readonly amountMinor: number
  /** The day of the newest fact that raised it. */
  readonly since: CivilDate
}
export interface Hold {
  readonly reason: HoldReason
  readonly since: CivilDate
  readonly lifted: boolean
}
export interface Override {
  readonly since: CivilDate
  readonly until: CivilDate
  readonly upToMinor: number | null
}
export interface Review {
  readonly since: CivilDate
  readonly completed: boolean
}

export const initial = (): CreditAccount => ({
  currency: null,
  limit: null,
  decision: null,
  reservedMinor: 0,
  usedMinor: 0,
  orders: new Map(),
  items: new Map(),
  holds: new Map(),
  overrides: new Map(),
  references: new Set(),
  reviews: new Map(),
  refused: new Set(),
  changes: new Map(),
})
