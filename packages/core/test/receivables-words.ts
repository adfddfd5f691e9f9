import {
  allBy,
  onlyTo,
  type Allocation,
  type AssessLateFee,
  type OpenItem,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import {
  chargeId,
  changeId,
  civilDate,
  creditId,
  currency,
  customerId,
  itemId,
  minorUnits,
  noFeeCaps,
  paymentId,
  refundId,
  text,
  writeOffId,
  type LateFeeRule,
} from '../src/shared/index.ts'

// The words of the receivables examples: one customer, EUR, ids and days as plain text.

export const about = (on: string) => ({
  effectiveOn: civilDate(on),
  customerId: customerId('C-1'),
  currency: currency('EUR'),
})
export type Part = readonly [amountMinor: number, dueOn: string | null]
export const schedule = (...parts: ReadonlyArray<Part>): OpenItem['schedule'] =>
  parts.map(([amountMinor, dueOn], index) => ({
    instalment: index + 1,
    amountMinor: minorUnits(amountMinor),
    dueOn: dueOn === null ? null : civilDate(dueOn),
  }))
export const named = (...ids: ReadonlyArray<string>): Allocation => onlyTo(...ids.map(itemId))

export const open = (on: string, id: string, ...parts: ReadonlyArray<Part>) =>
  ({
    type: 'OpenItem',
    ...about(on),
    itemId: itemId(id),
    kind: 'invoice',
    invoiceId: null,
    schedule: schedule(...parts),
    earlyPay: [],
  }) satisfies ReceivablesCommand
export const receive = (
  on: string,
  id: string,
  amountMinor: number,
  allocation: Allocation = allBy('oldestDue'),
) =>
  ({
    type: 'ReceivePayment',
    ...about(on),
    paymentId: paymentId(id),
    amountMinor: minorUnits(amountMinor),
    method: null,
    initiatedOn: null,
    settledOn: null,
    allocation,
  }) satisfies ReceivablesCommand
export const receiveFor = (on: string, id: string, amountMinor: number, item: string | null) =>
  ({
    type: 'RecordPayment',
    ...about(on),
    paymentId: paymentId(id),
    amountMinor: minorUnits(amountMinor),
    method: null,
    initiatedOn: null,
    settledOn: null,
    forItemId: item === null ? null : itemId(item),
  }) satisfies ReceivablesCommand
export const unapply = (on: string, id: string, payment: string, item: string) =>
  ({
    type: 'UnapplyPayment',
    ...about(on),
    changeId: changeId(id),
    paymentId: paymentId(payment),
    itemId: itemId(item),
  }) satisfies ReceivablesCommand
export const allocate = (on: string, id: string, payment: string, allocation: Allocation) =>
  ({
    type: 'AllocatePayment',
    ...about(on),
    changeId: changeId(id),
    paymentId: paymentId(payment),
    allocation,
  }) satisfies ReceivablesCommand
export const bounce = (on: string, id: string, payment: string) =>
  ({
    type: 'ReversePayment',
    ...about(on),
    changeId: changeId(id),
    paymentId: paymentId(payment),
    reason: null,
    fee: null,
  }) satisfies ReceivablesCommand
export const credit = (on: string, id: string, item: string, amountMinor: number) =>
  ({
    type: 'IssueCredit',
    ...about(on),
    creditId: creditId(id),
    itemId: itemId(item),
    amountMinor: minorUnits(amountMinor),
    reason: null,
  }) satisfies ReceivablesCommand
export const refundCash = (on: string, id: string, payment: string, amountMinor: number) =>
  ({
    type: 'IssueRefund',
    ...about(on),
    refundId: refundId(id),
    from: { kind: 'cash', paymentId: paymentId(payment) },
    amountMinor: minorUnits(amountMinor),
  }) satisfies ReceivablesCommand
export const charge = (on: string, id: string, item: string, amountMinor: number) =>
  ({
    type: 'RecordCharge',
    ...about(on),
    itemId: itemId(item),
    chargeId: chargeId(id),
    reason: text('posting'),
    amountMinor: minorUnits(amountMinor),
  }) satisfies ReceivablesCommand
export const rule: LateFeeRule = {
  ruleId: text('ten percent'),
  version: 1,
  orderBand: null,
  afterDays: 5,
  fee: { kind: 'percent', basisPoints: 1000 },
  per: 'invoice',
  base: 'principalOnly',
  minMinor: minorUnits(0),
  repeatEveryDays: 30,
  maxTimes: 2,
  caps: noFeeCaps,
  rounding: 'halfUp',
}
export const assess = (
  on: string,
  id: string,
  item: string,
  agreed: LateFeeRule | null = rule,
  evidence: Partial<AssessLateFee> = {},
) =>
  ({
    type: 'AssessLateFee',
    ...about(on),
    itemId: itemId(item),
    chargeId: chargeId(id),
    rules: agreed === null ? [] : [agreed],
    graceDays: 3,
    jurisdiction: null,
    disputedMinor: minorUnits(0),
    pauses: [],
    order: null,
    ...evidence,
  }) satisfies ReceivablesCommand
export const waive = (on: string, id: string, item: string, fee: string) =>
  ({
    type: 'WaiveLateFee',
    ...about(on),
    changeId: changeId(id),
    itemId: itemId(item),
    chargeId: chargeId(fee),
  }) satisfies ReceivablesCommand
export const writeOff = (on: string, id: string, item: string) =>
  ({
    type: 'WriteOff',
    ...about(on),
    writeOffId: writeOffId(id),
    itemId: itemId(item),
    reason: null,
  }) satisfies ReceivablesCommand
export const recover = (on: string, writtenOff: string, payment: string) =>
  ({
    type: 'RecoverWriteOff',
    ...about(on),
    writeOffId: writeOffId(writtenOff),
    paymentId: paymentId(payment),
  }) satisfies ReceivablesCommand
export const fixDue = (on: string, id: string, item: string, instalment: number, dueOn: string) =>
  ({
    type: 'FixDueDate',
    ...about(on),
    changeId: changeId(id),
    itemId: itemId(item),
    instalment,
    dueOn: civilDate(dueOn),
  }) satisfies ReceivablesCommand
