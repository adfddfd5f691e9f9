import type {
  ChargeId,
  CivilDate,
  CreditId,
  ItemId,
  PaymentId,
  WriteOffId,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` (same room) words it for a log. */
export type ReceivablesRejection =
  | { readonly type: 'WrongCustomer' }
  | { readonly type: 'WrongCurrency'; readonly expected: string; readonly offered: string }
  | { readonly type: 'UnknownItem' | 'NothingOpen'; readonly itemId: ItemId }
  | {
      readonly type: 'UnknownPayment' | 'PaymentIsReversed' | 'NothingUnapplied'
      readonly paymentId: PaymentId
    }
  | { readonly type: 'UnknownCredit' | 'NoCreditLeft'; readonly creditId: CreditId }
  | { readonly type: 'UnknownCharge'; readonly itemId: ItemId; readonly chargeId: ChargeId }
  | { readonly type: 'UnknownWriteOff' | 'NothingToRecover'; readonly writeOffId: WriteOffId }
  | { readonly type: 'NotApplied'; readonly paymentId: PaymentId; readonly itemId: ItemId }
  | { readonly type: 'ZeroAmount' }
  | { readonly type: 'UnknownInstalment'; readonly itemId: ItemId; readonly instalment: number }
  | { readonly type: 'EmptySchedule'; readonly itemId: ItemId }
  | {
      readonly type: 'CreditAboveCharged'
      readonly itemId: ItemId
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
  | { readonly type: 'FeeCapReached'; readonly itemId: ItemId; readonly maxTimes: number }
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }
  /** The same id with other content: never silent. `what` names the kind of fact, `id` its id. */
  | {
      readonly type: 'ConflictingDuplicate'
      readonly what: 'item' | 'payment' | 'credit' | 'refund' | 'charge' | 'writeOff'
      readonly id: string
      readonly recordedMinor: number
      readonly offeredMinor: number
    }
