import * as fc from 'fast-check'
import type { ReceivablesCommand } from '@tenure/core/receivables'
import { minorUnits } from '@tenure/core/shared'
import {
  about,
  chargeback,
  credit,
  from,
  item,
  often,
  receipt,
  refund,
  reversal,
  writeOff,
} from './receivables-about.ts'
import {
  allocation,
  amountMinor,
  assignments,
  changes,
  chargebacks,
  charges,
  credits,
  items,
  lateFeeRule,
  partners,
  payments,
  writeOffs,
} from './receivables-words.ts'
import { smallPool } from './text.ts'
import { anyMinor, civilDay } from './words.ts'

const change = { ...about, changeId: changes }
const pause = fc
  .record({ from: civilDay, until: fc.option(civilDay, { nil: null }) })
  .filter(({ from: first, until }) => until === null || first <= until)

/** Commands of the asking door, with weights: what makes an item or brings cash comes often. */
export const receivablesAsked: ReadonlyArray<fc.WeightedArbitrary<ReceivablesCommand>> = [
  often(5, fc.record({ type: fc.constant('OpenItem' as const), ...item })),
  often(5, fc.record({ type: fc.constant('ReceivePayment' as const), ...receipt, allocation })),
  often(
    2,
    fc.record({
      type: fc.constant('CollectCash' as const),
      ...about,
      paymentId: payments,
      itemId: items,
      amountMinor,
    }),
  ),
  often(
    2,
    fc.record({
      type: fc.constant('AllocatePayment' as const),
      ...change,
      paymentId: payments,
      allocation,
    }),
  ),
  often(
    2,
    fc.record({
      type: fc.constant('UnapplyPayment' as const),
      ...change,
      paymentId: payments,
      itemId: items,
    }),
  ),
  often(2, fc.record({ type: fc.constant('UseBalance' as const), ...change, itemId: items })),
  often(
    2,
    fc.record({
      type: fc.constant('TakeEarlyDiscount' as const),
      ...change,
      itemId: items,
      instalment: fc.constantFrom(1, 2),
      paymentId: payments,
    }),
  ),
  often(
    2,
    fc.record({
      type: fc.constant('ReversePayment' as const),
      ...reversal,
      fee: fc.option(
        fc.record({
          ruleId: smallPool(2),
          itemId: items,
          chargeId: charges,
          amountMinor: anyMinor,
        }),
        { nil: null },
      ),
    }),
  ),
  often(3, fc.record({ type: fc.constant('ChargeBack' as const), ...chargeback })),
  often(
    3,
    fc.record({
      type: fc.constant('ReverseChargeback' as const),
      ...about,
      chargebackId: chargebacks,
    }),
  ),
  often(2, fc.record({ type: fc.constant('IssueCredit' as const), ...credit, itemId: items })),
  often(1, fc.record({ type: fc.constant('GrantStoreCredit' as const), ...credit })),
  often(
    2,
    fc.record({
      type: fc.constant('ApplyCredit' as const),
      ...change,
      creditId: credits,
      allocation,
    }),
  ),
  often(
    2,
    fc.record({
      type: fc.constant('RequestRefund' as const),
      ...refund,
      from,
      reason: fc.constant(null),
    }),
  ),
  often(2, fc.record({ type: fc.constant('IssueRefund' as const), ...refund, from })),
  often(
    5,
    fc.record({
      type: fc.constant('AssessLateFee' as const),
      ...about,
      itemId: items,
      chargeId: charges,
      rules: fc.array(lateFeeRule, { minLength: 0, maxLength: 2 }),
      graceDays: fc.constantFrom(0, 3),
      jurisdiction: fc.constant(null),
      disputedMinor: fc.constantFrom(0, 0, 30).map(minorUnits),
      pauses: fc.array(pause, { maxLength: 1 }),
      order: fc.constantFrom(null, {
        totalMinor: minorUnits(500),
        otherFeesMinor: minorUnits(5),
      }),
    }),
  ),
  often(
    5,
    fc.record({
      type: fc.constant('WaiveLateFee' as const),
      ...change,
      itemId: items,
      chargeId: charges,
    }),
  ),
  often(2, fc.record({ type: fc.constant('WriteOff' as const), ...writeOff })),
  often(
    1,
    fc.record({
      type: fc.constant('WriteOffSmallBalance' as const),
      ...about,
      writeOffId: writeOffs,
      itemId: items,
      toleranceMinor: fc.constantFrom(0, 50, 1000).map(minorUnits),
    }),
  ),
  often(
    4,
    fc.record({
      type: fc.constant('RecoverWriteOff' as const),
      ...about,
      writeOffId: writeOffs,
      paymentId: payments,
    }),
  ),
  often(
    2,
    fc.record({
      type: fc.constant('AssignItem' as const),
      ...about,
      assignmentId: assignments,
      itemId: items,
      partnerId: partners,
      recourse: fc.constantFrom('none' as const, 'conditional' as const, 'full' as const),
    }),
  ),
  often(
    3,
    fc.record({
      type: fc.constant('TakeRecourse' as const),
      ...change,
      assignmentId: assignments,
      amountMinor: anyMinor,
      reason: smallPool(2),
    }),
  ),
]
