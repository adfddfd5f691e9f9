import * as fc from 'fast-check'
import type { DisputeCommand, DisputedMatter } from '@tenure/core/dispute'
import { currency } from '@tenure/core/shared'
import { smallPool } from './text.ts'
import {
  anyMinor,
  changeIds,
  civilDay,
  customerIds,
  disputeIds,
  itemIds,
  paymentIds,
  perhapsText,
  positiveMinor,
} from './words.ts'

const matter: fc.Arbitrary<DisputedMatter> = fc.oneof(
  fc.record({ kind: fc.constant('item' as const), itemId: itemIds(2) }),
  fc.record({
    kind: fc.constant('payment' as const),
    paymentId: paymentIds(2),
    itemId: fc.option(itemIds(2), { nil: null }),
    instrument: perhapsText,
  }),
)
const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 9, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  currency: fc.constantFrom(currency('EUR'), currency('EUR'), currency('JPY')),
  disputeId: disputeIds(1),
}
const opening = { ...about, about: matter, amountMinor: anyMinor, reason: smallPool(2) }
const parts = { acceptedMinor: anyMinor, rejectedMinor: anyMinor }

/** Commands to one case file, through both doors. */
export const disputeCommand: fc.Arbitrary<DisputeCommand> = fc.oneof(
  fc.record({
    type: fc.constant('OpenDispute' as const),
    ...opening,
    openMinor: positiveMinor,
    standing: fc.option(disputeIds(2), { nil: null }),
  }),
  fc.record({ type: fc.constant('RecordOpenedDispute' as const), ...opening }),
  fc.record({
    type: fc.constant('AddEvidence' as const),
    ...about,
    changeId: changeIds(3),
    from: fc.constantFrom('customer' as const, 'house' as const, 'provider' as const),
    kind: smallPool(2),
    reference: smallPool(2),
  }),
  fc.record({
    type: fc.constantFrom('AcceptDispute' as const, 'RejectDispute' as const),
    ...about,
  }),
  fc.record({
    type: fc.constantFrom('SplitDispute' as const, 'RecordDisputeDecision' as const),
    ...about,
    ...parts,
  }),
)
