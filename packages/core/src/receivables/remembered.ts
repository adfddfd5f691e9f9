import type { CivilDate, ItemId, PartnerId, PaymentId, WriteOffId } from '../shared/index.ts'
import type { CreditKind, RefundSource } from './credit-events.ts'
import type { ComponentSplit, Recourse } from './values.ts'

// What is remembered of each fact that has an id: enough to know it again, and to undo it.

/** What a payment or a credit note gave to one item. */
export interface Application {
  readonly amountMinor: number
  readonly on: CivilDate
  /** Null: all of it pays the principal. */
  readonly components: ComponentSplit | null
}

/** A receipt. Amount = left + Σ applied + refunded + charged back + reversed. */
export interface Payment {
  readonly amountMinor: number
  readonly leftMinor: number
  /** What of the rest is set aside for refunds that were requested. */
  readonly heldMinor: number
  readonly refundedMinor: number
  /** Charged back, less what was won. */
  readonly chargedBackMinor: number
  readonly receivedOn: CivilDate
  /** Since when the cash that is left is free: received, or the last day of a taking back. */
  readonly freedOn: CivilDate
  readonly forItemId: ItemId | null
  /** What of it was taken back whole by the bank. */
  readonly reversedMinor: number
  readonly reversed: boolean
  readonly applications: ReadonlyMap<ItemId, Application>
}

/** A credit note. Amount = left + Σ applied + refunded. */
export interface Credit {
  readonly kind: CreditKind
  readonly amountMinor: number
  readonly leftMinor: number
  readonly heldMinor: number
  readonly freedOn: CivilDate
  readonly itemId: ItemId | null
  readonly applications: ReadonlyMap<ItemId, Application>
}

/** What of a payment or credit note may be used: what is left and not set aside. */
export const freeMinor = ({ leftMinor, heldMinor }: Pick<Payment, 'leftMinor' | 'heldMinor'>) =>
  Math.max(0, leftMinor - heldMinor)

/** The last word of a source on a collection that is not received. */
export interface Collection {
  readonly amountMinor: number
  readonly forItemId: ItemId | null
  readonly sequence: number
  readonly failed: boolean
}

export interface Charge {
  readonly itemId: ItemId
  readonly amountMinor: number
  readonly on: CivilDate
  /** `costs`: recorded from elsewhere, and not waived here. */
  readonly component: 'costs' | 'fees' | 'interest'
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

export interface Refund {
  /** The day on which it was requested, or went out. */
  readonly on: CivilDate
  /** All that went out, or is to go out, under its id. */
  readonly amountMinor: number
  /** Null: no source is known. */
  readonly from: RefundSource | null
  /** What of it the source gives. */
  readonly fromMinor: number
  readonly requested: boolean
  readonly issued: boolean
  readonly failed: boolean
}

export interface Chargeback {
  readonly paymentId: PaymentId
  readonly takenMinor: number
  readonly amountMinor: number
  readonly on: CivilDate
  readonly reopened: ReadonlyArray<{
    readonly itemId: ItemId
    readonly amountMinor: number
    readonly writeOffId: WriteOffId | null
  }>
  readonly reversed: boolean
}

export interface Assignment {
  readonly itemId: ItemId
  readonly partnerId: PartnerId
  readonly recourse: Recourse
  readonly amountMinor: number
  readonly returnedMinor: number
  readonly on: CivilDate
}
