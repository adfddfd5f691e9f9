import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { ReceivablesCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  ItemOpened,
  ChargeRecorded,
  LateFeeAssessed,
  LateFeeWaived,
  PaymentReceived,
  PaymentApplied,
  PaymentUnapplied,
  PaymentReversed,
  CreditBalanceIncreased,
  CreditApplied,
  CreditUnapplied,
  RefundIssued,
  ItemWrittenOff,
  WriteOffRecovered,
  DueDateFixed,
  type ReceivablesEvent,
} from './events.ts'
import { evolve } from './evolve.ts'
import { explain, type ReceivablesRejection } from './rejections.ts'
import { initial, type Receivables } from './state.ts'

export {
  ChargeRecorded,
  CreditApplied,
  CreditBalanceIncreased,
  CreditUnapplied,
  DueDateFixed,
  ItemKind,
  ItemOpened,
  ItemWrittenOff,
  LateFeeAssessed,
  LateFeeWaived,
  PaymentApplied,
  PaymentReceived,
  PaymentReversed,
  PaymentUnapplied,
  ReceivablesEvent,
  RefundIssued,
  WriteOffRecovered,
} from './events.ts'
export {
  type ReceivablesCommand,
  type Allocation,
  type OpenItem,
  type ReceivePayment,
  type AllocatePayment,
  type UnapplyPayment,
  type ReversePayment,
  type IssueCredit,
  type ApplyCredit,
  type IssueRefund,
  type AssessLateFee,
  type WaiveLateFee,
  type WriteOff,
  type RecoverWriteOff,
  type RecordItem,
  type RecordCharge,
  type RecordPayment,
  type RecordCreditNote,
  type RecordRefund,
  type RecordReversal,
  type RecordWriteOff,
  type FixDueDate,
} from './commands.ts'
export { type ReceivablesRejection } from './rejections.ts'
export { itemBalances, itemDueOn, openMinor, type Item, type ItemInstalment } from './item.ts'
export {
  creditMinor,
  grossOpenMinor,
  itemOf,
  openItems,
  unappliedMinor,
  type Application,
  type Charge,
  type Credit,
  type Payment,
  type Receivables,
  type WrittenOff,
} from './state.ts'
export {
  firstOpenDueOn,
  inDueOrder,
  instalmentBalances,
  type InstalmentBalance,
  type InstalmentBalances,
  type ItemSums,
} from './instalment-balances.ts'

export const receivablesEvents: ReadonlyArray<EventDefinition> = [
  define(ItemOpened),
  define(ChargeRecorded),
  define(LateFeeAssessed),
  define(LateFeeWaived),
  define(PaymentReceived),
  define(PaymentApplied),
  define(PaymentUnapplied),
  define(PaymentReversed),
  define(CreditBalanceIncreased),
  define(CreditApplied),
  define(CreditUnapplied),
  define(RefundIssued),
  define(ItemWrittenOff),
  define(WriteOffRecovered),
  define(DueDateFixed),
]

const recorded: ReadonlySet<ReceivablesCommand['type']> = new Set([
  'RecordItem',
  'RecordCharge',
  'RecordPayment',
  'RecordCreditNote',
  'RecordRefund',
  'RecordReversal',
  'RecordWriteOff',
  'FixDueDate',
])

/** What one customer owes in one currency, what was paid, and what of it is still to be set off. */
export const receivablesRoom: Room<
  ReceivablesCommand,
  ReceivablesEvent,
  Receivables,
  ReceivablesRejection
> = {
  category: 'receivables',
  decider: { initial, decide, evolve },
  events: receivablesEvents,
  streamOf: ({ customerId, currency }) =>
    customerId === null ? `receivables-${currency}` : `receivables-${currency}-${customerId}`,
  doorOf: ({ type }) => (recorded.has(type) ? 'record' : 'ask'),
  explain,
}
