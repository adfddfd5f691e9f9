import type { ReceivablesEvent } from '@tenure/core/receivables'
import { receivablesEvents } from '@tenure/core/receivables'
import { addMinor, CivilDate, Currency } from '@tenure/core/shared'
import { readModel } from '@tenure/projection'
import { movementOf, openChange } from './movement.ts'

/**
 * The movements of one civil day in one currency, over all customers.
 *
 * Sales: items opened as `invoice` or `charge`, and charges recorded from elsewhere; gross, by the day
 * of the document. Late fees, opening balances and unexplained outflows are no sales, and credit notes
 * do not take from them. Cash: received, less what was taken back, on the day of each.
 */
export interface LedgerDay {
  readonly currency: Currency
  readonly day: CivilDate
  readonly salesMinor: number
  readonly cashMinor: number
  /** The change of gross open: over all days up to D these add up to what is open at D. */
  readonly openChangeMinor: number
}

const salesOf = (event: ReceivablesEvent): number => {
  if (event.type === 'ChargeRecorded') return event.amountMinor
  if (event.type !== 'ItemOpened') return 0
  return event.kind === 'invoice' || event.kind === 'charge' ? event.amountMinor : 0
}

const cashOf = (event: ReceivablesEvent): number => {
  switch (event.type) {
    case 'PaymentReceived':
    case 'ChargebackReversed':
      return event.amountMinor
    case 'PaymentReversed':
    case 'PaymentChargedBack':
      return -event.amountMinor
    default:
      return 0
  }
}

const dayOf = (key: string): { readonly currency: Currency; readonly day: CivilDate } => {
  const currency = key.slice(0, 3)
  const day = key.slice(4)
  if (!Currency.is(currency) || !CivilDate.is(day))
    throw new RangeError(`not the key of a ledger day: ${key}`)
  return { currency, day }
}

/** Sales, cash and the change of what is open, by civil day. Row: one for each (currency, day). */
export const ledgerDays = readModel<ReceivablesEvent, LedgerDay>({
  name: 'ledger-days',
  version: 2,
  consumes: receivablesEvents,
  keysOf: (event) => [`${event.currency}|${event.effectiveOn}`],
  emptyRow: (key) => ({ ...dayOf(key), salesMinor: 0, cashMinor: 0, openChangeMinor: 0 }),
  recipe: (row, event) => {
    row.salesMinor = addMinor(row.salesMinor, salesOf(event))
    row.cashMinor = addMinor(row.cashMinor, cashOf(event))
    row.openChangeMinor = addMinor(row.openChangeMinor, openChange(movementOf(event)))
  },
  combine: (a, b) => ({
    currency: a.currency,
    day: a.day,
    salesMinor: addMinor(a.salesMinor, b.salesMinor),
    cashMinor: addMinor(a.cashMinor, b.cashMinor),
    openChangeMinor: addMinor(a.openChangeMinor, b.openChangeMinor),
  }),
})
