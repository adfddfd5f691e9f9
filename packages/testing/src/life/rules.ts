import { aroundTheDueDay, notice, policyOf, type ReminderPolicy } from '@tenure/core/collections'
import type { LoyaltyRule } from '@tenure/core/loyalty'
import type { TradeRules } from '@tenure/core/policies'
import { allBy } from '@tenure/core/receivables'
import { currency, minorUnits, text } from '@tenure/core/shared'

/** Reminders around the due day, and a last step that suspends. */
export const remindersOfLife: ReminderPolicy = policyOf(text('reminders of a life'), [
  ...aroundTheDueDay.steps,
  notice(text('suspension'), 45, ['email', 'letter'], {
    tone: 3,
    minGapDays: 7,
    action: 'suspend',
  }),
])

/** A point a euro, for a year. */
export const pointsOfLife: LoyaltyRule = {
  ruleId: text('points'),
  version: 1,
  currency: currency('EUR'),
  earnings: [
    {
      trigger: 'purchase',
      rate: { kind: 'perAmount', points: 1, perMinor: 100, rounding: 'down' },
    },
  ],
  thresholdPoints: 0,
  worth: { points: 1, worthMinor: minorUnits(1) },
  lotMonths: 12,
  reversal: { kind: 'negative', debtCapPoints: 120 },
  tierBasis: 'points',
  tierWindowMonths: 12,
  tiers: [],
  rewards: [],
}

/** A house that reminds, and does little else by itself. */
export const rulesOfLife: TradeRules = {
  reservationDays: 30,
  confirmOn: 'placed',
  onCreditRefused: 'prepay',
  allocation: allBy('oldestDue'),
  reminders: { setId: text('all'), variants: [], otherwise: remindersOfLife },
  behaviour: null,
  agency: text('agency'),
  jurisdiction: null,
  writeOffLimitMinor: minorUnits(5_000),
  smallBalanceMinor: minorUnits(0),
  onChargeback: 'reopen',
  retry: null,
  loyalty: null,
  onboarding: null,
  risk: null,
  churn: null,
  ticketPauseDays: 14,
  payTo: { account: text('IBAN of the house'), methods: [text('transfer')] },
}
