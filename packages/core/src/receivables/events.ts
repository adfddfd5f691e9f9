import * as t from 'io-ts'
import {
  CashCollected,
  ChargebackReversed,
  PaymentApplied,
  PaymentChargedBack,
  PaymentFailed,
  PaymentPending,
  PaymentReceived,
  PaymentReversed,
  PaymentUnapplied,
  WriteOffRecovered,
} from './cash-events.ts'
import {
  CreditApplied,
  CreditBalanceIncreased,
  CreditUnapplied,
  RefundFailed,
  RefundIssued,
  RefundRequested,
} from './credit-events.ts'
import {
  BounceFeeAssessed,
  ChargeRecorded,
  DueDateFixed,
  EarlyDiscountTaken,
  EarlyDiscountWithdrawn,
  ItemOpened,
  ItemWrittenOff,
  LateFeeAssessed,
  LateFeeWaived,
  ReceivableAssigned,
  ReceivableReturned,
} from './item-events.ts'

// Every event moves one amount between named columns of one (customer, currency), so that a read
// model adds signed sums and needs no other event to do it:
//
//   event                    open    unapplied   credit balance
//   ItemOpened              +amount
//   ChargeRecorded          +amount
//   LateFeeAssessed         +amount
//   BounceFeeAssessed       +amount
//   LateFeeWaived           -amount
//   EarlyDiscountTaken      -amount
//   EarlyDiscountWithdrawn  +amount
//   PaymentReceived                   +amount
//   PaymentApplied          -amount   -amount
//   PaymentUnapplied        +amount   +amount
//   PaymentReversed                   -amount
//   PaymentChargedBack                -amount
//   ChargebackReversed                +amount
//   CreditBalanceIncreased                        +amount
//   CreditApplied           -amount               -amount
//   CreditUnapplied         +amount               +amount
//   RefundIssued (cash)               -amount
//   RefundIssued (credit)                         -amount
//   RefundFailed (cash)               +amount                  where it had been issued
//   RefundFailed (credit)                         +amount      where it had been issued
//   ItemWrittenOff          -amount
//   WriteOffRecovered                 -amount                  (written off -amount, paid +amount)
//   ReceivableAssigned      -amount
//   ReceivableReturned           +amount
//
// The others move nothing: PaymentPending, PaymentFailed, CashCollected, RefundRequested, DueDateFixed.
//
// An event that joins facts (applied, unapplied, credit applied, recovered) is effective on the latest
// day of the facts it joins; cash and documents keep their own. `dueOn` is the original due day of the
// item's first open instalment: whoever reopens an item brings the day since which it was owed.

/** Every event of the room, in the order in which a reader meets them. */
export const receivablesCodecs = [
  ItemOpened,
  ChargeRecorded,
  LateFeeAssessed,
  BounceFeeAssessed,
  LateFeeWaived,
  PaymentPending,
  PaymentFailed,
  PaymentReceived,
  CashCollected,
  PaymentApplied,
  PaymentUnapplied,
  PaymentReversed,
  PaymentChargedBack,
  ChargebackReversed,
  EarlyDiscountTaken,
  EarlyDiscountWithdrawn,
  CreditBalanceIncreased,
  CreditApplied,
  CreditUnapplied,
  RefundRequested,
  RefundIssued,
  RefundFailed,
  ItemWrittenOff,
  WriteOffRecovered,
  ReceivableAssigned,
  ReceivableReturned,
  DueDateFixed,
] as const

export const ReceivablesEvent = t.union([...receivablesCodecs])
export type ReceivablesEvent = t.TypeOf<typeof ReceivablesEvent>
