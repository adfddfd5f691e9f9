import * as fc from 'fast-check'
import type { CreditCommand, CreditPolicy, RiskRule } from '@tenure/core/credit'
import { changeId, currency, minorUnits } from '@tenure/core/shared'
import { smallPool, text } from './text.ts'
import {
  changeIds,
  civilDay,
  civilDayBetween,
  customerIds,
  itemIds,
  orderIds,
  perhapsText,
} from './words.ts'

const amountMinor = fc.constantFrom(
  ...[0, 1, 30, 30, 70, 70, 70, 100, 100, 100, 250].map(minorUnits),
)
const limitMinor = fc.constantFrom(...[0, 100, 100, 200, 500, 1000].map(minorUnits))
/** Mostly after the days on which commands happen. */
const lastDay = fc.oneof(
  { weight: 3, arbitrary: civilDayBetween('2024-12-31', '2025-12-31') },
  { weight: 1, arbitrary: civilDay },
)
const checklist = [text('trade reference'), text('identity card')]

/** Policies that approve, decline, and ask for references. */
export const creditPolicy: fc.Arbitrary<CreditPolicy> = fc.record({
  policyId: smallPool(2),
  version: fc.constantFrom(1, 2),
  bands: fc.constantFrom(
    [
      { fromScore: 300, limitMinor: minorUnits(100) },
      { fromScore: 700, limitMinor: minorUnits(500) },
    ],
    [],
  ),
  refusedBehaviours: fc.constantFrom([], [text('late')]),
  checklist: fc.constantFrom([], [], checklist),
  validDays: fc.constantFrom(0, 30, 365),
})

export const riskRule: fc.Arbitrary<RiskRule> = fc.record({
  ruleId: smallPool(2),
  version: fc.constantFrom(1, 2),
  lateCount: fc.constantFrom(1, 2),
  outOf: fc.constantFrom(2, 3),
  lateDays: fc.constantFrom(0, 5),
})

const about = { effectiveOn: civilDay, customerId: customerIds(1), changeId: changeIds(90) }
const money = {
  ...about,
  currency: fc.oneof(
    { weight: 40, arbitrary: fc.constant(currency('EUR')) },
    { weight: 1, arbitrary: fc.constant(currency('JPY')) },
  ),
}
/** Few names, so that what is lifted or completed is there. */
const fewChanges = smallPool(4, 'h').map(changeId)
const named = { ...about, changeId: fewChanges }
const order = { ...money, orderId: orderIds(2) }
const item = { ...money, itemId: itemIds(2) }
const is = <T extends string>(type: T) => fc.constant(type)

const decisions = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      type: is('RequestCredit'),
      ...money,
      requestedMinor: fc.constantFrom(minorUnits(0), minorUnits(100), minorUnits(1000)),
      policy: creditPolicy,
      score: fc.constantFrom(100, 300, 800),
      scoredBy: smallPool(2),
      inputs: fc.constantFrom([], [{ name: text('orders'), value: text('12') }]),
      behaviour: fc.constantFrom(null, null, text('late')),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: is('RecordCreditDecision'),
      ...money,
      limitMinor,
      validUntil: lastDay,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: is('ChangeLimit'), ...money, limitMinor, reason: perhapsText }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: is('GrantOverride'),
      ...money,
      grantedBy: smallPool(2),
      reason: smallPool(2),
      until: lastDay,
      upToMinor: fc.option(amountMinor, { nil: null }),
    }),
  },
)

const reservations = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: is('ReserveCredit'),
      ...order,
      amountMinor,
      expiresOn: civilDay,
      refusalStands: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: is('ReleaseCredit'), ...order, reason: perhapsText }),
  },
  { weight: 1, arbitrary: fc.record({ type: is('ExpireReservation'), ...order }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: is('ConsumeCredit'),
      ...order,
      itemId: itemIds(2),
      amountMinor,
    }),
  },
)

const uses = fc.oneof(
  fc.record({
    type: is('RestoreCredit'),
    ...item,
    settledMinor: amountMinor,
    cause: fc.constantFrom('paid', 'credited', 'writtenOff', 'assigned'),
  }),
  fc.record({
    type: is('RecordExposure'),
    ...item,
    amountMinor,
    cause: fc.constantFrom('invoice', 'fee', 'bounce', 'chargeback', 'recourse', 'opening'),
  }),
)

const payments = fc.array(
  fc.record({ itemId: itemIds(2), daysLate: fc.constantFrom(0, 0, 5, 6, 90) }),
  { maxLength: 4 },
)

const marks = fc.oneof(
  fc.record({
    type: is('PlaceHold'),
    ...named,
    reason: fc.constantFrom('dunning', 'badDebt', 'review'),
    note: perhapsText,
  }),
  {
    weight: 6,
    arbitrary: fc.record({
      type: is('LiftHold'),
      ...about,
      holdId: fewChanges,
      liftedBy: perhapsText,
    }),
  },
  fc.record({ type: is('SuspectFraud'), ...named, suspicion: smallPool(2) }),
  fc.record({
    type: is('ProvideReference'),
    ...about,
    kind: fc.constantFrom(...checklist),
    source: perhapsText,
  }),
  fc.record({ type: is('AssessRisk'), ...named, rule: riskRule, payments }),
  fc.record({ type: is('RequestReview'), ...named, reason: smallPool(2) }),
  fc.record({
    type: is('CompleteReview'),
    ...about,
    reviewId: fewChanges,
    conclusion: fc.constantFrom('keep', 'cut', 'hold', 'raise'),
  }),
)

/** Commands to one credit account: few orders and items, decisions often, holds seldom. */
export const creditCommand: fc.Arbitrary<CreditCommand> = fc.oneof(
  { weight: 8, arbitrary: decisions },
  { weight: 20, arbitrary: reservations },
  { weight: 5, arbitrary: uses },
  { weight: 2, arbitrary: marks },
)
