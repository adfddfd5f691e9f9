import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { ReceivablesCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { receivablesCodecs, type ReceivablesEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { explain } from './explain.ts'
import type { ReceivablesRejection } from './rejections.ts'
import { initial, type Receivables } from './state.ts'

export { ReceivablesEvent } from './events.ts'
export {
  BounceFeeAssessed,
  ChargeRecorded,
  DueDateFixed,
  EarlyDiscountTaken,
  EarlyDiscountWithdrawn,
  ItemKind,
  ItemOpened,
  ItemWrittenOff,
  LateFeeAssessed,
  LateFeeWaived,
  ReceivableAssigned,
  ReceivableReturned,
} from './item-events.ts'
export {
  CashCollected,
  ChargebackReversed,
  PaymentApplied,
  PaymentChargedBack,
  PaymentFailed,
  PaymentPending,
  PaymentReceived,
  PaymentReversed,
  PaymentUnapplied,
  WriteOffRecovered,
} from './cash-events.ts'
export {
  CreditApplied,
  CreditBalanceIncreased,
  CreditKind,
  CreditUnapplied,
  RefundFailed,
  RefundIssued,
  RefundRequested,
  RefundSource,
} from './credit-events.ts'
export {
  AllocatedBy,
  Component,
  ComponentSplit,
  EarlyPayOffer,
  OnChargeback,
  Recourse,
} from './values.ts'
export {
  allBy,
  costsFirst,
  onlyTo,
  principalFirst,
  toNone,
  type Allocation,
  type Ordering,
} from './allocation.ts'
export { type ReceivablesCommand } from './commands.ts'
export {
  type AssessLateFee,
  type AssignItem,
  type OpenItem,
  type Span,
  type TakeEarlyDiscount,
  type TakeRecourse,
  type WaiveLateFee,
  type WriteOff,
  type WriteOffSmallBalance,
} from './item-commands.ts'
export {
  type AllocatePayment,
  type ApplyCredit,
  type BounceFee,
  type ChargeBack,
  type CollectCash,
  type ReceivePayment,
  type RecoverWriteOff,
  type ReverseChargeback,
  type ReversePayment,
  type UnapplyPayment,
  type UseBalance,
} from './cash-commands.ts'
export {
  type GrantStoreCredit,
  type IssueCredit,
  type IssueRefund,
  type RequestRefund,
} from './credit-commands.ts'
export {
  type FixDueDate,
  type RecordCharge,
  type RecordChargeback,
  type RecordCreditNote,
  type RecordFailedPayment,
  type RecordItem,
  type RecordPayment,
  type RecordPendingPayment,
  type RecordRefund,
  type RecordRefundFailure,
  type RecordRefundIssue,
  type RecordReversal,
  type RecordWriteOff,
} from './record-commands.ts'
export { type ReceivablesRejection } from './rejections.ts'
export { openByComponent } from './components.ts'
export { creditableMinor } from './creditable.ts'
export { daysPaidLate, paidOn, type PaidBy, type PaymentDays } from './payment-days.ts'
export { leftoverMinor } from './leftovers.ts'
export { wasTakenByHand } from './taken-by-hand.ts'
export { itemBalances, itemDueOn, openMinor, type Item, type ItemInstalment } from './item.ts'
export {
  creditMinor,
  grossOpenMinor,
  itemOf,
  openItems,
  pendingOn,
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

export const receivablesEvents: ReadonlyArray<EventDefinition> = receivablesCodecs.map(define)

const recorded: ReadonlySet<ReceivablesCommand['type']> = new Set([
  'RecordItem',
  'RecordCharge',
  'RecordPendingPayment',
  'RecordFailedPayment',
  'RecordPayment',
  'RecordCreditNote',
  'RecordRefund',
  'RecordRefundIssue',
  'RecordRefundFailure',
  'RecordReversal',
  'RecordChargeback',
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
