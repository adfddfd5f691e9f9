import * as fc from 'fast-check'
import type { Allocation, ReceivablesCommand } from '@tenure/core/receivables'
import {
  chargeId,
  creditId,
  currency,
  itemId,
  minorUnits,
  refundId,
  writeOffId,
  type Instalment,
  type ItemId,
  type LateFeeRule,
  type MinorUnits,
} from '@tenure/core/shared'
import { smallPool, text } from './text.ts'
import {
  anyMinor,
  changeIds,
  civilDay,
  customerIds,
  invoiceIds,
  itemIds,
  paymentIds,
  perhapsText,
} from './words.ts'

/** Amounts as everywhere, and now and then one so large that no sum may hold it. */
const amountMinor: fc.Arbitrary<MinorUnits> = fc.oneof(
  { weight: 60, arbitrary: anyMinor },
  { weight: 1, arbitrary: fc.constant(minorUnits(Number.MAX_SAFE_INTEGER)) },
)

/** Few items; one has the very id that an outflow without a source would be given. */
const items: fc.Arbitrary<ItemId> = fc.oneof(
  { weight: 12, arbitrary: itemIds(3) },
  { weight: 1, arbitrary: fc.constant(itemId('suspense:__proto__')) },
)
const payments = paymentIds(4)
const credits = smallPool(3, 'k').map(creditId)
const charges = smallPool(4, 'f').map(chargeId)
const refunds = smallPool(3, 'r').map(refundId)
const writeOffs = smallPool(2, 'w').map(writeOffId)
const changes = changeIds(8)

/** One to three instalments, in any order of due days, some of them not known. */
export const instalments: fc.Arbitrary<ReadonlyArray<Instalment>> = fc
  .array(fc.record({ amountMinor, dueOn: fc.option(civilDay, { nil: null, freq: 5 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((parts) => fc.constantFrom(...Array.from({ length: 15 }, () => parts), []))
  .map((parts) => parts.map((part, index) => ({ instalment: index + 1, ...part })))

export const lateFeeRule: fc.Arbitrary<LateFeeRule> = fc.record({
  ruleId: fc.constantFrom('statutory', '__proto__').map(text),
  afterDays: fc.constantFrom(0, 1, 7),
  fee: fc.oneof(
    fc.record({
      kind: fc.constant('flat' as const),
      amountMinor: fc.constantFrom(5, 10, 0).map(minorUnits),
    }),
    fc.record({
      kind: fc.constant('percent' as const),
      basisPoints: fc.constantFrom(50, 1000),
      minMinor: fc.constantFrom(0, 3).map(minorUnits),
    }),
  ),
  maxTimes: fc.constantFrom(1, 3),
  repeatEveryDays: fc.constantFrom(0, 1, 14),
  rounding: fc.constantFrom('halfEven' as const, 'halfUp' as const),
})

export const allocation: fc.Arbitrary<Allocation> = fc.oneof(
  fc.record({
    kind: fc.constant('named' as const),
    itemIds: fc.array(items, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom(
      'oldestDue' as const,
      'oldestIssued' as const,
      'largest' as const,
      'none' as const,
    ),
  }),
)

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
