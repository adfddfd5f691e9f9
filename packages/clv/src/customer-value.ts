import { orderEvents, type OrderEvent } from '@tenure/core/order'
import { receivablesEvents, type ReceivablesEvent } from '@tenure/core/receivables'
import { addMinor, unreachable, type CivilDate } from '@tenure/core/shared'
import { readModel } from '@tenure/projection'

type ValueEvent =
  | Extract<OrderEvent, { type: 'OrderPlaced' | 'OrderCancelled' | 'OrderReopened' }>
  | Extract<
      ReceivablesEvent,
      {
        type:
          | 'PaymentReceived'
          | 'PaymentReversed'
          | 'PaymentChargedBack'
          | 'ChargebackReversed'
          | 'RefundIssued'
          | 'RefundFailed'
          | 'CreditBalanceIncreased'
          | 'ItemWrittenOff'
          | 'WriteOffRecovered'
      }
    >

/** What moved, in minor units. */
export interface CashSums {
  readonly paidMinor: number
  /** Paid back, less what came back because it did not reach the customer. */
  readonly refundedMinor: number
  /** Cash that the bank took back, chargebacks too, less those that were won. */
  readonly reversedMinor: number
  /** Credit notes: a debt of ours, and no cash until it is paid out. */
  readonly creditedMinor: number
  readonly writtenOffMinor: number
  /** Of what was written off, what was paid after all; it stands in `paidMinor` too. */
  readonly recoveredMinor: number
}

/**
 * One customer's purchases and cash in one currency. Signed sums only, so that any subset of a history
 * gives a row, in any order. A cancelled order is taken off the day it was placed on; a
 * cancelled one that was reopened counts there again.
 * The row grows with the customer's days of purchase, not with orders, lines or payments.
 */
export interface CustomerValue extends CashSums {
  /** Orders by civil day, less those called off; a day with none left is absent. */
  readonly orders: ReadonlyMap<CivilDate, number>
  /** Net of tax, by civil day of the order; a day that comes to nothing is absent. */
  readonly netMinor: ReadonlyMap<CivilDate, number>
}

const consumed: ReadonlySet<string> = new Set<ValueEvent['type']>([
  'OrderPlaced',
  'OrderCancelled',
  'OrderReopened',
  'PaymentReceived',
  'PaymentReversed',
  'PaymentChargedBack',
  'ChargebackReversed',
  'RefundIssued',
  'RefundFailed',
  'CreditBalanceIncreased',
  'ItemWrittenOff',
  'WriteOffRecovered',
])

const addTo = (sums: Map<CivilDate, number>, day: CivilDate, amount: number): void => {
  const sum = addMinor(sums.get(day) ?? 0, amount)
  if (sum === 0) sums.delete(day)
  else sums.set(day, sum)
}

const joinedDays = (
  a: ReadonlyMap<CivilDate, number>,
  b: ReadonlyMap<CivilDate, number>,
): ReadonlyMap<CivilDate, number> => {
  const joined = new Map(a)
  for (const [day, amount] of b) addTo(joined, day, amount)
  return joined
}

/** Cash of two rows, added up. */
export const addCash = (a: CashSums, b: CashSums): CashSums => ({
  paidMinor: addMinor(a.paidMinor, b.paidMinor),
  refundedMinor: addMinor(a.refundedMinor, b.refundedMinor),
  reversedMinor: addMinor(a.reversedMinor, b.reversedMinor),
  creditedMinor: addMinor(a.creditedMinor, b.creditedMinor),
  writtenOffMinor: addMinor(a.writtenOffMinor, b.writtenOffMinor),
  recoveredMinor: addMinor(a.recoveredMinor, b.recoveredMinor),
})

export const noCash: CashSums = {
  paidMinor: 0,
  refundedMinor: 0,
  reversedMinor: 0,
  creditedMinor: 0,
  writtenOffMinor: 0,
  recoveredMinor: 0,
}

/** The value of two customers as that of one; both in one currency. */
export const combineValues = (a: CustomerValue, b: CustomerValue): CustomerValue => ({
  ...addCash(a, b),
  orders: joinedDays(a.orders, b.orders),
  netMinor: joinedDays(a.netMinor, b.netMinor),
})

/** Purchases and cash, keyed by `currency|customerId`; the id is empty where no customer is named. */
export const customerValue = readModel<ValueEvent, CustomerValue>({
  name: 'customer-value',
  version: 2,
  consumes: [...orderEvents, ...receivablesEvents].filter(({ type }) => consumed.has(type)),
  keysOf: (event) => [`${event.currency}|${event.customerId ?? ''}`],
  emptyRow: () => ({ ...noCash, orders: new Map(), netMinor: new Map() }),
  recipe: (row, event) => {
    switch (event.type) {
      case 'OrderPlaced':
        addTo(row.orders, event.effectiveOn, 1)
        addTo(row.netMinor, event.effectiveOn, event.netMinor)
        return
      case 'OrderCancelled':
        addTo(row.orders, event.placedOn, -1)
        addTo(row.netMinor, event.placedOn, -event.netMinor)
        return
      case 'OrderReopened':
        // A closed order was never taken off.
        if (!event.wasCancelled) return
        addTo(row.orders, event.placedOn, 1)
        addTo(row.netMinor, event.placedOn, event.netMinor)
        return
      case 'PaymentReceived':
        row.paidMinor = addMinor(row.paidMinor, event.amountMinor)
        return
      case 'PaymentReversed':
      case 'PaymentChargedBack':
        row.reversedMinor = addMinor(row.reversedMinor, event.amountMinor)
        return
      case 'ChargebackReversed':
        row.reversedMinor = addMinor(row.reversedMinor, -event.amountMinor)
        return
      case 'RefundIssued':
        row.refundedMinor = addMinor(row.refundedMinor, event.amountMinor)
        return
      case 'RefundFailed':
        if (event.issued) row.refundedMinor = addMinor(row.refundedMinor, -event.amountMinor)
        return
      case 'CreditBalanceIncreased':
        row.creditedMinor = addMinor(row.creditedMinor, event.amountMinor)
        return
      case 'ItemWrittenOff':
        row.writtenOffMinor = addMinor(row.writtenOffMinor, event.amountMinor)
        return
      case 'WriteOffRecovered':
        row.recoveredMinor = addMinor(row.recoveredMinor, event.amountMinor)
        return
      default:
        return unreachable(event)
    }
  },
  combine: combineValues,
})
