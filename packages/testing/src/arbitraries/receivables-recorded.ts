import * as fc from 'fast-check'
import type { ReceivablesCommand } from '@tenure/core/receivables'
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
import { amountMinor, changes, charges, items, payments, refunds } from './receivables-words.ts'
import { smallPool } from './text.ts'
import { civilDay, perhapsText } from './words.ts'

const perhapsItem = fc.option(items, { nil: null, freq: 8 })
const collection = {
  ...about,
  paymentId: payments,
  amountMinor,
  method: perhapsText,
  forItemId: fc.option(items, { nil: null }),
  sequence: fc.constantFrom(0, 0, 1, 2),
}

/** Commands of the recording door, with weights. */
export const receivablesRecorded: ReadonlyArray<fc.WeightedArbitrary<ReceivablesCommand>> = [
  often(3, fc.record({ type: fc.constant('RecordItem' as const), ...item })),
  often(
    3,
    fc.record({
      type: fc.constant('RecordCharge' as const),
      ...about,
      itemId: items,
      chargeId: charges,
      reason: smallPool(2),
      amountMinor,
    }),
  ),
  often(1, fc.record({ type: fc.constant('RecordPendingPayment' as const), ...collection })),
  often(
    1,
    fc.record({
      type: fc.constant('RecordFailedPayment' as const),
      ...collection,
      reason: perhapsText,
    }),
  ),
  often(
    3,
    fc.record({
      type: fc.constant('RecordPayment' as const),
      ...receipt,
      forItemId: perhapsItem,
    }),
  ),
  often(
    1,
    fc.record({ type: fc.constant('RecordCreditNote' as const), ...credit, itemId: perhapsItem }),
  ),
  often(
    1,
    fc.record({
      type: fc.constant('RecordRefund' as const),
      ...refund,
      from: fc.option(from, { nil: null, freq: 4 }),
    }),
  ),
  often(
    1,
    fc.record({ type: fc.constant('RecordRefundIssue' as const), ...about, refundId: refunds }),
  ),
  often(
    2,
    fc.record({
      type: fc.constant('RecordRefundFailure' as const),
      ...about,
      refundId: refunds,
      reason: perhapsText,
    }),
  ),
  often(1, fc.record({ type: fc.constant('RecordReversal' as const), ...reversal })),
  often(1, fc.record({ type: fc.constant('RecordChargeback' as const), ...chargeback })),
  often(1, fc.record({ type: fc.constant('RecordWriteOff' as const), ...writeOff, amountMinor })),
  often(
    1,
    fc.record({
      type: fc.constant('FixDueDate' as const),
      ...about,
      changeId: changes,
      itemId: items,
      instalment: fc.constantFrom(1, 1, 2, 3, 4),
      dueOn: civilDay,
    }),
  ),
]
