import type { ReceivablesEvent } from '@tenure/core/receivables'
import { unreachable, type ItemId } from '@tenure/core/shared'

/** What one event moves, as signed amounts of the columns of its account. Units: minor units. */
export interface Movement {
  /** The item whose sums change; null: the account's alone. */
  readonly itemId: ItemId | null
  readonly openedMinor: number
  /** Charges and late fees, less what was waived. */
  readonly chargedMinor: number
  readonly paidMinor: number
  readonly creditedMinor: number
  /** Early discounts taken, less those withdrawn. */
  readonly discountedMinor: number
  readonly writtenOffMinor: number
  /** Passed to a financing partner, less what came back. */
  readonly assignedMinor: number
  readonly unappliedMinor: number
  readonly creditMinor: number
}

const still = {
  itemId: null,
  openedMinor: 0,
  chargedMinor: 0,
  paidMinor: 0,
  creditedMinor: 0,
  discountedMinor: 0,
  writtenOffMinor: 0,
  assignedMinor: 0,
  unappliedMinor: 0,
  creditMinor: 0,
}

/**
 * The one table of which event moves what: the read models, and whoever checks them, add these.
 *
 * Shape: open changes by opened + charged - paid - credited - discounted - written off - assigned
 * (`openChange`). A recovery
 * turns what was written off into paid, and leaves open as it was.
 * Source: the table in the events of core's room `receivables`.
 */
export const movementOf = (event: ReceivablesEvent): Movement => {
  switch (event.type) {
    case 'ItemOpened':
      return { ...still, itemId: event.itemId, openedMinor: event.amountMinor }
    case 'ChargeRecorded':
    case 'LateFeeAssessed':
    case 'BounceFeeAssessed':
      return { ...still, itemId: event.itemId, chargedMinor: event.amountMinor }
    case 'LateFeeWaived':
      return { ...still, itemId: event.itemId, chargedMinor: -event.amountMinor }
    case 'EarlyDiscountTaken':
      return { ...still, itemId: event.itemId, discountedMinor: event.amountMinor }
    case 'EarlyDiscountWithdrawn':
      return { ...still, itemId: event.itemId, discountedMinor: -event.amountMinor }
    case 'PaymentReceived':
    case 'ChargebackReversed':
      return { ...still, unappliedMinor: event.amountMinor }
    case 'PaymentApplied':
      return apply(event.itemId, event.amountMinor)
    case 'PaymentUnapplied':
      return apply(event.itemId, -event.amountMinor)
    case 'PaymentReversed':
    case 'PaymentChargedBack':
      return { ...still, unappliedMinor: -event.amountMinor }
    case 'CreditBalanceIncreased':
      return { ...still, creditMinor: event.amountMinor }
    case 'CreditApplied':
      return credit(event.itemId, event.amountMinor)
    case 'CreditUnapplied':
      return credit(event.itemId, -event.amountMinor)
    case 'RefundIssued':
      return refund(event.from.kind, event.amountMinor)
    case 'RefundFailed':
      return event.issued ? refund(event.from.kind, -event.amountMinor) : still
    case 'ReceivableAssigned':
      return { ...still, itemId: event.itemId, assignedMinor: event.amountMinor }
    case 'ReceivableReturned':
      return { ...still, itemId: event.itemId, assignedMinor: -event.amountMinor }
    case 'ItemWrittenOff':
      return { ...still, itemId: event.itemId, writtenOffMinor: event.amountMinor }
    case 'WriteOffRecovered':
      return { ...apply(event.itemId, event.amountMinor), writtenOffMinor: -event.amountMinor }
    case 'DueDateFixed':
      return { ...still, itemId: event.itemId }
    case 'PaymentPending':
    case 'PaymentFailed':
    case 'CashCollected':
    case 'RefundRequested':
      return still
    default:
      return unreachable(event)
  }
}

const apply = (itemId: ItemId, amountMinor: number): Movement => ({
  ...still,
  itemId,
  paidMinor: amountMinor,
  unappliedMinor: -amountMinor,
})

const credit = (itemId: ItemId, amountMinor: number): Movement => ({
  ...still,
  itemId,
  creditedMinor: amountMinor,
  creditMinor: -amountMinor,
})

/** What no source covers stands open as an item of its own, so the account's columns stay as they are. */
const refund = (from: 'cash' | 'credit' | 'suspense', amountMinor: number): Movement => {
  switch (from) {
    case 'cash':
      return { ...still, unappliedMinor: -amountMinor }
    case 'credit':
      return { ...still, creditMinor: -amountMinor }
    case 'suspense':
      return still
    default:
      return unreachable(from)
  }
}

/** By how much the event changes what is open. */
export const openChange = (
  sums: Pick<
    Movement,
    | 'openedMinor'
    | 'chargedMinor'
    | 'paidMinor'
    | 'creditedMinor'
    | 'discountedMinor'
    | 'writtenOffMinor'
    | 'assignedMinor'
  >,
): number =>
  sums.openedMinor +
  sums.chargedMinor -
  sums.paidMinor -
  sums.creditedMinor -
  sums.discountedMinor -
  sums.writtenOffMinor -
  sums.assignedMinor
