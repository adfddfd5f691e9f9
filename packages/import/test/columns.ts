import type { Recorded } from '@tenure/event-store'

// Which column an event moves, by its sign: the table of the receivables room, as plain data.
const open = ['ItemOpened', 'ChargeRecorded', 'PaymentUnapplied', 'CreditUnapplied']
const notOpen = ['PaymentApplied', 'CreditApplied']
const cash = ['PaymentReceived', 'PaymentUnapplied']
const notCash = ['PaymentApplied', 'PaymentReversed']
const credit = ['CreditBalanceIncreased', 'CreditUnapplied']
const notCredit = ['CreditApplied']
const sales = ['OrderPlaced', 'SaleCreditWithdrawn']
const notSales = ['OrderCancelled', 'SaleCredited']

const signOf = (type: string, plus: ReadonlyArray<string>, minus: ReadonlyArray<string>): number =>
  plus.includes(type) ? 1 : minus.includes(type) ? -1 : 0

/** Sums by name; what comes to nothing is left out. */
export type Sums = Readonly<Record<string, number>>

/** What stands in each column of each customer, and open on each item, at the end of a day. */
export const sumsOn = (log: ReadonlyArray<Omit<Recorded, 'recordedAt'>>, day: string): Sums => {
  const sums = new Map<string, number>()
  for (const { type, data } of log) {
    const body = Object(data) as Readonly<Record<string, unknown>>
    if (String(body['effectiveOn']) > day) continue
    const minor = body['amountMinor'] ?? body['netMinor'] ?? body['creditedMinor'] ?? 0
    const add = (column: string, sign: number): void => {
      const name = `${String(body['customerId'])} ${String(body['currency'])} ${column}`
      sums.set(name, (sums.get(name) ?? 0) + sign * Number(minor))
    }
    add('open', signOf(type, open, notOpen))
    add(`item ${String(body['itemId'])}`, signOf(type, open, notOpen))
    add('cash', signOf(type, cash, notCash))
    add('credit', signOf(type, credit, notCredit))
    add('sales', signOf(type, sales, notSales))
  }
  return Object.fromEntries(
    [...sums].filter(([, sum]) => sum !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
