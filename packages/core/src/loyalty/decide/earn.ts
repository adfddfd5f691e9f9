import * as E from 'fp-ts/lib/Either.js'
import { addMonths, divideRounded, minorUnits, Whole } from '../../shared/index.ts'
import type { EarningEvidence, EarnPoints, EnrolLoyalty, RecordPoints } from '../commands.ts'
import type { LoyaltyEvent } from '../events.ts'
import { balanceOf } from '../lots.ts'
import type { LoyaltyRejection } from '../rejections.ts'
import type { EarningTrigger, LoyaltyRule, PointRate } from '../rule.ts'
import type { LoyaltyAccount } from '../state.ts'
import { deedOf, enrolmentWords, wordsOfEarning } from '../words.ts'
import { onceAs, ruleOf, type Decision } from './decision.ts'

/** Opens the account. Rejects: `AlreadyInProgramme`, `ConflictingDuplicate`. */
export const enrol = (command: EnrolLoyalty, account: LoyaltyAccount): Decision => {
  const { changeId, customerId, effectiveOn, rule } = command
  const before = onceAs(changeId, account.changes.get(changeId), enrolmentWords)
  if (before !== undefined) return before
  if (account.isEnrolled) return E.left({ type: 'AlreadyInProgramme', customerId })
  return E.right([{ type: 'LoyaltyEnrolled', effectiveOn, customerId, ...ruleOf(rule), changeId }])
}

const triggerOf = ({ kind }: EarningEvidence): EarningTrigger =>
  kind === 'postpaidPayment' ? 'postpaidPaidOnTime' : kind

const aboutOf = (evidence: EarningEvidence): string =>
  evidence.kind === 'referral' ? evidence.referredCustomerId : evidence.orderId

/** What the points are reckoned on. What points paid earns none: else they would earn themselves. */
const baseOf = (evidence: EarningEvidence): number => {
  if (evidence.kind === 'referral') return 0
  const whole = evidence.kind === 'purchase' ? evidence.netMinor : evidence.totalMinor
  return Math.max(0, whole - evidence.paidWithPointsMinor)
}

/** Why the deed earns nothing; undefined where it does. */
const refusal = (
  { evidence, rule, customerId }: EarnPoints,
  account: LoyaltyAccount,
): LoyaltyRejection | undefined => {
  if (!account.isEnrolled) return { type: 'NotEnrolled', customerId }
  if (evidence.kind === 'referral')
    return evidence.referredCustomerId === customerId
      ? { type: 'SelfReferral', customerId }
      : undefined
  if (evidence.currency !== rule.currency)
    return { type: 'WrongCurrency', currency: rule.currency, offered: evidence.currency }
  if (evidence.kind === 'purchase') return undefined
  const { openMinor, dueOn, paidOn } = evidence
  if (openMinor > 0) return { type: 'NotPaidInFull', openMinor }
  return paidOn > dueOn ? { type: 'PaidLate', dueOn, paidOn } : undefined
}

const pointsFor = (rate: PointRate, baseMinor: number): number => {
  if (rate.kind === 'fixed') return rate.points
  const { points, perMinor, rounding } = rate
  const worth = BigInt(baseMinor) * BigInt(points)
  const per = BigInt(perMinor)
  return Number(rounding === 'down' ? worth / per : divideRounded(worth, per, rounding))
}

const inRange = (points: number, account: LoyaltyAccount): boolean =>
  Whole.is(points) &&
  Number.isSafeInteger(points + Math.max(0, balanceOf(account)) + account.debtPoints)

/** The lot's last day, by the rule. */
const lastDay = ({ lotMonths }: LoyaltyRule, on: EarnPoints['effectiveOn']) =>
  lotMonths === null ? null : addMonths(on, lotMonths)

const earned = (
  command: EarnPoints,
  account: LoyaltyAccount,
  points: number,
  baseMinor: number,
): LoyaltyEvent => {
  const { effectiveOn, customerId, earningId, rule, evidence } = command
  const referral = evidence.kind === 'referral'
  return {
    type: 'PointsEarned',
    effectiveOn,
    customerId,
    ...ruleOf(rule),
    earningId,
    trigger: triggerOf(evidence),
    points,
    offsetPoints: Math.min(points, account.debtPoints),
    expiresOn: lastDay(rule, effectiveOn),
    currency: rule.currency,
    baseMinor: minorUnits(baseMinor),
    orderId: referral ? null : evidence.orderId,
    referredCustomerId: referral ? evidence.referredCustomerId : null,
  }
}

/**
 * Earns points for a deed.
 *
 * Units: points; an amount in the rule's currency, rounded once as its rate says. Shape: `PointsEarned`, one
 * lot, which pays debt first. A post-paid order earns only when it is paid in full and in time.
 * Rejects: `LoyaltyRuleUnsound`, `NotEnrolled`, `SelfReferral`, `WrongCurrency`, `NotPaidInFull`, `PaidLate`,
 * `TriggerNotInRule`, `NothingEarned`, `DuplicateRef`, `PointsOutOfRange`, `ConflictingDuplicate`.
 * Source: domain 0-18, edge case 77.
 */
export const earn = (command: EarnPoints, account: LoyaltyAccount): Decision => {
  const { earningId, evidence, rule } = command
  const trigger = triggerOf(evidence)
  const deed = deedOf(trigger, aboutOf(evidence))
  const baseMinor = baseOf(evidence)
  const recorded = account.lots.get(earningId)?.words
  const before = onceAs(earningId, recorded, wordsOfEarning(deed, baseMinor, 0))
  if (before !== undefined) return before
  const refused = refusal(command, account)
  if (refused !== undefined) return E.left(refused)
  const other = account.deeds.get(deed)
  if (other !== undefined) return E.left({ type: 'DuplicateRef', deed, earningId: other })
  const earning = rule.earnings.find((one) => one.trigger === trigger)
  if (earning === undefined)
    return E.left({ type: 'TriggerNotInRule', trigger, ruleId: rule.ruleId })
  const points = pointsFor(earning.rate, baseMinor)
  if (points === 0) return E.left({ type: 'NothingEarned', baseMinor })
  if (!inRange(points, account)) return E.left({ type: 'PointsOutOfRange', earnedPoints: points })
  return E.right([earned(command, account, points, baseMinor)])
}

/** Points from elsewhere, in no programme yet or in this one. Rejects: `PointsOutOfRange`, `ConflictingDuplicate`. */
export const recordPoints = (command: RecordPoints, account: LoyaltyAccount): Decision => {
  const { effectiveOn, customerId, earningId, rule, points, expiresOn } = command
  const recorded = account.lots.get(earningId)?.words
  const before = onceAs(earningId, recorded, wordsOfEarning(undefined, 0, points))
  if (before !== undefined) return before
  if (!inRange(points, account)) return E.left({ type: 'PointsOutOfRange', earnedPoints: points })
  return E.right([
    {
      type: 'PointsEarned',
      effectiveOn,
      customerId,
      ...ruleOf(rule),
      earningId,
      trigger: null,
      points,
      offsetPoints: Math.min(points, account.debtPoints),
      expiresOn,
      currency: rule.currency,
      baseMinor: minorUnits(0),
      orderId: null,
      referredCustomerId: null,
    },
  ])
}
