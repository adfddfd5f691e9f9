import * as fc from 'fast-check'
import type { ReceivablesCommand } from '@tenure/core/receivables'
import { currency } from '@tenure/core/shared'
import {
  allocation,
  amountMinor,
  changes,
  charges,
  credits,
  instalments,
  items,
  lateFeeRule,
  payments,
  refunds,
  writeOffs,
} from './receivables-words.ts'
import { smallPool } from './text.ts'
import { civilDay, customerIds, invoiceIds, perhapsText } from './words.ts'

const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 30, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  currency: fc.oneof(
    { weight: 30, arbitrary: fc.constant(currency('EUR')) },
    { weight: 1, arbitrary: fc.constant(currency('JPY')) },
  ),
}
const from = fc.oneof(
  fc.record({ kind: fc.constant('cash' as const), paymentId: payments }),
  fc.record({ kind: fc.constant('credit' as const), creditId: credits }),
)
const item = {
  ...about,
  itemId: items,
  kind: fc.constantFrom('invoice' as const, 'charge' as const, 'openingBalance' as const),
  invoiceId: fc.option(invoiceIds(2), { nil: null }),
  schedule: instalments,
}
const receipt = { ...about, paymentId: payments, amountMinor, method: perhapsText }
const reversal = { ...about, changeId: changes, paymentId: payments, reason: perhapsText }
const writeOff = { ...about, writeOffId: writeOffs, itemId: items, reason: perhapsText }
const credit = { ...about, creditId: credits, amountMinor, reason: perhapsText }

const asked: ReadonlyArray<fc.Arbitrary<ReceivablesCommand>> = [
  fc.record({ type: fc.constant('OpenItem' as const), ...item }),
  fc.record({ type: fc.constant('ReceivePayment' as const), ...receipt, allocation }),
  fc.record({
    type: fc.constant('AllocatePayment' as const),
    ...about,
    changeId: changes,
    paymentId: payments,
    allocation,
  }),
  fc.record({
    type: fc.constant('UnapplyPayment' as const),
    ...about,
    changeId: changes,
    paymentId: payments,
    itemId: items,
  }),
  fc.record({ type: fc.constant('ReversePayment' as const), ...reversal }),
  fc.record({ type: fc.constant('IssueCredit' as const), ...credit, itemId: items }),
  fc.record({
    type: fc.constant('ApplyCredit' as const),
    ...about,
    changeId: changes,
    creditId: credits,
    allocation,
  }),
  fc.record({
    type: fc.constant('IssueRefund' as const),
    ...about,
    refundId: refunds,
    from,
    amountMinor,
  }),
  fc.record({
    type: fc.constant('AssessLateFee' as const),
    ...about,
    itemId: items,
    chargeId: charges,
    rule: fc.option(lateFeeRule, { nil: null, freq: 12 }),
    graceDays: fc.constantFrom(0, 3),
  }),
  fc.record({
    type: fc.constant('WaiveLateFee' as const),
    ...about,
    changeId: changes,
    itemId: items,
    chargeId: charges,
  }),
  fc.record({ type: fc.constant('WriteOff' as const), ...writeOff }),
  fc.record({
    type: fc.constant('RecoverWriteOff' as const),
    ...about,
    writeOffId: writeOffs,
    paymentId: payments,
  }),
]

const recorded: ReadonlyArray<fc.Arbitrary<ReceivablesCommand>> = [
  fc.record({ type: fc.constant('RecordItem' as const), ...item }),
  fc.record({
    type: fc.constant('RecordCharge' as const),
    ...about,
    itemId: items,
    chargeId: charges,
    reason: smallPool(2),
    amountMinor,
  }),
  fc.record({
    type: fc.constant('RecordPayment' as const),
    ...receipt,
    forItemId: fc.option(items, { nil: null, freq: 8 }),
  }),
  fc.record({
    type: fc.constant('RecordCreditNote' as const),
    ...credit,
    itemId: fc.option(items, { nil: null, freq: 8 }),
  }),
  fc.record({
    type: fc.constant('RecordRefund' as const),
    ...about,
    refundId: refunds,
    from: fc.option(from, { nil: null, freq: 4 }),
    amountMinor,
  }),
  fc.record({ type: fc.constant('RecordReversal' as const), ...reversal }),
  fc.record({ type: fc.constant('RecordWriteOff' as const), ...writeOff, amountMinor }),
  fc.record({
    type: fc.constant('FixDueDate' as const),
    ...about,
    changeId: changes,
    itemId: items,
    instalment: fc.constantFrom(1, 1, 2, 3, 4),
    dueOn: civilDay,
  }),
]

/** What makes an item or brings cash comes often, and what needs much to have happened before. */
export const receivablesCommand: fc.Arbitrary<ReceivablesCommand> = fc.oneof(
  ...asked.map((arbitrary, index) => ({
    weight: [0, 1, 8, 9, 11].includes(index) ? 5 : 2,
    arbitrary,
  })),
  ...recorded.map((arbitrary, index) => ({ weight: index < 3 ? 3 : 1, arbitrary })),
)
