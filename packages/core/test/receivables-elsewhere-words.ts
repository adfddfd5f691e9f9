import type { Allocation, OpenItem, ReceivablesCommand } from '../src/receivables/index.ts'
import {
  changeId,
  creditId,
  itemId,
  minorUnits,
  paymentId,
  refundId,
  writeOffId,
  chargeId,
  text,
} from '../src/shared/index.ts'
import { about, open, type Part, bounce, receive } from './receivables-words.ts'
import { toNone } from '../src/receivables/index.ts'

// Words of the receivables examples for facts from elsewhere, and for credit that is set against items.

export const recordItem = (
  on: string,
  id: string,
  kind: OpenItem['kind'],
  ...parts: ReadonlyArray<Part>
) => ({ ...open(on, id, ...parts), type: 'RecordItem', kind }) satisfies ReceivablesCommand
export const recordReversal = (on: string, id: string, payment: string) =>
  ({
    type: 'RecordReversal',
    ...about(on),
    changeId: changeId(id),
    paymentId: paymentId(payment),
    reason: null,
  }) satisfies ReceivablesCommand
export const recordRefund = (
  on: string,
  id: string,
  from: { readonly cash: string } | { readonly credit: string } | null,
  amountMinor: number,
) =>
  ({
    type: 'RecordRefund',
    ...about(on),
    refundId: refundId(id),
    from:
      from === null
        ? null
        : 'cash' in from
          ? { kind: 'cash', paymentId: paymentId(from.cash) }
          : { kind: 'credit', creditId: creditId(from.credit) },
    amountMinor: minorUnits(amountMinor),
  }) satisfies ReceivablesCommand
export const recordWriteOff = (on: string, id: string, item: string, amountMinor: number) =>
  ({
    type: 'RecordWriteOff',
    ...about(on),
    writeOffId: writeOffId(id),
    itemId: itemId(item),
    amountMinor: minorUnits(amountMinor),
    reason: null,
  }) satisfies ReceivablesCommand
export const applyCredit = (on: string, id: string, note: string, allocation: Allocation) =>
  ({
    type: 'ApplyCredit',
    ...about(on),
    changeId: changeId(id),
    creditId: creditId(note),
    allocation,
  }) satisfies ReceivablesCommand
export const feeOf = (amountMinor: number, id = 'BF-1', item = 'I-1') => ({
  ruleId: text('returned'),
  itemId: itemId(item),
  chargeId: chargeId(id),
  amountMinor: minorUnits(amountMinor),
})
/** A fee upon the invoice, by a payment that came for nothing and bounced. */
export const fee = (amountMinor: number) => [
  receive('2026-01-11', 'P-0', 1, toNone),
  { ...bounce('2026-01-12', 'R-0', 'P-0'), fee: feeOf(amountMinor) },
]
