import * as E from 'fp-ts/lib/Either.js'
import type { ConvertTrial } from '../commands.ts'
import { priceOf } from '../periods.ts'
import type { Subscription } from '../state.ts'
import { changeOf, chargeable, standing } from './checks.ts'
import type { Decision } from './decision.ts'
import { firstPeriod } from './start.ts'

/**
 * Ends a trial by what came of its first charge.
 *
 * Shape: `TrialConverted` with period 0, which begins where the trial ended, also where the charge came
 * later; `TrialConversionMissed` where the charge failed, which is no churn: nothing was ever paid.
 * Rejects: `SubscriptionNotStarted`, `BeforeLastChange`, `SubscriptionEnded`, `WrongStatus` (no trial),
 * `TrialNotOver`, `NoMandate`. Source: domain 1-18, edge case 74.
 */
export const convertTrial = (command: ConvertTrial, subscription: Subscription): Decision => {
  const standingPlan = standing(command, subscription)
  if (E.isLeft(standingPlan)) return standingPlan
  const { status, trialEndsOn } = subscription
  if (status !== 'trialing' || trialEndsOn === null) return E.left({ type: 'WrongStatus', status })
  const { effectiveOn, firstCharge } = command
  if (effectiveOn < trialEndsOn) return E.left({ type: 'TrialNotOver', trialEndsOn })
  const facts = changeOf(command)
  if (firstCharge === 'failed')
    return E.right([{ type: 'TrialConversionMissed', ...facts, reason: 'chargeFailed' }])
  const plan = standingPlan.right
  if (firstCharge === 'invoiced') {
    const able = chargeable(plan, priceOf(plan, 0), subscription, effectiveOn)
    if (E.isLeft(able)) return able
  }
  return E.right([{ type: 'TrialConverted', ...facts, ...firstPeriod(plan, trialEndsOn, 0), plan }])
}
