import type {
  EarlyPayOffer,
  OnChargeback,
  ReceivablesCommand,
  Recourse,
} from '../src/receivables/index.ts'
import {
  assignmentId,
  chargebackId,
  changeId,
  civilDate,
  creditId,
  itemId,
  minorUnits,
  partnerId,
  paymentId,
  refundId,
  text,
  writeOffId,
} from '../src/shared/index.ts'
import { about } from './receivables-words.ts'

// More words of the receivables examples: discounts, chargebacks, refunds by request, assignment.

/** So many basis points off the first instalment, on all of it, for cash until a day. */
export const offer = (
  basisPoints: number,
  eligibleMinor: number,
  untilOn: string,
): EarlyPayOffer => ({
  instalment: 1,
  untilOn: civilDate(untilOn),
  basisPoints,
  eligibleMinor: minorUnits(eligibleMinor),
})
export const takeDiscount = (on: string, id: string, item: string, payment: string) =>
  ({
    type: 'TakeEarlyDiscount',
    ...about(on),
    changeId: changeId(id),
    itemId: itemId(item),
    instalment: 1,
    paymentId: paymentId(payment),
  }) satisfies ReceivablesCommand
export const useBalance = (on: string, id: string, item: string) =>
  ({
    type: 'UseBalance',
    ...about(on),
    changeId: changeId(id),
    itemId: itemId(item),
  }) satisfies ReceivablesCommand
export const chargeBack = (
  on: string,
  id: string,
  payment: string,
  amountMinor: number,
  onChargeback: OnChargeback = 'reopen',
) =>
  ({
    type: 'ChargeBack',
    ...about(on),
    chargebackId: chargebackId(id),
    paymentId: paymentId(payment),
    amountMinor: minorUnits(amountMinor),
    onChargeback,
    reason: null,
  }) satisfies ReceivablesCommand
export const winChargeback = (on: string, id: string) =>
  ({
    type: 'ReverseChargeback',
    ...about(on),
    chargebackId: chargebackId(id),
  }) satisfies ReceivablesCommand
export const requestRefund = (on: string, id: string, payment: string, amountMinor: number) =>
  ({
    type: 'RequestRefund',
    ...about(on),
    refundId: refundId(id),
    from: { kind: 'cash', paymentId: paymentId(payment) },
    amountMinor: minorUnits(amountMinor),
    reason: null,
  }) satisfies ReceivablesCommand
export const refundIssued = (on: string, id: string) =>
  ({
    type: 'RecordRefundIssue',
    ...about(on),
    refundId: refundId(id),
  }) satisfies ReceivablesCommand
export const refundFailed = (on: string, id: string) =>
  ({
    type: 'RecordRefundFailure',
    ...about(on),
    refundId: refundId(id),
    reason: text('account closed'),
  }) satisfies ReceivablesCommand
export const pending = (
  on: string,
  payment: string,
  amountMinor: number,
  item: string | null = null,
  sequence = 0,
) =>
  ({
    type: 'RecordPendingPayment',
    ...about(on),
    paymentId: paymentId(payment),
    amountMinor: minorUnits(amountMinor),
    method: text('direct debit'),
    forItemId: item === null ? null : itemId(item),
    sequence,
  }) satisfies ReceivablesCommand
export const failed = (
  on: string,
  payment: string,
  amountMinor: number,
  item: string | null = null,
  sequence = 0,
) =>
  ({
    ...pending(on, payment, amountMinor, item, sequence),
    type: 'RecordFailedPayment',
    reason: text('no cover'),
  }) satisfies ReceivablesCommand
export const assign = (on: string, id: string, item: string, recourse: Recourse = 'conditional') =>
  ({
    type: 'AssignItem',
    ...about(on),
    assignmentId: assignmentId(id),
    itemId: itemId(item),
    partnerId: partnerId('Klarna'),
    recourse,
  }) satisfies ReceivablesCommand
export const takeRecourse = (on: string, id: string, assignment: string, amountMinor: number) =>
  ({
    type: 'TakeRecourse',
    ...about(on),
    changeId: changeId(id),
    assignmentId: assignmentId(assignment),
    amountMinor: minorUnits(amountMinor),
    reason: text('no proof of delivery'),
  }) satisfies ReceivablesCommand
export const collect = (on: string, payment: string, item: string, amountMinor: number) =>
  ({
    type: 'CollectCash',
    ...about(on),
    paymentId: paymentId(payment),
    itemId: itemId(item),
    amountMinor: minorUnits(amountMinor),
  }) satisfies ReceivablesCommand
export const storeCredit = (on: string, id: string, amountMinor: number) =>
  ({
    type: 'GrantStoreCredit',
    ...about(on),
    creditId: creditId(id),
    amountMinor: minorUnits(amountMinor),
    reason: text('300 points'),
  }) satisfies ReceivablesCommand
export const refundCredit = (on: string, id: string, credit: string, amountMinor: number) =>
  ({
    type: 'IssueRefund',
    ...about(on),
    refundId: refundId(id),
    from: { kind: 'credit', creditId: creditId(credit) },
    amountMinor: minorUnits(amountMinor),
  }) satisfies ReceivablesCommand
export const writeOffResidue = (on: string, id: string, item: string, toleranceMinor: number) =>
  ({
    type: 'WriteOffSmallBalance',
    ...about(on),
    writeOffId: writeOffId(id),
    itemId: itemId(item),
    toleranceMinor: minorUnits(toleranceMinor),
  }) satisfies ReceivablesCommand
