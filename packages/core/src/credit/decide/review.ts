import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { AssessRisk, CompleteReview, ProvideReference, RequestReview } from '../commands.ts'
import type { CreditEvent } from '../events.ts'
import type { CreditAccount } from '../state.ts'
import type { Decision } from './decision.ts'

export const provideReference = (command: ProvideReference): Decision => {
  const { type: _, ...facts } = command
  return E.right([{ type: 'ReferenceProvided', ...facts }])
}

export const requestReview = (command: RequestReview): Decision => {
  const { type: _, ...facts } = command
  return E.right([{ type: 'CreditReviewRequested', ...facts }])
}

/**
 * Flags a customer where enough of the last payments came late, and asks for a review unless one is open.
 *
 * Shape: only the last `outOf` payments of the evidence count, newest last; fewer than that may suffice.
 * Rejects: `RuleNotMet`. Source: row 1-41; domain 3.3, policy 11.
 */
export const assessRisk = (command: AssessRisk, { reviews }: CreditAccount): Decision => {
  const { effectiveOn, customerId, changeId, rule, payments } = command
  const { ruleId, version: ruleVersion } = rule
  const seen = payments.slice(-rule.outOf)
  const late = seen.filter(({ daysLate }) => daysLate > rule.lateDays)
  const counts = { lateCount: late.length, outOf: seen.length, neededCount: rule.lateCount }
  if (late.length < rule.lateCount) return E.left({ type: 'RuleNotMet', ruleId, ...counts })
  const about = { effectiveOn, customerId, changeId }
  const lateItemIds = late.map(({ itemId }) => itemId)
  const evidence = { ruleId, ruleVersion, lateItemIds, outOf: seen.length }
  const flag: CreditEvent = { type: 'RiskFlagRaised', ...about, ...evidence }
  if ([...reviews.values()].some(({ completed }) => !completed)) return E.right([flag])
  return E.right([flag, { type: 'CreditReviewRequested', ...about, reason: ruleId }])
}

/** Rejects: `UnknownReview`, `ReviewIsCompleted`. What follows from it are commands of their own. */
export const completeReview = (command: CompleteReview, { reviews }: CreditAccount): Decision => {
  const { reviewId } = command
  const review = reviews.get(reviewId)
  if (review === undefined) return E.left({ type: 'UnknownReview', reviewId })
  if (review.completed) return E.left({ type: 'ReviewIsCompleted', reviewId })
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, review.since)
  return E.right([{ type: 'CreditReviewCompleted', ...facts, effectiveOn }])
}
