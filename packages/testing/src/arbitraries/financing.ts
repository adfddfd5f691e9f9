import * as fc from 'fast-check'
import type { FinancingCommand, PartnerTerms } from '@tenure/core/financing'
import { changeId, currency, financingId, minorUnits, partnerId } from '@tenure/core/shared'
import { smallPool } from './text.ts'
import { changeIds, civilDay, customerIds, itemIds, orderIds, perhapsText } from './words.ts'

const reason = fc.constantFrom(
  'deliveryUnproven' as const,
  'shippedTooLate' as const,
  'answeredLate' as const,
  'goodsDisputed' as const,
  'fraud' as const,
)
const amountMinor = fc.constantFrom(...[0, 1, 50, 100, 100, 250, 1000].map(minorUnits))

export const partnerTerms: fc.Arbitrary<PartnerTerms> = fc.record({
  partnerId: fc.constantFrom(...['klarna', 'klarna', 'klarna', '__proto__'].map(partnerId)),
  version: fc.constantFrom(1, 2),
  currency: fc.constantFrom(...['EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'JPY'].map(currency)),
  fee: fc.record({
    basisPoints: fc.constantFrom(0, 250, 250, 399, 399, 10_000),
    fixedMinor: fc.constantFrom(minorUnits(0), minorUnits(3)),
    rounding: fc.constantFrom('halfUp' as const, 'halfEven' as const),
  }),
  minAmountMinor: fc.constantFrom(minorUnits(0), minorUnits(50), minorUnits(100)),
  limitMinor: fc.constantFrom(minorUnits(100), minorUnits(1000)),
  recourseReasons: fc.oneof(
    fc.constant(['deliveryUnproven' as const, 'shippedTooLate' as const, 'answeredLate' as const]),
    fc.uniqueArray(reason, { maxLength: 4 }),
  ),
  payoutDelayDays: fc.constantFrom(0, 2, 30),
  evidenceDays: fc.constantFrom(0, 14),
})

const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 60, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  currency: fc.oneof(
    { weight: 60, arbitrary: fc.constant(currency('EUR')) },
    { weight: 1, arbitrary: fc.constant(currency('JPY')) },
  ),
  financingId: smallPool(1).map(financingId),
}
/** Few names, so that an answer finds its request. */
const fewChanges = smallPool(4, 'q').map(changeId)
const change = { ...about, changeId: changeIds(30) }
const receivable = { ...change, itemId: itemIds(3), amountMinor }
const due = { originalDueOn: fc.option(civilDay, { nil: null }) }
const money = {
  ...change,
  grossMinor: amountMinor,
  feeMinor: fc.constantFrom(minorUnits(0), minorUnits(3), minorUnits(7)),
}
const is = <T extends string>(type: T) => fc.constant(type)

const application = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: is('ApplyForFinancing'),
      ...about,
      orderId: orderIds(1),
      amountMinor,
      terms: partnerTerms,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: is('ApproveFinancing'), ...about, reference: perhapsText }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: is('DeclineFinancing'), ...about, reason: perhapsText }),
  },
)

const moves = fc.oneof(
  fc.record({ type: is('AssignReceivable'), ...receivable, ...due }),
  fc.record({
    type: is('RecordAssignment'),
    ...receivable,
    ...due,
    terms: partnerTerms,
    feeMinor: fc.constantFrom(minorUnits(0), minorUnits(3), minorUnits(60)),
    payoutOn: civilDay,
  }),
  fc.record({ type: is('SettleFinancing'), ...money }),
  fc.record({ type: is('RecordSettlement'), ...money }),
  fc.record({ type: is('RequestEvidence'), ...about, changeId: fewChanges, about: reason }),
  fc.record({
    type: is('ProvideEvidence'),
    ...change,
    requestId: fewChanges,
    reference: perhapsText,
  }),
  fc.record({ type: is('TakeRecourse'), ...receivable, reason }),
  fc.record({ type: is('RecordRecourse'), ...receivable, reason }),
)

/** Commands to one financing, through both doors. */
export const financingCommand: fc.Arbitrary<FinancingCommand> = fc.oneof(
  { weight: 1, arbitrary: application },
  { weight: 2, arbitrary: moves },
)
