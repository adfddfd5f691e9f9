import type { CreditId, ItemId, MinorUnits, RefundId, Text } from '../shared/index.ts'
import type { About } from './about.ts'
import type { RefundSource } from './credit-events.ts'

// Commands that ask for credit or for money back.

/** A credit note of ours: against an item we know, at most what was charged on it less earlier notes. */
export interface IssueCredit extends About {
  readonly type: 'IssueCredit'
  readonly creditId: CreditId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
}
/** Credit to buy with, for points or as a kindness: it is set against items and never paid out. */
export interface GrantStoreCredit extends About {
  readonly type: 'GrantStoreCredit'
  readonly creditId: CreditId
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
}
/** Sets unapplied cash or credit balance aside, to be paid back by a provider who answers later. */
export interface RequestRefund extends About {
  readonly type: 'RequestRefund'
  readonly refundId: RefundId
  readonly from: RefundSource
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
}
/** Pays unapplied cash or credit balance back at once, at most what is there. */
export interface IssueRefund extends About {
  readonly type: 'IssueRefund'
  readonly refundId: RefundId
  readonly from: RefundSource
  readonly amountMinor: MinorUnits
}
