import * as fc from 'fast-check'
import {
  addDays,
  changeId,
  civilDate,
  currency,
  customerId,
  daysBetween,
  deposit,
  disputeId,
  endOfMonthTerms,
  fourTimesFourteenDays,
  invoiceId,
  itemId,
  minorUnits,
  net,
  netFromDelivery,
  orderId,
  paymentId,
  withLateFee,
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type DisputeId,
  type InvoiceId,
  type ItemId,
  type MinorUnits,
  type OrderId,
  type PaymentId,
  type PaymentTerms,
  type Text,
} from '@tenure/core/shared'
import { smallPool } from './text.ts'

/** A civil day from `first` to `last`, both included. */
export const civilDayBetween = (first: string, last: string): fc.Arbitrary<CivilDate> => {
  const from = civilDate(first)
  return fc
    .integer({ min: 0, max: daysBetween(from, civilDate(last)) })
    .map((days) => addDays(from, days))
}

/** A day in a short window with a leap day and a year's end near: short, so that days meet. */
export const civilDay: fc.Arbitrary<CivilDate> = fc.oneof(
  { weight: 4, arbitrary: civilDayBetween('2024-01-25', '2024-03-10') },
  { weight: 1, arbitrary: civilDayBetween('2023-12-25', '2024-12-31') },
)

/** Two, none and three decimals. */
export const anyCurrency: fc.Arbitrary<Currency> = fc.constantFrom(
  currency('EUR'),
  currency('JPY'),
  currency('KWD'),
)

/** Amounts from 1 on, small ones often, so that sums meet exactly. */
export const positiveMinor: fc.Arbitrary<MinorUnits> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(1, 2, 30, 70, 100, 101, 10_000) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_000_000_000 }) },
  )
  .map(minorUnits)

/** As `positiveMinor`, and sometimes zero. */
export const anyMinor: fc.Arbitrary<MinorUnits> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(minorUnits(0)) },
  { weight: 6, arbitrary: positiveMinor },
)

/** Sound payment terms of every kind that is offered ready-made. */
export const soundTerms: fc.Arbitrary<PaymentTerms> = fc.constantFrom(
  net(0),
  net(30),
  netFromDelivery(14),
  endOfMonthTerms,
  deposit(3000, 30),
  fourTimesFourteenDays,
  withLateFee(net(14), { amountMinor: 500, afterDays: 5, maxTimes: 2 }),
)

/** Terms that `checkTerms` turns down: none, two or too many parts. */
export const unsoundTerms: fc.Arbitrary<PaymentTerms> = fc.constantFrom(
  { ...net(30), parts: [] },
  { ...net(30), parts: [...net(30).parts, ...net(30).parts] },
  deposit(10_001, 30),
)

export const paymentTerms: fc.Arbitrary<PaymentTerms> = fc.oneof(
  { weight: 4, arbitrary: soundTerms },
  { weight: 1, arbitrary: unsoundTerms },
)

const ids =
  <A>(make: (value: string) => A, prefix: string) =>
  (size: number): fc.Arbitrary<A> =>
    smallPool(size, prefix).map(make)

/** Pools of ids: `size` different ones, the first two hostile to plain objects. */
export const customerIds: (size: number) => fc.Arbitrary<CustomerId> = ids(customerId, 'c')
export const orderIds: (size: number) => fc.Arbitrary<OrderId> = ids(orderId, 'o')
export const invoiceIds: (size: number) => fc.Arbitrary<InvoiceId> = ids(invoiceId, 'i')
export const itemIds: (size: number) => fc.Arbitrary<ItemId> = ids(itemId, 'i')
export const paymentIds: (size: number) => fc.Arbitrary<PaymentId> = ids(paymentId, 'p')
export const disputeIds: (size: number) => fc.Arbitrary<DisputeId> = ids(disputeId, 'd')
export const changeIds: (size: number) => fc.Arbitrary<ChangeId> = ids(changeId, 'x')

/** A reason, or none. */
export const perhapsText: fc.Arbitrary<Text | null> = fc.option(smallPool(4), { nil: null })
