import {
  unreachable,
  type CreditId,
  type Currency,
  type ItemId,
  type LateFeeRule,
  type PaymentId,
} from '@tenure/core/shared'
import type { Collections } from '@tenure/core/collections'
import type { Receivables, ReceivablesEvent, RefundSource } from '@tenure/core/receivables'

/** What the clerk of one customer's account in one currency has in mind: plain signed sums. */
export interface Account {
  readonly currency: Currency
  readonly open: Map<ItemId, number>
  readonly unapplied: Map<PaymentId, number>
  readonly credit: Map<CreditId, number>
  /** Late fees agreed, by item. */
  readonly fees: Map<ItemId, LateFeeRule>
  /** The newest state of the account's stream; undefined before its first event. */
  state: (() => Receivables) | undefined
  /** The newest state of collections of this account; undefined before its first event. */
  collections: (() => Collections) | undefined
  /** The day of the next look at what is overdue, where one is planned. */
  nextLook: number | undefined
}

export const makeAccount = (currency: Currency): Account => ({
  currency,
  open: new Map(),
  unapplied: new Map(),
  credit: new Map(),
  fees: new Map(),
  state: undefined,
  collections: undefined,
  nextLook: undefined,
})

const add = <Key>(sums: Map<Key, number>, key: Key, amountMinor: number): void => {
  const sum = (sums.get(key) ?? 0) + amountMinor
  if (sum === 0) sums.delete(key)
  else sums.set(key, sum)
}

const payOut = ({ unapplied, credit }: Account, from: RefundSource, amountMinor: number): void =>
  from.kind === 'cash'
    ? add(unapplied, from.paymentId, -amountMinor)
    : add(credit, from.creditId, -amountMinor)

/** Books one event: the table of `receivables/events.ts`, in code. */
export const book = (account: Account, event: ReceivablesEvent): void => {
  const { open, unapplied, credit } = account
  switch (event.type) {
    case 'ItemOpened':
    case 'ChargeRecorded':
    case 'LateFeeAssessed':
    case 'BounceFeeAssessed':
    case 'EarlyDiscountWithdrawn':
    case 'ReceivableReturned':
      return add(open, event.itemId, event.amountMinor)
    case 'LateFeeWaived':
    case 'ItemWrittenOff':
    case 'EarlyDiscountTaken':
    case 'ReceivableAssigned':
      return add(open, event.itemId, -event.amountMinor)
    case 'PaymentReceived':
    case 'ChargebackReversed':
      return add(unapplied, event.paymentId, event.amountMinor)
    case 'PaymentApplied':
      add(open, event.itemId, -event.amountMinor)
      return add(unapplied, event.paymentId, -event.amountMinor)
    case 'PaymentUnapplied':
      add(open, event.itemId, event.amountMinor)
      return add(unapplied, event.paymentId, event.amountMinor)
    case 'PaymentReversed':
    case 'PaymentChargedBack':
    case 'WriteOffRecovered':
      return add(unapplied, event.paymentId, -event.amountMinor)
    case 'CreditBalanceIncreased':
      return add(credit, event.creditId, event.amountMinor)
    case 'CreditApplied':
      add(open, event.itemId, -event.amountMinor)
      return add(credit, event.creditId, -event.amountMinor)
    case 'CreditUnapplied':
      add(open, event.itemId, event.amountMinor)
      return add(credit, event.creditId, event.amountMinor)
    case 'RefundIssued':
      if (event.from.kind !== 'suspense') payOut(account, event.from, event.amountMinor)
      return
    case 'RefundFailed':
      if (event.issued) payOut(account, event.from, -event.amountMinor)
      return
    case 'PaymentPending':
    case 'PaymentFailed':
    case 'CashCollected':
    case 'RefundRequested':
    case 'DueDateFixed':
      return
    default:
      return unreachable(event)
  }
}
