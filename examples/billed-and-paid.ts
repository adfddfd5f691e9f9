// #region model
import {
  ItemOpened,
  PaymentApplied,
  PaymentUnapplied,
  type ReceivablesEvent,
} from '@tenure/core/receivables'
import { define } from '@tenure/core/shared'
import { readModel, type ReadModel } from '@tenure/projection'

type Consumed = Extract<
  ReceivablesEvent,
  { readonly type: 'ItemOpened' | 'PaymentApplied' | 'PaymentUnapplied' }
>

/** What one customer was billed and what was paid on it, in one currency, in minor units. */
export interface BilledAndPaid {
  readonly billedMinor: number
  readonly paidMinor: number
}

export const billedAndPaid: ReadModel<Consumed, BilledAndPaid> = readModel({
  name: 'billed-and-paid',
  version: 1,
  consumes: [ItemOpened, PaymentApplied, PaymentUnapplied].map((codec) => define(codec)),
  keysOf: ({ currency, customerId }) => [`${currency}|${customerId ?? ''}`],
  emptyRow: () => ({ billedMinor: 0, paidMinor: 0 }),
  recipe: (row, event) => {
    if (event.type === 'ItemOpened') row.billedMinor += event.amountMinor
    if (event.type === 'PaymentApplied') row.paidMinor += event.amountMinor
    if (event.type === 'PaymentUnapplied') row.paidMinor -= event.amountMinor
  },
  combine: (a, b) => ({
    billedMinor: a.billedMinor + b.billedMinor,
    paidMinor: a.paidMinor + b.paidMinor,
  }),
})
// #endregion
