import { billSubscriptions } from './bill-subscriptions.ts'
import { billing } from './billing.ts'
import { churnWatch } from './churn-watch.ts'
import { collectByMandate } from './collect-by-mandate.ts'
import { creditCheck } from './credit-check.ts'
import { creditReturns } from './credit-returns.ts'
import { creditRoom } from './credit-room.ts'
import { earnPoints } from './earn-points.ts'
import { giveBackService } from './give-back-service.ts'
import { disputes } from './disputes.ts'
import { dunning } from './dunning.ts'
import { laterCredit } from './later-credit.ts'
import { lateFees } from './late-fees.ts'
import { paymentTrouble } from './payment-trouble.ts'
import { promises } from './promises.ts'
import { smallBalances } from './small-balances.ts'
import type { Policy } from './policy.ts'
import { loyaltyUpkeep } from './loyalty-upkeep.ts'
import { onboarding } from './onboarding.ts'
import { renewals } from './renewals.ts'
import { riskWatch } from './risk-watch.ts'
import { reopenPromises } from './reopen-promises.ts'
import { retireLinks } from './retire-links.ts'
import { takePointsBack } from './take-points-back.ts'
import { useCash } from './use-cash.ts'

/** Everything that a house does by itself, in the order in which a fact or a day meets it. */
export const tradePolicies: ReadonlyArray<Policy> = [
  creditCheck,
  billing,
  renewals,
  billSubscriptions,
  collectByMandate,
  useCash,
  creditRoom,
  laterCredit,
  earnPoints,
  takePointsBack,
  giveBackService,
  retireLinks,
  reopenPromises,
  creditReturns,
  disputes,
  paymentTrouble,
  dunning,
  lateFees,
  promises,
  smallBalances,
  onboarding,
  riskWatch,
  churnWatch,
  loyaltyUpkeep,
]
