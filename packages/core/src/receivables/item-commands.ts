import type {
  AssignmentId,
  ChangeId,
  ChargeId,
  CivilDate,
  Instalment,
  InvoiceId,
  ItemId,
  LateFeeRule,
  MinorUnits,
  PartnerId,
  PaymentId,
  Text,
  WriteOffId,
} from '../shared/index.ts'
import type { JurisdictionRules } from '../terms/index.ts'
import type { About } from './about.ts'
import type { ItemKind } from './item-events.ts'
import type { EarlyPayOffer, Recourse } from './values.ts'

// Commands that ask something of an item. They obey the house's rules and may be rejected by them.

/** Opens an item for an issued invoice. Cash that the payer had named for it is applied at once. */
export interface OpenItem extends About {
  readonly type: 'OpenItem'
  readonly itemId: ItemId
  readonly kind: ItemKind
  readonly invoiceId: InvoiceId | null
  readonly schedule: ReadonlyArray<Instalment>
  /** The dated discounts of the agreed terms, at most one an instalment: the item remembers them. */
  readonly earlyPay: ReadonlyArray<EarlyPayOffer>
}

/**
 * Gives the agreed discount of an instalment by hand: where cash came in time, but in parts, so that no
 * one payment was seen to earn it. `paymentId`: the cash that it hangs on.
 */
export interface TakeEarlyDiscount extends About {
  readonly type: 'TakeEarlyDiscount'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly instalment: number
  readonly paymentId: PaymentId
}

/** Days from `from` to `until`, both within; until null: no end is known. */
export interface Span {
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/**
 * Asks for all late fees that the agreed rules make due by `effectiveOn` and that were not assessed yet.
 *
 * What this room does not know comes as evidence: the rules and the grace of the agreement in force, the
 * law of the place, what is contested, and for rules that count by the order its total and the fees on
 * its other items. `chargeId` names the first fee; further ones are named after it.
 */
export interface AssessLateFee extends About {
  readonly type: 'AssessLateFee'
  readonly itemId: ItemId
  readonly chargeId: ChargeId
  /** Empty: none was agreed. */
  readonly rules: ReadonlyArray<LateFeeRule>
  readonly graceDays: number
  readonly jurisdiction: JurisdictionRules | null
  /** What the customer contests today: no fee is asked on it while that lasts. */
  readonly disputedMinor: MinorUnits
  /** Hardship: a fee whose day lies within is not assessed, nor made up for later. */
  readonly pauses: ReadonlyArray<Span>
  /** Null: the item is the order. */
  readonly order: { readonly totalMinor: MinorUnits; readonly otherFeesMinor: MinorUnits } | null
}
/** Lets a late fee or a bounce fee go. */
export interface WaiveLateFee extends About {
  readonly type: 'WaiveLateFee'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly chargeId: ChargeId
}
/** Gives up what is open on an item, all of it. */
export interface WriteOff extends About {
  readonly type: 'WriteOff'
  readonly writeOffId: WriteOffId
  readonly itemId: ItemId
  readonly reason: Text | null
}
/** Gives up what is open on an item if it is no more than the tolerance: not worth a letter. */
export interface WriteOffSmallBalance extends About {
  readonly type: 'WriteOffSmallBalance'
  readonly writeOffId: WriteOffId
  readonly itemId: ItemId
  readonly toleranceMinor: MinorUnits
}
/** Passes what is open on an item to a financing partner. */
export interface AssignItem extends About {
  readonly type: 'AssignItem'
  readonly assignmentId: AssignmentId
  readonly itemId: ItemId
  readonly partnerId: PartnerId
  readonly recourse: Recourse
}
/** The partner gives an assigned amount back: it is the customer's debt to us again, and due now. */
export interface TakeRecourse extends About {
  readonly type: 'TakeRecourse'
  readonly changeId: ChangeId
  readonly assignmentId: AssignmentId
  readonly amountMinor: MinorUnits
  readonly reason: Text
}
