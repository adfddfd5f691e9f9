import * as fc from 'fast-check'
import type { AgreementCommand, Clause } from '@tenure/core/agreement'
import { agreementId, currency, minorUnits, net, withLateFee } from '@tenure/core/shared'
import type { JurisdictionRules } from '@tenure/core/terms'
import { smallPool, text } from './text.ts'
import { changeIds, civilDay, customerIds, paymentTerms, perhapsText } from './words.ts'

const { lateFees } = withLateFee(net(14), { amountMinor: 500, afterDays: 5, maxTimes: 2 })

const needed: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ kind: fc.constant('due' as const), terms: paymentTerms }),
  fc.record({
    kind: fc.constant('late' as const),
    graceDays: fc.constantFrom(0, 3),
    rules: fc.constantFrom([], lateFees),
  }),
  fc.record({
    kind: fc.constant('return' as const),
    policyId: smallPool(2),
    policyVersion: fc.constantFrom(1, 2),
  }),
)
const further: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    kind: fc.constant('delivery' as const),
    deliverBy: fc.option(civilDay, { nil: null }),
    wording: smallPool(2),
  }),
  fc.record({
    kind: fc.constant('price' as const),
    totalMinor: fc.constantFrom(minorUnits(0), minorUnits(100_000)),
    currency: fc.constant(currency('EUR')),
    wording: perhapsText,
  }),
  fc.record({
    kind: fc.constant('commitment' as const),
    months: fc.constantFrom(1, 2, 12),
    earlyTermination: fc.constantFrom(
      { kind: 'refused' as const },
      { kind: 'fee' as const, feeMinor: minorUnits(2500), currency: currency('EUR') },
    ),
  }),
)

const clause = fc.oneof({ weight: 4, arbitrary: needed }, { weight: 1, arbitrary: further })

const law = (onExcess: JurisdictionRules['onExcess']): JurisdictionRules => ({
  jurisdictionId: text('AU'),
  version: 1,
  feeCap: {
    perItemMinor: minorUnits(600),
    percentOfOrderBasisPoints: null,
    absoluteMinor: null,
    annualRate: null,
  },
  onExcess,
  coolingOffDays: 14,
  minNoticeDays: 0,
})

const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 60, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: customerIds(2) },
  ),
  agreementId: smallPool(1).map(agreementId),
}
const version = fc.constantFrom(1, 1, 1, 1, 1, 2, 2, 3)
const mandatory: fc.Arbitrary<ReadonlyArray<Clause>> = fc.constant([
  { kind: 'due', terms: net(30) },
  { kind: 'late', graceDays: 0, rules: [] },
  { kind: 'return', policyId: text('30 days'), policyVersion: 1 },
])

/** Commands to one agreement, so that drafts fill up, are signed twice, amended and terminated. */
export const agreementCommand: fc.Arbitrary<AgreementCommand> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant('DraftAgreement' as const),
      ...about,
      subject: fc.constantFrom(...['website', 'website', 'website', 'rental'].map(text)),
    }),
  },
  {
    weight: 22,
    arbitrary: fc.record({
      type: fc.constant('AddClause' as const),
      ...about,
      changeId: changeIds(40),
      version,
      clause,
      law: fc.constantFrom(null, null, law('reject'), law('clamp')),
    }),
  },
  {
    weight: 18,
    arbitrary: fc.record({
      type: fc.constant('SignAgreement' as const),
      ...about,
      version,
      party: fc.constantFrom('house' as const, 'customer' as const),
      signedBy: perhapsText,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('AmendAgreement' as const),
      ...about,
      version: fc.constantFrom(2, 3, 4),
      reason: perhapsText,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('TerminateAgreement' as const, 'RecordTermination' as const),
      ...about,
      changeId: changeIds(3),
      endsOn: civilDay,
      reason: perhapsText,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('RecordAgreement' as const),
      ...about,
      version,
      clauses: fc.oneof(mandatory, fc.array(clause, { maxLength: 2 })),
    }),
  },
)
