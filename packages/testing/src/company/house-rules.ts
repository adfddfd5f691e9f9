import { notice, policyOf, type ReminderPolicy } from '@tenure/core/collections'
import type { ChurnRule } from '@tenure/core/churn'
import type { TradeRules } from '@tenure/core/policies'
import { allBy } from '@tenure/core/receivables'
import { minorUnits, text } from '@tenure/core/shared'
import { loyaltyRule } from './loyalty-rule.ts'

const worthAsking = { minBalanceMinor: minorUnits(500), noPromise: true, noDispute: false }
const written = { minGapDays: 7, conditions: worthAsking }
const nothingWritten: [] = []

/** Three letters, ever firmer; then the service stops, small sums are given up, the agency gets the rest. */
const reminders: ReminderPolicy = policyOf(
  text('three-reminders'),
  [
    notice(text('friendly'), 4, ['email', 'letter'], written),
    notice(text('firm'), 18, ['letter'], { ...written, tone: 1 }),
    notice(text('final'), 35, ['letter'], { ...written, tone: 2 }),
    notice(text('stop'), 50, ['letter'], { ...written, tone: 2, action: 'suspend' }),
    notice(text('give up'), 60, nothingWritten, {
      ...written,
      tone: 2,
      action: 'writeOffProposal',
    }),
    notice(text('agency'), 70, nothingWritten, { ...written, tone: 2, action: 'handOff' }),
  ],
  { onDisputeLost: 'continue' },
)

/** At risk at twice the usual interval between purchases, gone at four times. */
const ownInterval: ChurnRule = {
  kind: 'habit',
  ruleId: text('own-interval'),
  version: 1,
  atRiskHundredths: 200,
  churnedHundredths: 400,
  floorDays: 30,
}

/** The ways to pay that the company offers. */
export const offeredMethods = ['card', 'transfer', 'direct debit'].map(text)

/** What the simulated company has settled once and for all. */
export const companyRules: TradeRules = {
  reservationDays: 90,
  confirmOn: 'accepted',
  onCreditRefused: 'prepay',
  allocation: allBy('oldestDue'),
  reminders: { setId: text('everybody'), variants: [], otherwise: reminders },
  behaviour: null,
  agency: text('Balkan Inkasso'),
  jurisdiction: null,
  writeOffLimitMinor: minorUnits(10_000),
  smallBalanceMinor: minorUnits(200),
  onChargeback: 'reopen',
  retry: null,
  loyalty: loyaltyRule,
  onboarding: null,
  risk: { ruleId: text('three of five'), version: 1, lateCount: 3, outOf: 5, lateDays: 14 },
  churn: ownInterval,
  ticketPauseDays: 14,
  payTo: { account: text('NL02ABNA0123456789'), methods: offeredMethods },
}
