import type {
  AssignmentId,
  ChargebackId,
  ChargeId,
  CivilDate,
  CreditId,
  ItemId,
  PaymentId,
  RefundId,
  WriteOffId,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type ReceivablesRejection =
  | { readonly type: 'WrongCustomer' }
  | { readonly type: 'WrongCurrency'; readonly expected: string; readonly offered: string }
  | { readonly type: 'UnknownItem'; readonly itemId: ItemId }
  /** `itemId` null: nothing is open on any item. */
  | { readonly type: 'NothingOpen'; readonly itemId: ItemId | null }
  | {
      readonly type: 'UnknownPayment' | 'PaymentIsReversed' | 'NothingUnapplied'
      readonly paymentId: PaymentId
    }
  | {
      readonly type: 'UnknownCredit' | 'NoCreditLeft' | 'StoreCreditIsNotPaidOut'
      readonly creditId: CreditId
    }
  /** A collection that was begun may still pay the item. */
  | {
      readonly type: 'PaymentIsPending'
      readonly paymentId: PaymentId
      readonly itemId: ItemId | null
    }
  /** Neither cash nor credit is left over that might be used on the item. */
  | { readonly type: 'NoBalance'; readonly itemId: ItemId }
  | {
      readonly type: 'NoEarlyDiscountAgreed' | 'EarlyDiscountIsTaken'
      readonly itemId: ItemId
      readonly instalment: number
    }
  | {
      readonly type: 'TooLateForDiscount'
      readonly itemId: ItemId
      readonly instalment: number
      readonly untilOn: CivilDate
      readonly receivedOn: CivilDate
    }
  /** What came in time, with the discount, does not pay the instalment. */
  | {
      readonly type: 'TooLittleForDiscount'
      readonly itemId: ItemId
      readonly instalment: number
      readonly discountMinor: number
      readonly missingMinor: number
    }
  | { readonly type: 'UnknownChargeback'; readonly chargebackId: ChargebackId }
  | { readonly type: 'UnknownAssignment' | 'NoRecourse'; readonly assignmentId: AssignmentId }
  | {
      readonly type: 'RecourseExceedsAssigned'
      readonly assignmentId: AssignmentId
      readonly assignedMinor: number
      readonly offeredMinor: number
    }
  | {
      readonly type: 'UnknownRefund' | 'RefundIsFailed' | 'RefundHasNoSource'
      readonly refundId: RefundId
    }
  | {
      readonly type: 'BalanceAboveTolerance'
      readonly itemId: ItemId
      readonly openMinor: number
      readonly toleranceMinor: number
    }
  | {
      readonly type: 'UnknownCharge' | 'ChargeIsWaived'
      readonly itemId: ItemId
      readonly chargeId: ChargeId
    }
  | { readonly type: 'UnknownWriteOff' | 'NothingToRecover'; readonly writeOffId: WriteOffId }
  | { readonly type: 'NotApplied'; readonly paymentId: PaymentId; readonly itemId: ItemId }
  | { readonly type: 'ZeroAmount' }
  | { readonly type: 'UnknownInstalment'; readonly itemId: ItemId; readonly instalment: number }
  | { readonly type: 'EmptySchedule'; readonly itemId: ItemId }
  | {
      readonly type: 'CreditAboveCharged'
      readonly itemId: ItemId
      /** Charged and not written off. */
      readonly chargedMinor: number
      readonly creditedMinor: number
      readonly offeredMinor: number
    }
  | {
      readonly type: 'RefundExceedsPaid'
      readonly availableMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'NoAgreedLateFee'; readonly itemId: ItemId }
  | { readonly type: 'NotYetLate'; readonly itemId: ItemId; readonly dueFrom: CivilDate | null }
  | { readonly type: 'FeeCapReached'; readonly itemId: ItemId }
  /** `until` null: no end is known. */
  | { readonly type: 'FeesArePaused'; readonly itemId: ItemId; readonly until: CivilDate | null }
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }
  /**
   * The same id with other content: never silent. `what` names the kind of fact, `id` its id. Where
   * both amounts are equal, something else differs.
   */
  | {
      readonly type: 'ConflictingDuplicate'
      readonly what:
        | 'item'
        | 'payment'
        | 'credit'
        | 'refund'
        | 'chargeback'
        | 'charge'
        | 'writeOff'
        | 'assignment'
        | 'change'
      readonly id: string
      readonly recordedMinor: number
      readonly offeredMinor: number
    }
