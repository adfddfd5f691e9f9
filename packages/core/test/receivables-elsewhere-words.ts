import type { Allocation, OpenItem, ReceivablesCommand } from '../src/receivables/index.ts'
import {
  changeId,
  creditId,
  itemId,
  minorUnits,
  paymentId,
  refundId,
  writeOffId,
} from '../src/shared/index.ts'
import { about, open, type Part } from './receivables-words.ts'

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
